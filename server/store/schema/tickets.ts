/** Tables of tickets, as TypeScript sees them. A change here comes with a migration (server/store/migrations/). */

import type { Generated } from 'kysely';
import type { Address, Category, Location, Sender, Slots, TicketKind, Urgency } from '../../../bot/types.ts';
import type { Target } from '../../desk/profile-service-level.ts';
import type { TicketAttachment } from '../../desk/ticket-record.ts';
import type { Json, JsonDefault } from './columns.ts';

export type TicketStatus = 'new' | 'assigned' | 'accepted' | 'on_hold' | 'resolved' | 'closed' | 'cancelled';

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

/** The clock of a vendor that has the work; ISO 8601. */
export interface VendorClockJson {
  since: string;
  answerBy: string | null;
  doneBy: string | null;
  answeredAt: string | null;
  heardAt: string | null;
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
  vendor_clock: Json<VendorClockJson> | null;
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

export interface TicketHistoryTable extends HistoryTable {
  ticket_id: number;
}

export interface HistoryTable {
  id: Generated<number>;
  at: Date;
  actor: string;
  action: string;
  detail: Json<Record<string, unknown>>;
}
