/** What the desk has to tell a requester, said in their conversation and in its language. */
import type { Effect, MeetingView, TicketView } from '../desk.ts';
import type { Notice } from '../types.ts';
import { newFrameData } from './conversation.ts';
import { advance } from './engine.ts';
import { type Machine, placeOf, pushFrame, say, topFrame, wordsOf } from './machine.ts';

/** The record that the notice is about, as it stands now; absent where it is gone. */
export interface NoticeViews {
  ticket?: TicketView;
  meeting?: MeetingView;
}

/** Says it at once; one that asks something back (is it mended?) waits below a matter that is being talked about. */
export function tellNotice(machine: Machine, notice: Notice, views: NoticeViews): Effect | null {
  const { conversation, definition } = machine;
  if (notice.about === 'handback') {
    if (conversation.handoff?.ticket !== notice.number) return null;
    conversation.handoff = null;
    say(machine, { text: wordsOf(machine).handedBack() });
    return null;
  }
  const told = definition.tell(notice, views, conversation.language, machine.facts);
  if (!told) return null;
  const data = newFrameData({
    text: '',
    intent: 'confirm',
    target: notice.number,
    actor: notice.actor,
    ...(views.ticket ? { ticket: views.ticket } : {}),
    ...(notice.text ? { remark: notice.text } : {}),
  });
  if (!told.ask) {
    say(machine, told.said);
    return null;
  }
  const busy = topFrame(machine) && !conversation.handoff;
  if (busy) {
    say(machine, told.said);
    insertBelow(machine, told.ask, data);
    return null;
  }
  pushFrame(machine, told.ask, data);
  return advance(machine);
}

/** Placed at the bottom, standing at its question, which was just put. */
function insertBelow(machine: Machine, flow: string, data: ReturnType<typeof newFrameData>): void {
  const { conversation } = machine;
  pushFrame(machine, flow, data);
  const frame = conversation.stack.pop();
  if (frame && placeOf(machine, frame)) conversation.stack.unshift(frame);
}
