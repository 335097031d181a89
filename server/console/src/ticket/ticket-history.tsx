import { Timeline } from 'antd';
import { nameIn } from '../desk-names.ts';
import type { HistoryEntry } from '../shapes.ts';
import { momentWords } from '../texts/wording.ts';
import { useNow, usePage } from '../ui/page-context.tsx';
import { linesOf } from './detail-lines.ts';

const COLOURS: Record<string, string> = {
  breached: 'red',
  escalate: 'red',
  escalated: 'red',
  resolve: 'green',
  close: 'green',
};

function Entry({ entry }: { entry: HistoryEntry }) {
  const page = usePage();
  const now = useNow(60_000);
  const lines = linesOf(entry.detail ?? {}, {
    texts: page.texts,
    moment: (text) => momentWords(text, now, page),
    name: (idOrName) => nameIn(page.desk, idOrName),
  });
  return (
    <>
      <p className="entry-head">
        <strong>{page.texts.event[entry.action] ?? entry.action}</strong>
        <span>{nameIn(page.desk, entry.actor)}</span>
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

/** Every change of a ticket, newest first, with who and when. */
export function TicketHistory({ history }: { history: HistoryEntry[] }) {
  const items = history
    .map((entry, index) => ({
      key: `${index} ${entry.at}`,
      color: COLOURS[entry.action] ?? 'gray',
      content: <Entry entry={entry} />,
    }))
    .reverse();
  return <Timeline className="history" items={items} />;
}
