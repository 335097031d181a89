/** Asks whoever has a say in a room: in their own chat, else through the dispatch groups. */
import { meetingApprovalCard } from '../../flows/dispatch/meeting-approval-card.ts';
import type { MeetingEvent } from '../desk/events.ts';
import { isAwaited } from '../desk/meeting-approval.ts';
import type { NewMessage } from '../store/outbox.ts';
import type { TellOptions } from './tell.ts';

/** A card where it is asked for the first time, and again where nobody answered. */
export function meetingApprovalMessages(options: TellOptions, event: MeetingEvent): NewMessage[] {
  const { meeting, action, detail } = event;
  if (!isAwaited(meeting)) return [];
  const isNew =
    action === 'created' || (action === 'change' && meeting.approval?.askedAt === meeting.updatedAt);
  const again = action === 'unapproved';
  if (!isNew && !again) return [];
  const approver = options.approver?.(meeting.room) ?? { name: meeting.approval?.approver ?? '' };
  const asked = { name: approver.name, reached: approver.reach !== undefined, again };
  const reply = meetingApprovalCard(meeting, asked, { now: options.now(), zone: options.zone });
  const cardKey = `approval:${meeting.number}:${meeting.version}:${detail.level ?? 0}`;
  return (approver.reach ? [approver.reach] : options.groups).map((address) => {
    const delivery = options.channels.get(address.channel)?.capabilities.delivery ?? 'push';
    return { address, delivery, reply, cardKey };
  });
}
