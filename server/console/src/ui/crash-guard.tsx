import { Component, type ErrorInfo, type ReactNode } from 'react';
import type { Texts } from '../texts/zh.ts';

/** Where drawing the page fails, it says so and offers a way on, instead of a white sheet. */
export class CrashGuard extends Component<{ texts: Texts; children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    console.error(error, info.componentStack);
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    const { problems } = this.props.texts;
    return (
      <main className="sign-in" role="alert">
        <p>{problems.crashed}</p>
        <button type="button" onClick={() => location.reload()}>
          {problems.refresh}
        </button>
      </main>
    );
  }
}
