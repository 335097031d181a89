import { api } from '../api.ts';
import { KEYS } from '../live/affected-keys.ts';
import { dayOf } from '../moments.ts';
import type { Meeting } from '../shapes.ts';
import { momentWords } from '../texts/wording.ts';
import { RecordHistory } from '../ticket/record-history.tsx';
import { type Fact, FactGrid, phoneLink } from '../ticket/ticket-facts.tsx';
import type { PageFacts } from '../ui/page-context.tsx';
import { useNow, usePage } from '../ui/page-context.tsx';
import { RecordDrawer } from '../ui/record-drawer.tsx';
import { roomIdOf } from './blocks.ts';
import { MeetingActions } from './meeting-actions.tsx';
import { MeetingDocuments } from './meeting-documents.tsx';
import { MeetingTasks } from './meeting-tasks.tsx';
import { clockSpan, crewState } from './meeting-words.ts';

/** The day once where it is one; both where the meeting goes on after midnight. */
function timeWords(meeting: Meeting, now: number, page: PageFacts): string {
  const { start, end } = meeting;
  const startDay = dayOf(Date.parse(start), page.zone);
  const endDay = end === null ? startDay : dayOf(Date.parse(end), page.zone);
  if (end !== null && endDay !== startDay)
    return `${momentWords(start, now, page)} – ${momentWords(end, now, page)}`;
  return `${momentWords(startDay, now, page)} ${clockSpan(meeting, page.zone)}`;
}

function meetingFacts(meeting: Meeting, page: PageFacts, now: number): Fact[] {
  const { texts, desk } = page;
  const labels = texts.meeting;
  const { requester } = meeting;
  const things = meeting.equipment?.map((one) => {
    const count = meeting.quantities?.[one];
    return `${texts.equipment[one] ?? one}${count === undefined ? '' : ` ×${count}`}`;
  });
  const roomId = roomIdOf(meeting);
  return [
    [labels.time, timeWords(meeting, now, page)],
    [labels.room, desk?.rooms.find(({ id }) => id === roomId)?.name ?? roomId],
    [labels.attendees, meeting.attendees && texts.board.people(meeting.attendees)],
    [labels.layout, meeting.layout && (texts.layout[meeting.layout] ?? meeting.layout)],
    [labels.equipment, things?.join('、')],
    [labels.notes, meeting.notes],
    [labels.requester, requester.name ?? requester.id],
    [texts.ticket.department, requester.department],
    [texts.ticket.phone, phoneLink(requester.phone)],
    [
      labels.approval,
      meeting.approval && labels.agreed(meeting.approval.approver, meeting.approval.decision),
    ],
    [
      labels.rating,
      meeting.rating && [labels.score(meeting.rating.score), meeting.rating.text].filter(Boolean).join(' '),
    ],
    [labels.used, usedWords(meeting, page)],
    [labels.assurance, meeting.assurance ? texts.yes : null],
    [labels.series, meeting.series],
    [labels.confirmBy, meeting.confirmBy && momentWords(meeting.confirmBy, now, page)],
    [texts.ticket.created, momentWords(meeting.createdAt, now, page)],
  ];
}

/** What the crew counted at clearing. */
function usedWords({ used }: Meeting, { texts }: PageFacts): string | null {
  if (!used) return null;
  const counted = Object.entries(used).filter(([, count]) => count > 0);
  return counted.map(([what, count]) => `${texts.equipment[what] ?? what} ×${count}`).join('、');
}

function Body({ meeting, me }: { meeting: Meeting; me: string | undefined }) {
  const page = usePage();
  const now = useNow(60_000);
  const { texts } = page;
  const crew = crewState(meeting, texts);
  return (
    <div className="ticket-detail">
      <div className="ticket-top">
        <h3>{meeting.title}</h3>
        <p>
          <span className={`mark meeting-${crew.mark}`}>{crew.words}</span>
          <span>{timeWords(meeting, now, page)}</span>
        </p>
      </div>
      <MeetingActions meeting={meeting} me={me} />
      <section>
        <h4>{texts.meeting.facts}</h4>
        <FactGrid facts={meetingFacts(meeting, page, now)} />
      </section>
      <section>
        <h4>{texts.meeting.tasks}</h4>
        <MeetingTasks meeting={meeting} me={me} />
      </section>
      <MeetingDocuments meeting={meeting} />
      <section>
        <h4>{texts.ticket.history}</h4>
        <RecordHistory record={meeting} />
      </section>
    </div>
  );
}

/** A meeting with everything that is known of it, at the side of the page. */
export function MeetingDrawer(props: { number: string; me: string | undefined; onClose: () => void }) {
  const { texts } = usePage();
  const { number, me, onClose } = props;
  return (
    <RecordDrawer
      title={texts.meeting.drawer(number)}
      notFound={texts.meeting.notFound}
      queryKey={KEYS.meeting(number)}
      read={(signal) => api.meeting(number, signal)}
      onClose={onClose}
    >
      {(meeting) => <Body key={number} meeting={meeting} me={me} />}
    </RecordDrawer>
  );
}
