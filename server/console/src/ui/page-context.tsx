/** What every part of the page needs to know: language, zone, desk, role, and how to open a ticket. */
import { createContext, use, useEffect, useState } from 'react';
import type { Desk, Role } from '../shapes.ts';
import type { Texts } from '../texts/zh.ts';
import { zh } from '../texts/zh.ts';

export interface PageFacts {
  texts: Texts;
  zone: string;
  /** Absent for a role that may not read it. */
  desk: Desk | undefined;
  role: Role;
  openTicket: (number: string) => void;
}

export const PageContext = createContext<PageFacts>({
  texts: zh,
  zone: 'Asia/Shanghai',
  desk: undefined,
  role: 'viewer',
  openTicket: () => {},
});

export const usePage = (): PageFacts => use(PageContext);

/** The moment, renewed every `everyMs`: what is left of a target shrinks while one looks. */
export function useNow(everyMs = 15_000): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
