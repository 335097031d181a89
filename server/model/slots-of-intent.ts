/** Which slots stand on which intent, by the understanding contract. */
import type { Intent, SlotName } from '../../bot/types.ts';

const EVERYWHERE: readonly SlotName[] = ['department', 'person', 'phone'];
const THING: readonly SlotName[] = ['device', 'system', 'model', 'asset', 'location', 'deadline'];
const FAULT: readonly SlotName[] = [...EVERYWHERE, ...THING, 'symptom', 'since', 'scope'];
const MEETING: readonly SlotName[] = [
  ...EVERYWHERE,
  'location',
  'start',
  'end',
  'attendees',
  'title',
  'equipment',
  'layout',
];
const ABOUT_TICKET: readonly SlotName[] = [...FAULT, 'ticket'];

export const SLOTS_OF: Record<Intent, readonly SlotName[]> = {
  report_fault: FAULT,
  request_service: [...EVERYWHERE, ...THING, 'quantity'],
  book_meeting: MEETING,
  change_meeting: MEETING,
  cancel_meeting: [...EVERYWHERE, 'location', 'start', 'title'],
  ask_howto: [...EVERYWHERE, 'system'],
  ticket_status: ABOUT_TICKET,
  urge_ticket: ABOUT_TICKET,
  add_to_ticket: ABOUT_TICKET,
  cancel_ticket: ABOUT_TICKET,
  reopen_ticket: ABOUT_TICKET,
  talk_to_human: EVERYWHERE,
  rate_service: [...EVERYWHERE, 'ticket', 'rating'],
  complain: EVERYWHERE,
  confirm: [],
  deny: [],
  greet: [],
  thank: [],
  help: [],
  out_of_scope: [],
};
