/**
 * Watches over a login that breaks in silence, which is what people who run unofficial puppets complain of most
 * (wechaty issues 2658, 2255, 1901): a sign of life is asked for, and without one the puppet is started anew. Pure: the
 * moment is handed in, in epoch milliseconds.
 */

export interface Watch {
  /** `asked`: somebody has to scan a code. `gone`: the puppet can't be started, or has ended. */
  login: 'none' | 'asked' | 'in' | 'gone';
  /** The last sign of life. */
  aliveAt: number;
  /** When a sign was asked for, since the last one. */
  calledAt: number | null;
}

export type Sign = 'started' | 'scan' | 'login' | 'logout' | 'alive' | 'gone';

/** Without a word for so long a sign is asked for. */
const QUIET_MS = 90_000;
/** What was asked for and does not come within this is a connection that is dead. */
const ANSWERS_MS = 60_000;
/** A puppet that neither is logged in nor asks for a scan within this has got stuck. */
const BEGINS_MS = 120_000;

export function watchFrom(now: number): Watch {
  return { login: 'none', aliveAt: now, calledAt: null };
}

export function signed(watch: Watch, sign: Sign, now: number): Watch {
  const alive = { ...watch, aliveAt: now, calledAt: null };
  switch (sign) {
    case 'started':
      return watchFrom(now);
    case 'scan':
      return { ...alive, login: 'asked' };
    case 'login':
      return { ...alive, login: 'in' };
    case 'logout':
      return { ...alive, login: 'none' };
    case 'gone':
      return { ...alive, login: 'gone' };
    case 'alive':
      return alive;
  }
}

export type Due = 'nothing' | 'call' | 'restart';

/** What is to be done now. Nothing while a person is waited for: a code is shown anew by the puppet itself. */
export function dueNow(watch: Watch, now: number): Due {
  const { login, aliveAt, calledAt } = watch;
  if (login === 'gone') return 'restart';
  if (login === 'asked') return 'nothing';
  if (login === 'none') return now - aliveAt >= BEGINS_MS ? 'restart' : 'nothing';
  if (calledAt !== null) return now - calledAt >= ANSWERS_MS ? 'restart' : 'nothing';
  return now - aliveAt >= QUIET_MS ? 'call' : 'nothing';
}

export function called(watch: Watch, now: number): Watch {
  return { ...watch, calledAt: now };
}
