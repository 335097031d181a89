import { Timeline } from 'antd';
import { nameIn } from '../desk-names.ts';
import type { HistoryEntry, Requester, Ticket } from '../shapes.ts';
import { momentWords } from '../texts/wording.ts';
import type { PageFacts } from '../ui/page-context.tsx';
import { useNow, usePage } from '../ui/page-context.tsx';
import { linesOf } from './detail-lines.ts';

const COLOURS: Record<string, string> = {
  breached: 'red',
  escalate: 'red',
  escalated: 'red',
  resolve: 'green',
  close: 'green',
};

/** Who did it: the desk itself, the requester, or an engineer. */
function actorName(actor: string, requester: Requester, { texts, desk }: PageFacts): string {
  if (actor === 'system') return texts.system;
  if (actor === requester.id) return requester.name ?? actor;
  return nameIn(desk, actor);
}

function Entry({ entry, requester }: { entry: HistoryEntry; requester: Requester }) {
  const page = usePage();
  const now = useNow(60_000);
  const actor = actorName(entry.actor, requester, page);
  const lines = linesOf(entry.detail ?? {}, {
    texts: page.texts,
    moment: (text) => momentWords(text, now, page),
    name: (idOrName) => nameIn(page.desk, idOrName),
  });
  return (
    <>
      <p className="entry-head">
        <strong>{page.texts.event[entry.action] ?? entry.action}</strong>
        <span>{actor}</span>
        <time dateTime={entry.at}>{momentWords(entry.at, now, page)}</time>
      </p>
      {lines.map((line) => (
        <p key={line.label} className="entry-line">
          <span>{line.label}</span>
          {line.value}
        </p>
      ))}
    </>
  );
}

/** Every change of a ticket or a meeting, newest first, with who and when. */
export function RecordHistory({ record }: { record: Pick<Ticket, 'history' | 'requester'> }) {
  const items = (record.history ?? [])
    .map((entry, index) => ({
      key: `${index} ${entry.at}`,
      color: COLOURS[entry.action] ?? 'gray',
      content: <Entry entry={entry} requester={record.requester} />,
    }))
    .reverse();
  return <Timeline className="history" items={items} />;
}
