/** The tables as TypeScript sees them. A change here comes with a migration (server/store/migrations/). */
import type { ColumnType, Generated } from 'kysely';
import type { Reply } from '../../bot/reply.ts';
import type {
  Address,
  Attachment,
  Category,
  Location,
  Sender,
  Slots,
  TicketKind,
  Update,
  Urgency,
} from '../../bot/types.ts';
import type { Target } from '../desk/profile-service-level.ts';

import type { TicketAttachment } from '../desk/ticket-record.ts';

/** A jsonb column: read parsed, written as JSON text (the same on PGlite and PostgreSQL). */
type Json<T> = ColumnType<T, string, string>;
/** A jsonb column with a default. */
type JsonDefault<T> = ColumnType<T, string | undefined, string>;

export type TicketStatus = 'new' | 'assigned' | 'accepted' | 'on_hold' | 'resolved' | 'closed' | 'cancelled';
export type MeetingStatus = 'requested' | 'confirmed' | 'in_progress' | 'done' | 'cancelled';

export interface ConversationTable {
  key: string;
  address: Json<Address>;
  state: Json<unknown>;
  state_version: number;
  version: Generated<number>;
  updated_at: Date;
}

export interface InboxTable {
  id: Generated<number>;
  channel: string;
  update_id: string;
  conversation_key: string;
  kind: Update['kind'];
  body: Json<Update>;
  status: 'pending' | 'done' | 'parked';
  attempts: Generated<number>;
  not_before: Date | null;
  last_error: string | null;
  received_at: Date;
  done_at: Date | null;
}

export interface OutboxTable {
  id: Generated<number>;
  inbox_id: number | null;
  ordinal: Generated<number>;
  channel: string;
  address_key: string;
  address: Json<Address>;
  body: Json<Reply>;
  /** Messages with the same key at one address are one card: a later one updates it in place. */
  card_key: string | null;
  /** Leaves before what else waits for its address. */
  urgent: Generated<boolean>;
  /** Who is called to it once it is there: ids on its channel. */
  urge: Json<string[]> | null;
  status: 'pending' | 'delivered' | 'dead';
  attempts: Generated<number>;
  not_before: Date | null;
  last_error: string | null;
  platform_message_id: string | null;
  created_at: Date;
  delivered_at: Date | null;
}

export interface CounterTable {
  kind: string;
  /** `YYYYMMDD` in the desk's zone. */
  day: string;
  last: number;
}

export interface RequesterJson extends Sender {
  channel: string;
  vip: boolean;
  person?: string;
}

export interface HoldJson {
  reason: 'parts' | 'vendor' | 'user' | 'approval' | 'other';
  until?: string;
  note?: string;
  /** When the hold began; ISO 8601. */
  since: string;
  /** The status to go back to on resume. */
  from: TicketStatus;
  /** Left out where it was recorded before holds could let the clock run on. */
  stopsClock?: boolean;
}

export interface ResolutionJson {
  resolution: string;
  cause?: string;
  parts?: string;
  tip?: string;
  by: string;
  /** Who confirmed, once closed. */
  confirmedBy?: string;
}

export interface RatingJson {
  score: number;
  reasons?: string[];
  text?: string;
}

/** A rung that was climbed; ISO 8601. */
export interface ClimbJson {
  target: Target;
  rung: string;
  level: number;
  at: string;
  acknowledged: { at: string; by: string } | null;
  passed: boolean;
}

export interface ReviewJson {
  cause: string;
  workaround?: string;
  mend?: string;
  prevention?: string;
  by: string;
}

export interface SendOutJson {
  what: string;
  status: 'requested' | 'approved' | 'rejected';
  by: string;
  /** ISO 8601. */
  at: string;
}

/** When something happens next to a target of a ticket. */
export interface TicketDueTable {
  ticket_id: number;
  target: string;
  next_at: Date;
}

/** An address that hears of every change of a ticket. */
export interface WebhookTable {
  id: Generated<number>;
  url: string;
  secret: string;
  created_at: Date;
}

export interface WebhookDeliveryTable {
  id: Generated<number>;
  webhook_id: number;
  body: Json<unknown>;
  attempts: Generated<number>;
  not_before: Date | null;
  last_error: string | null;
  /** Given up. */
  dead: Generated<boolean>;
  created_at: Date;
}

/** A person's calendar feed. */
export interface FeedTable {
  person: string;
  token_hash: string;
  created_at: Date;
}

