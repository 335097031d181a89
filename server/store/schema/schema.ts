/** All tables by their names. */

import type {
  AlertTable,
  FeedTable,
  TicketDueTable,
  WebhookDeliveryTable,
  WebhookTable,
} from './dispatch.ts';
import type {
  ArticleAskerTable,
  ArticleHistoryTable,
  ArticleTable,
  DeflectionTable,
  LectureRatingTable,
  LectureSubscriptionTable,
  LectureTable,
} from './knowledge.ts';
import type { MeetingHistoryTable, MeetingTable, RoomHoldTable } from './meetings.ts';
import type {
  AttachmentTable,
  ConversationTable,
  CounterTable,
  IdempotencyTable,
  InboxTable,
  LeaseTable,
  OutboxTable,
} from './messages.ts';
import type {
  CallBackTable,
  CallLogTable,
  JoinCodeTable,
  JoinMissTable,
  PersonAccountTable,
  PersonTable,
} from './people.ts';
import type { RosterDutyTable, RosterLeaveTable } from './roster.ts';
import type { TicketHistoryTable, TicketTable } from './tickets.ts';

export interface Schema {
  attachment: AttachmentTable;
  lease: LeaseTable;
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
  roster_duty: RosterDutyTable;
  roster_leave: RosterLeaveTable;
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
