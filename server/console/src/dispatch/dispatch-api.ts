/** The parts of the HTTP interface that the dispatch page uses, and what they answer. */
import { request } from '../api.ts';
import type { Member, Status, Urgency } from '../shapes.ts';

export interface TicketFacts {
  number: string;
  title: string;
  status: Status;
  team: string | null;
  assignee: string | null;
  urgency: Urgency;
  place: string | null;
}

export type TargetName = 'respond' | 'on_site' | 'resolve' | 'fallback_plan' | 'report';

export interface Escalation extends TicketFacts {
  target: TargetName;
  due: string;
  over: boolean;
  level: number;
  raisedAt: string | null;
  acknowledged: { by: string; at: string } | null;
}

export interface Incident extends TicketFacts {
  reports: number;
  openedAt: string;
  behind: { number: string; title: string; requester: string; place: string | null }[];
}

export interface VendorWork {
  id: string;
  name: string;
  contact: string;
  phone: string;
  contract: string | null;
  tickets: (TicketFacts & {
    resolveBy: string | null;
    clock: { answerBy: string | null; doneBy: string | null; heardAt: string | null } | null;
    late: boolean;
    chased: number;
    chasedAt: string | null;
    answer: string | null;
  })[];
}

export interface RosterDay {
  date: string;
  team: Member;
  shift: Member | null;
  planned: Member & { phone: string };
  onDuty: Member & { phone: string };
  fixed: boolean;
  assurance: string | null;
}

export interface Leave {
  /** Null where the profile says it. */
  id: number | null;
  person: Member;
  from: string;
  to: string;
  substitute: Member;
}

export interface Roster {
  days: RosterDay[];
  leave: Leave[];
  teams: (Member & { members: Member[] })[];
  shifts: Member[];
}

export type FaultCode =
  | 'sheet'
  | 'columns'
  | 'rows'
  | 'formula'
  | 'date'
  | 'team'
  | 'shift'
  | 'person'
  | 'phone'
  | 'twice'
  | 'leave';

export interface CellFault {
  sheet: string;
  row: number;
  column: string;
  found: string;
  code: FaultCode;
  choices?: string;
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const span = (from: string, to: string) => `?from=${from}&to=${to}`;
const linksOf = (number: string) => `/api/tickets/${encodeURIComponent(number)}/links`;

export const dispatchApi = {
  escalations: (signal?: AbortSignal) =>
    request<{ items: Escalation[] }>('GET', '/api/escalations', undefined, signal),
  incidents: (signal?: AbortSignal) =>
    request<{ items: Incident[] }>('GET', '/api/incidents', undefined, signal),
  vendors: (signal?: AbortSignal) =>
    request<{ items: VendorWork[] }>('GET', '/api/vendor-work', undefined, signal),
  join: (
    number: string,
    body: { action: 'merge' | 'link' | 'unlink' | 'incident'; to?: string; actor?: string },
  ) => request<unknown>('POST', linksOf(number), body),
  roster: (from: string, to: string, signal?: AbortSignal) =>
    request<Roster>('GET', `/api/roster${span(from, to)}`, undefined, signal),
  rosterSheet: (from: string, to: string) => `/api/roster/export${span(from, to)}`,
  setDuty: (body: {
    from: string;
    to: string;
    team: string;
    shift?: string;
    person: string | null;
    actor?: string;
  }) => request<unknown>('PUT', '/api/roster/duty', body),
  addLeave: (body: { person: string; from: string; to: string; substitute: string; actor?: string }) =>
    request<unknown>('POST', '/api/roster/leave', body),
  removeLeave: (id: number) => request<unknown>('DELETE', `/api/roster/leave/${id}`),
  importRoster: (file: Blob) =>
    request<{ duty: number; leave: number }>('POST', '/api/roster/import', new Blob([file], { type: XLSX })),
};