/** Somebody has to hear of a target; told alone or together with others in one message. */
export interface AlertTable {
  id: Generated<number>;
  ticket_id: number;
  target: string;
  rung: string;
  address_key: string;
  address: Json<Address>;
  detail: Json<{ names: string[]; pressing: boolean }>;
  critical: boolean;
  not_before: Date;
  told_at: Date | null;
  /** The message that it was told in. */
  message: string | null;
  /** Nobody acknowledged it in time; they are yet to be called to it. */
  unheard: Generated<boolean>;
}

export interface TicketTable {
  id: Generated<number>;
  number: string;
  kind: TicketKind;
  status: TicketStatus;
  category: Category;
  urgency: Urgency;
  priority: number;
  title: string;
  description: string;
  requester: Json<RequesterJson>;
  requester_id: string;
  requester_channel: string;
  /** Where the requester is told about it. */
  address: Json<Address>;
  contact: Json<{ name?: string; phone?: string }> | null;
  location: Json<Location> | null;
  device: string | null;
  system: string | null;
  model: string | null;
  asset: string | null;
  quantity: number | null;
  deadline: string | null;
  slots: JsonDefault<Slots>;
  /** Ids of the articles that did not help. */
  tried: JsonDefault<string[]>;
  attachments: JsonDefault<TicketAttachment[]>;
  team: string | null;
  assignee: string | null;
  vendor: string | null;
  respond_by: Date | null;
  on_site_by: Date | null;
  resolve_by: Date | null;
  fallback_plan_by: Date | null;
  report_by: Date | null;
  responded_at: Date | null;
  arrived_at: Date | null;
  resolved_at: Date | null;
  fallback_plan_at: Date | null;
  reported_at: Date | null;
  expected_at: Date | null;
  closed_at: Date | null;
  breached: JsonDefault<string[]>;
  /** Closed pauses; the running one is in `hold`. ISO 8601. */
  pauses: JsonDefault<{ from: string; to: string }[]>;
  hold: Json<HoldJson> | null;
  escalation_level: Generated<number>;
  escalated_at: Date | null;
  climbs: JsonDefault<ClimbJson[]>;
  major: Generated<boolean>;
  review: Json<ReviewJson> | null;
  send_out: Json<SendOutJson> | null;
  /** The number of the ticket that stands for the incident. */
  incident: string | null;
  reports: Generated<number>;
  no_incident: Generated<boolean>;
  external_id: string | null;
  resolution: Json<ResolutionJson> | null;
  rating: Json<RatingJson> | null;
  complaint: Generated<boolean>;
  handoff: Generated<boolean>;
  created_at: Date;
  updated_at: Date;
  version: Generated<number>;
}

export interface HistoryTable {
  id: Generated<number>;
  at: Date;
  actor: string;
  action: string;
  detail: Json<Record<string, unknown>>;
}
export interface TicketHistoryTable extends HistoryTable {
  ticket_id: number;
}
export interface MeetingHistoryTable extends HistoryTable {
  meeting_id: number;
}

export interface MeetingTaskJson {
  id: string;
  what: 'setup' | 'test' | 'standby' | 'teardown';
  due: string;
  assignee: string | null;
  doneAt: string | null;
  result?: string;
  backup?: string;
  items?: { item: string; ok: boolean; note?: string }[];
  reminded?: number;
}

export interface MeetingTable {
  id: Generated<number>;
  number: string;
  status: MeetingStatus;
  title: string;
  start_at: Date;
  end_at: Date;
  /** The room's canonical name: two ways of writing one room are the same value here. */
  room: string;
  /** The meeting with the time to prepare its room and to clear it. */
  block_from: Date;
  block_to: Date;
  location: Json<Location>;
  attendees: number | null;
  equipment: JsonDefault<string[]>;
  /** How many of a thing, where it is not one. */
  quantities: JsonDefault<Record<string, number>>;
  layout: string | null;
  requester: Json<RequesterJson>;
  requester_id: string;
  address: Json<Address>;
  notes: string | null;
  tasks: JsonDefault<MeetingTaskJson[]>;
  /** The number of the first, where it comes again. */
  series: string | null;
  /** An important meeting: two people, spare things, earlier tests. */
  assurance: Generated<boolean>;
  /** By when its crew has to confirm; null where nothing is waited for. */
  confirm_by: Date | null;
  reminded: Generated<number>;
  /** When somebody has to be reminded next. */
  watch_at: Date | null;
  created_at: Date;
  updated_at: Date;
  version: Generated<number>;
}

/** A room that somebody is about to book; it counts as taken until it expires. */
export interface RoomHoldTable {
  /** The key of the conversation that holds it: one room a conversation. */
  holder: string;
  room: string;
  start_at: Date;
  end_at: Date;
  block_from: Date;
  block_to: Date;
  equipment: Json<string[]>;
  quantities: Json<Record<string, number>>;
  expires_at: Date;
}

