/** The card by which whoever has a say in a room lets a meeting have it, or not. */
import { spanWords } from '../../bot/moment-words.ts';
import { type Reply, replyWith } from '../../bot/reply.ts';
import { TEXTS } from '../texts/index.ts';
import { type CrewMeeting, placeOf } from './meeting-card.ts';

interface Scene {
  now: number;
  zone: string;
}

/** `reached`: it goes to the approver's own chat; else the desk asks them and records the answer. */
export function meetingApprovalCard(
  meeting: CrewMeeting,
  approver: { name: string; reached: boolean; again: boolean },
  { now, zone }: Scene,
): Reply {
  const { dispatch, labels } = TEXTS.zh;
  const words = dispatch.meetingApproval;
  const { requester } = meeting;
  const place = placeOf(meeting);
  const who = [requester.department, requester.name].filter(Boolean).join(' ');
  const lead = approver.reached
    ? words.lead(who, place, approver.again)
    : words.leadForDesk(approver.name, place, approver.again);
  const entries: [string, string][] = [
    [labels.title, meeting.title],
    [labels.time, spanWords(meeting.start, meeting.end, now, zone, 'zh')],
    [labels.room, place],
    [labels.attendees, meeting.attendees === null ? '' : dispatch.line.meetingPeople(meeting.attendees)],
    [dispatch.meeting.bookedBy, [who, requester.phone].filter(Boolean).join(' ')],
  ];
  const { number } = meeting;
  const card = {
    title: words.title(number),
    fields: entries.flatMap(([label, value]) => (value ? [{ label, value }] : [])),
    actions: [
      { id: 'meeting.approve', label: words.approve, value: number, style: 'primary' as const },
      {
        id: 'meeting.refuse',
        label: words.refuse,
        value: number,
        form: [{ name: 'reason', label: words.reason, required: false }],
      },
    ],
    tone: 'warning' as const,
  };
  return replyWith(lead, card, { meeting: number });
}
