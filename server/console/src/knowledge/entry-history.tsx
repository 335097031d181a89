import { useQuery } from '@tanstack/react-query';
import { Button, Collapse } from 'antd';
import { KEYS } from '../live/affected-keys.ts';
import { momentWords } from '../texts/wording.ts';
import { useNow, usePage } from '../ui/page-context.tsx';
import { knowledgeApi } from './knowledge-api.ts';

/** What an entry was, newest first; an older wording can be taken up again. */
export function EntryHistory({ id, onTake }: { id: string; onTake: ((markdown: string) => void) | null }) {
  const page = usePage();
  const words = page.texts.knowledge;
  const now = useNow(60_000);
  const history = useQuery({
    queryKey: [...KEYS.knowledge, 'history', id],
    queryFn: ({ signal }) => knowledgeApi.history(id, signal),
  });
  return (
    <Collapse
      size="small"
      items={(history.data?.items ?? []).map(({ version, at, actor, action, markdown }) => ({
        key: version,
        label: `${version} · ${words.actions[action] ?? action} · ${actor} · ${momentWords(at, now, page)}`,
        children: (
          <>
            <pre className="entry-source">{markdown}</pre>
            {onTake && (
              <Button size="small" onClick={() => onTake(markdown)}>
                {words.takeAgain}
              </Button>
            )}
          </>
        ),
      }))}
    />
  );
}
