import type { ReactNode } from 'react';

/** One of the page's three panes: a region with its name at its head, its controls beside, and its own scrolling. */
export function Pane(props: {
  name: string;
  className: string;
  hidden: boolean;
  aside?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className={`pane ${props.className}`} aria-label={props.name} hidden={props.hidden}>
      <header className="pane-head">
        <h2>{props.name}</h2>
        <div className="pane-aside">{props.aside}</div>
      </header>
      {props.children}
    </section>
  );
}

/** What stands in a pane that has nothing to show yet. */
export function Blank({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="blank">
      <p className="blank-title">{title}</p>
      {children}
    </div>
  );
}
