/** What the server answers, as this page reads it. Field names are those of the HTTP interface. */

import type { Reply as DeskReply, ReplyFile } from '../../../bot/reply.ts';
import type { Category, Urgency } from '../../../bot/types.ts';

export type { Card, CardAction } from '../../../bot/reply.ts';
/** `url`: on the desk's own server; holds for a week, without a token. */
export type ShownFile = ReplyFile & { url: string };
export type Reply = Omit<DeskReply, 'files'> & { files?: ShownFile[] | undefined };
export type { Category, Urgency } from '../../../bot/types.ts';

export const STATUSES = [
  'new',
  'assigned',
  'accepted',
  'on_hold',
  'resolved',
  'closed',
  'cancelled',
] as const;
export type Status = (typeof STATUSES)[number];

/** Still somebody's business: everything before it is closed or cancelled. */
export const OPEN_STATUSES = [
  'new',
  'assigned',
  'accepted',
  'on_hold',
  'resolved',
] as const satisfies Status[];

export type Role = 'chat' | 'viewer' | 'dispatcher' | 'admin';

export interface Session {
  role: Role;
  /** Signed in because the page was asked for from the machine itself. */
  local: boolean;
}

export interface Member {
  id: string;
  name: string;
}

export interface Team {
  id: string;
  name: string;
  members: Member[];
}

export interface Room {
  id: string;
  name: string;
  capacity?: number;
}

export interface Desk {
  name: string;
  zone: string;
  phone?: string | null;
  teams: Team[];
  rooms: Room[];
  dispatchGroup?: string;
  /** Through which year the public holidays are known, and one that is near and not known. */
  holidays?: { knownThrough: number | null; missing: number | null };
}

export interface Requester {
  id: string;
  channel?: string;
  name?: string | null;
  department?: string | null;
  phone?: string | null;
  vip?: boolean;
}

export interface Place {
  text: string;
  building?: string | null;
  floor?: string | null;
  room?: string | null;
}

/** Moments are ISO 8601; `breached` names the targets missed; `pausedMs` is time on hold, milliseconds. */
export interface Sla {
  respondBy: string | null;
  resolveBy: string | null;
  respondedAt: string | null;
  resolvedAt: string | null;
  breached: string[];
  pausedMs: number;
}

export interface HistoryEntry {
  at: string;
  actor: string;
  action: string;
  detail?: Record<string, unknown>;
}

export interface Attachment {
  id: string;
  name: string;
  type?: string;
  /** Bytes. */
  size?: number;
}

export interface Ticket {
  number: string;
  kind: 'fault' | 'service';
  status: Status;
  category: Category;
  urgency: Urgency;
  priority: number;
  title: string;
  description?: string | null;
  requester: Requester;
  contact?: { name?: string | null; phone?: string | null } | null;
  location?: Place | null;
  device?: string | null;
  system?: string | null;
  model?: string | null;
  asset?: string | null;
  quantity?: number | null;
  deadline?: string | null;
  team?: string | null;
  assignee?: string | null;
  vendor?: string | null;
  sla: Sla;
  escalation?: { level: number; lastAt: string | null };
  hold?: { reason: string; until?: string; note?: string; since: string } | null;
  resolution?: {
    resolution: string;
    cause?: string;
    parts?: string;
    tip?: string;
    by: string;
    confirmedBy?: string;
  } | null;
  /** Ids of the articles that did not help. */
  tried?: string[];
  rating?: { score: number; reasons?: string[]; text?: string | null } | null;
  attachments?: Attachment[];
  createdAt: string;
  updatedAt: string;
  version: number;
  history?: HistoryEntry[];
}

export interface MeetingTask {
  id: string;
  what: string;
  due: string | null;
  assignee: string | null;
  doneAt: string | null;
  result?: string;
  /** The second of two, for an important meeting. */
  backup?: string;
  items?: { item: string; ok: boolean; note?: string }[];
}

export interface Meeting {
  number: string;
  status: 'requested' | 'confirmed' | 'in_progress' | 'done' | 'cancelled';
  title: string;
  start: string;
  end: string | null;
  room?: string | null;
  location?: Place | null;
  attendees?: number | null;
  equipment?: string[];
  /** How many of a thing of `equipment`, where it is not one. */
  quantities?: Record<string, number>;
  layout?: string | null;
  requester: Requester;
  notes?: string | null;
  tasks?: MeetingTask[];
  /** The number of the first, where it comes again. */
  series?: string | null;
  assurance?: boolean;
  /** Whose agreement the room needs; null where nobody's. */
  approval?: { approver: string; decision: 'approved' | 'refused' | null } | null;
  rating?: { score: number; text: string | null } | null;
  /** How many of each thing were used, counted at clearing. */
  used?: Record<string, number> | null;
  /** By when the crew has to confirm; null where nothing is waited for. */
  confirmBy: string | null;
  createdAt: string;
  version: number;
  history?: HistoryEntry[];
}

export interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}

/** One line of the conversation between a member of staff and the desk. */
export interface ChatItem {
  id: string;
  at: string;
  from: 'user' | 'desk';
  text?: string;
  /** What the person sent with it. */
  files?: ShownFile[];
  reply?: Reply;
  cardKey?: string;
}

/** One line of the dispatch group. */
export interface GroupItem {
  id: string;
  at: string;
  from: 'desk' | 'member';
  sender?: string;
  /** What a member wrote. */
  text?: string;
  files?: ShownFile[];
  /** What the desk sent. */
  reply?: Reply;
  cardKey?: string;
}

export interface FeedPage<Item> {
  items: Item[];
  next: string | null;
}

/** A message that could not be delivered, or an update that could not be handled. */
export interface DeadLetter {
  id: string;
  channel: string;
  to: string;
  at: string;
  attempts: number;
  error: string;
  text: string;
}

export type ParkedUpdate = Omit<DeadLetter, 'to'>;

/** How a channel stands; `scan` is what a QR code for a person to scan says. */
export interface ChannelStatus {
  name: string;
  state: 'starting' | 'ready' | 'reconnecting' | 'needs_person' | 'failed' | 'stopped';
  since: string;
  detail?: string;
  scan?: string;
}

export type LiveEvent =
  | { type: 'chat'; user: string }
  | { type: 'group'; group: string }
  /** Without a number where several changed at once. */
  | { type: 'ticket'; number?: string }
  | { type: 'meeting'; number?: string };

/** A member of staff, as the directory knows them. */
export interface Person {
  id: string;
  name: string;
  department?: string;
  phone?: string;
  mobile?: string;
  vip: boolean;
}

/** A call as it was logged, with what became of it. */
export interface LoggedCall {
  id: string;
  outcome: 'ticket_opened' | 'ticket_urged' | 'ticket_commented' | 'noted';
  ticket: Ticket | null;
}

/** What a caller is still to be told by telephone. */
export interface CallBack {
  id: string;
  phone: string;
  name?: string;
  text: string;
  ticket?: string;
  at: string;
}
