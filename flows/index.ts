/** Every flow of the desk, and which intent or button begins which. README.md beside this file says how to add one. */
import type { DialogueDefinition } from '../bot/dialogue/definition.ts';
import type { Flow } from '../bot/dialogue/flow.ts';
import { askHowto } from './ask-howto.ts';
import { askRooms } from './ask-rooms.ts';
import { bookMeeting } from './book-meeting.ts';
import { cancelMeeting } from './cancel-meeting.ts';
import { changeMeeting } from './change-meeting.ts';
import {
  addToTicket,
  amendTicket,
  cancelTicket,
  forwardToPerson,
  reopenTicket,
  stillBroken,
  urgeTicket,
} from './change-ticket.ts';
import { complain } from './complain.ts';
import { doneByItself } from './done-by-itself.ts';
import { meetingDocument } from './meeting-document.ts';
import { tell } from './notices.ts';
import { rateMeeting } from './rate-meeting.ts';
import { closeByButton, confirmFixed, rateService } from './rate-service.ts';
import { rebookMeeting } from './rebook-meeting.ts';
import { clarify } from './repair/clarify.ts';
import { handoff } from './repair/handoff.ts';
import { reportFault } from './report-fault.ts';
import { requestService } from './request-service.ts';
import { greet, help, idle, outOfScope, thank } from './small-talk.ts';
import { TEXTS } from './texts/index.ts';
import { ticketStatus } from './ticket-status.ts';
import { undoChange } from './undo-change.ts';

const all: readonly Flow[] = [
  reportFault,
  requestService,
  askHowto,
  bookMeeting,
  changeMeeting,
  cancelMeeting,
  undoChange,
  meetingDocument,
  rebookMeeting,
  rateMeeting,
  askRooms,
  ticketStatus,
  urgeTicket,
  addToTicket,
  amendTicket,
  cancelTicket,
  doneByItself,
  stillBroken,
  reopenTicket,
  rateService,
  confirmFixed,
  closeByButton,
  complain,
  greet,
  thank,
  help,
  outOfScope,
  idle,
  handoff,
  clarify,
  forwardToPerson,
];

export const dialogue: DialogueDefinition = {
  flows: Object.fromEntries(all.map((flow) => [flow.name, flow])),
  begins: {
    report_fault: 'report_fault',
    request_service: 'request_service',
    book_meeting: 'book_meeting',
    change_meeting: 'change_meeting',
    cancel_meeting: 'cancel_meeting',
    ask_howto: 'ask_howto',
    ticket_status: 'ticket_status',
    urge_ticket: 'urge_ticket',
    add_to_ticket: 'add_to_ticket',
    cancel_ticket: 'cancel_ticket',
    reopen_ticket: 'reopen_ticket',
    talk_to_human: 'handoff',
    rate_service: 'rate_service',
    complain: 'complain',
    confirm: 'idle',
    deny: 'idle',
    greet: 'greet',
    thank: 'thank',
    help: 'help',
    out_of_scope: 'out_of_scope',
  },
  actions: {
    'ticket.confirm': 'close_by_button',
    'ticket.reopen': 'reopen_ticket',
    'ticket.rate': 'rate_service',
    'meeting.undo': 'undo_change',
    'meeting.rate': 'rate_meeting',
    'meeting.rebook': 'rebook_meeting',
  },
  repair: {
    clarify: 'clarify',
    handoff: 'handoff',
    forward: 'forward_to_person',
    amend: 'amend_ticket',
    done: 'done_by_itself',
  },
  documents: 'meeting_document',
  roomQuestion: 'ask_rooms',
  words: { zh: TEXTS.zh.engine, en: TEXTS.en.engine },
  tell,
};
