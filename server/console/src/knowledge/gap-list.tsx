import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { KEYS } from '../live/affected-keys.ts';
import { momentWords } from '../texts/wording.ts';
import { useNow, usePage } from '../ui/page-context.tsx';
import { Blank } from '../ui/pane.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { type KnowledgeGap, knowledgeApi } from './knowledge-api.ts';
import { useSaving } from './use-saving.ts';

interface GapListProps {
  mayKeep: boolean;
  me: string | undefined;
  onOpen: (id: string) => void;
}

function GapItem({ gap, mayKeep, me, onOpen }: GapListProps & { gap: KnowledgeGap }) {
  const page = usePage();
  const { texts, openTicket } = page;
  const words = texts.knowledge;
  const now = useNow(60_000);
  const draft = useSaving(
    () => knowledgeApi.draftGap(gap.id, me),
    ({ article }) => onOpen(article),
  );
  const others = gap.questions.filter((question) => question !== gap.question);
  return (
    <li className="gap">
      <p className="entry-head">
        <strong>{words.gap(gap.people, gap.question)}</strong>
        <time dateTime={gap.lastAt}>{momentWords(gap.lastAt, now, page)}</time>
      </p>
      {others.length > 0 && <p className="gap-others">{words.alsoAsked(others.slice(0, 5))}</p>}
      {gap.resolutions.length > 0 && (
        <ul className="gap-resolutions" aria-label={words.resolutions}>
          {gap.resolutions.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
      <p className="gap-foot">
        {gap.tickets.map((number) => (
          <Button key={number} type="link" size="small" onClick={() => openTicket(number)}>
            {number}
          </Button>
        ))}
        {mayKeep && (
          <Button
            size="small"
            type="primary"
            loading={draft.isPending}
            onClick={() => draft.mutate(undefined)}
          >
            {words.draftFromGap}
          </Button>
        )}
      </p>
    </li>
  );
}

/** «12 人问过，无答案：会议投屏无声», the costliest first, each with a draft in one step. */
export function GapList(props: GapListProps) {
  const words = usePage().texts.knowledge;
  const gaps = useQuery({
    queryKey: [...KEYS.knowledge, 'gaps'],
    queryFn: ({ signal }) => knowledgeApi.gaps(signal),
  });
  if (gaps.isError) return <Trouble error={gaps.error} retry={() => void gaps.refetch()} />;
  if (gaps.data?.items.length === 0) return <Blank title={words.noGaps} />;
  return (
    <ul className="gaps">
      {gaps.data?.items.map((gap) => (
        <GapItem key={gap.id} gap={gap} {...props} />
      ))}
    </ul>
  );
}
