/** What a turn begins with: the facts, and what the update means in the state the conversation is in. */
import type { Facts } from '../../bot/desk.ts';
import type { Conversation } from '../../bot/dialogue/conversation.ts';
import type { NoticeViews } from '../../bot/dialogue/notice.ts';
import { expectationOf, type Input } from '../../bot/dialogue/step.ts';
import type { Update } from '../../bot/types.ts';
import { getMeeting } from '../meetings/get-meeting.ts';
import { getTicket } from '../tickets/get-ticket.ts';
import type { ReadScope } from './effects.ts';
import { plausible } from './plausible.ts';
import type { TurnDeps } from './take-turn.ts';
import { meetingView, ticketView } from './views.ts';

export function factsOf(deps: TurnDeps, update: Update): Facts {
  const now = deps.context.now();
  const { id, name, department, phone, office } = update.sender;
  return {
    now,
    zone: deps.context.zone,
    sender: {
      id,
      ...(name ? { name } : {}),
      ...(department ? { department } : {}),
      ...(phone ? { phone } : {}),
      ...(office ? { office } : {}),
    },
    desk: deps.deskFacts(now),
  };
}

export async function inputOf(
  deps: TurnDeps,
  scope: ReadScope,
  before: Conversation,
  facts: Facts,
): Promise<Input> {
  const { update } = scope;
  switch (update.kind) {
    case 'utterance': {
      const expect = expectationOf(deps.dialogue, before, facts.now);
      const heard = deps.understand(update.text, { now: facts.now, ...(expect ? { expect } : {}) });
      return {
        kind: 'utterance',
        text: update.text,
        heard: plausible(heard),
        masked: update.masked ?? [],
        ...(update.attachments ? { attachments: update.attachments } : {}),
        ...(update.edited ? { edited: true } : {}),
      };
    }
    case 'recall':
      return { kind: 'recall' };
    case 'action':
      return { kind: 'action', action: update.action };
    case 'notice':
      return { kind: 'notice', notice: update.notice, views: await viewsOf(scope) };
  }
}

async function viewsOf({ db, context, update }: ReadScope): Promise<NoticeViews> {
  if (update.kind !== 'notice') return {};
  const { notice } = update;
  if (notice.about === 'meeting') {
    const meeting = await getMeeting(db, context, notice.number);
    return meeting ? { meeting: meetingView(meeting) } : {};
  }
  const ticket = await getTicket(db, context, notice.number);
  return ticket ? { ticket: ticketView(ticket) } : {};
}
