import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { KEYS } from '../live/affected-keys.ts';
import { usePage } from '../ui/page-context.tsx';
import { Blank } from '../ui/pane.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { knowledgeApi } from './knowledge-api.ts';

interface Item {
  article: string;
  title: string;
  why: string;
}

function Items({ title, items, onOpen }: { title: string; items: Item[]; onOpen: (id: string) => void }) {
  if (items.length === 0) return null;
  return (
    <section className="health">
      <h4>{title}</h4>
      <ul>
        {items.map(({ article, title: name, why }) => (
          <li key={article}>
            <Button type="link" className="entry-link" onClick={() => onOpen(article)}>
              {name}
            </Button>
            <span>{why}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Entries that are shown often and seldom help, and entries that nobody has checked for long. */
export function HealthList({ onOpen }: { onOpen: (id: string) => void }) {
  const words = usePage().texts.knowledge;
  const health = useQuery({
    queryKey: [...KEYS.knowledge, 'health'],
    queryFn: ({ signal }) => knowledgeApi.health(signal),
  });
  if (health.isError) return <Trouble error={health.error} retry={() => void health.refetch()} />;
  if (!health.data) return null;
  const { misleading, stale } = health.data;
  if (misleading.length + stale.length === 0) return <Blank title={words.healthy} />;
  return (
    <>
      <Items
        title={words.misleading}
        items={misleading.map((one) => ({ ...one, why: words.seldomHelps(one.solved, one.unsolved) }))}
        onOpen={onOpen}
      />
      <Items
        title={words.stale}
        items={stale.map((one) => ({ ...one, why: words.unchecked(one.updated, one.days) }))}
        onOpen={onOpen}
      />
    </>
  );
}