export interface IdempotencyTable {
  scope: string;
  key: string;
  body_hash: string;
  response: Json<unknown>;
  created_at: Date;
}

export interface DeflectionTable {
  id: Generated<number>;
  at: Date;
  conversation_key: string;
  query: string;
  articles: Json<string[]>;
  outcome: 'solved' | 'unsolved' | 'unanswered';
  ticket: string | null;
}

export interface ArticleTable {
  id: string;
  hash: string;
  body: Json<unknown>;
  updated_at: Date;
  status: Generated<'draft' | 'published' | 'retired'>;
  version: Generated<number>;
  /** The folder that it was read from; null: written in the desk. */
  folder: string | null;
  /** Of the content that the folder had last; another `hash` beside it: changed in the desk since. */
  folder_hash: string | null;
  /** What the folder has now, where both sides changed it; as `body`. */
  conflict: Json<unknown> | null;
}

export interface ArticleHistoryTable {
  article: string;
  version: number;
  at: Date;
  actor: string;
  action: string;
  status: string;
  body: Json<unknown>;
}

export interface ArticleAskerTable {
  article: string;
  conversation_key: string;
  question: string;
  told_at: Date | null;
}

export interface LectureSubscriptionTable {
  conversation_key: string;
  since: Date;
}

export interface LectureTable {
  series: string;
  year: number;
  episode: number;
  title: string;
  owner: string | null;
  due: string;
  recorded_at: Date | null;
  article: string | null;
  published_at: Date | null;
  reminded_at: Date | null;
}

export interface LectureRatingTable {
  article: string;
  conversation_key: string;
  stars: number;
  at: Date;
}

export interface PersonTable {
  id: string;
  name: string;
  unit: string | null;
  department: string | null;
  room: string | null;
  /** On the desk: an extension or a line. */
  phone: string | null;
  mobile: string | null;
  level: string | null;
  vip: boolean;
  /** The id of another person. */
  manager: string | null;
  source: 'import' | 'platform' | 'self';
  active: boolean;
  updated_at: Date;
}

export interface PersonAccountTable {
  channel: string;
  account: string;
  person: string;
  joined_by: 'mobile' | 'code' | 'platform';
  joined_at: Date;
  /** The private chat in which this account can be written to, where it is known. */
  address: Json<Address> | null;
}

export interface JoinCodeTable {
  /** The code itself is told to its owner and kept nowhere. */
  hash: string;
  person: string;
  expires_at: Date;
  used_at: Date | null;
}

export interface JoinMissTable {
  id: Generated<number>;
  channel: string;
  account: string;
  at: Date;
}

export interface CallLogTable {
  id: Generated<number>;
  at: Date;
  agent: string;
  phone: string;
  name: string | null;
  department: string | null;
  person: string | null;
  said: string;
  intent: string;
  outcome: 'ticket_opened' | 'ticket_urged' | 'ticket_commented' | 'noted';
  ticket: string | null;
}

/** Who rang back to say what a message to a telephone says, and when. */
export interface CallBackTable {
  message: number;
  agent: string;
  at: Date;
}

export interface AttachmentTable {
  id: string;
  conversation_key: string;
  channel: string;
  /** What the channel needs to fetch it. */
  ref: string;
  kind: Attachment['kind'];
  name: string;
  /** By its own bytes once it is kept; before, what its platform said. */
  type: string | null;
  size: number | null;
  status: 'waiting' | 'kept' | 'refused';
  attempts: Generated<number>;
  not_before: Date | null;
  last_error: string | null;
  /** The number of the ticket that it belongs to. */
  ticket: string | null;
  received_at: Date;
}

export interface Schema {
  attachment: AttachmentTable;
  person: PersonTable;
  person_account: PersonAccountTable;
  join_code: JoinCodeTable;
  join_miss: JoinMissTable;
  call_log: CallLogTable;
  call_back: CallBackTable;
  conversation: ConversationTable;
  inbox: InboxTable;
  outbox: OutboxTable;
  counter: CounterTable;
  ticket: TicketTable;
  ticket_history: TicketHistoryTable;
  ticket_due: TicketDueTable;
  alert: AlertTable;
  feed: FeedTable;
  webhook: WebhookTable;
  webhook_delivery: WebhookDeliveryTable;
  meeting: MeetingTable;
  meeting_history: MeetingHistoryTable;
  room_hold: RoomHoldTable;
  idempotency: IdempotencyTable;
  deflection: DeflectionTable;
  article: ArticleTable;
  article_history: ArticleHistoryTable;
  article_asker: ArticleAskerTable;
  lecture: LectureTable;
  lecture_rating: LectureRatingTable;
  lecture_subscription: LectureSubscriptionTable;
}
