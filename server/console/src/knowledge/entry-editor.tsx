import { Button, Input } from 'antd';
import { useState } from 'react';
import { ApiError } from '../api.ts';
import { usePage } from '../ui/page-context.tsx';
import { EntryConflict } from './entry-conflict.tsx';
import { EntryHistory } from './entry-history.tsx';
import { EntryPreview } from './entry-preview.tsx';
import { type Article, type ArticleStatus, knowledgeApi, type Saved } from './knowledge-api.ts';
import { StaleChange } from './stale-change.tsx';
import { useSaving } from './use-saving.ts';

/** Where an entry may go from where it is. */
const MOVES: Record<ArticleStatus, readonly ArticleStatus[]> = {
  draft: ['published', 'retired'],
  published: ['retired', 'draft'],
  retired: ['draft'],
};

interface EntryEditorProps {
  article: Article;
  mayKeep: boolean;
  me: string | undefined;
  onSaved: (saved: Saved) => void;
  /** Whether there is something that only the editor has. */
  onTyped: (unsaved: boolean) => void;
}

/** Somebody else's change that came while this one was being written. */
interface Theirs {
  version: number;
  markdown: string;
}

/** Read, write with the preview beside, publish and retire. What was typed is never lost to somebody else's change. */
export function EntryEditor({ article, mayKeep, me, onSaved, onTyped }: EntryEditorProps) {
  const words = usePage().texts.knowledge;
  const { id } = article;
  // Null: nothing was typed, and what the desk has is shown.
  const [typed, setTyped] = useState<string | null>(null);
  const [base, setBase] = useState(article.version);
  const [theirs, setTheirs] = useState<Theirs | null>(null);
  const markdown = typed ?? article.markdown;
  const version = typed === null ? article.version : base;
  const type = (text: string) => {
    if (typed === null) setBase(article.version);
    setTyped(text);
    onTyped(true);
  };
  const settle = () => {
    setTyped(null);
    setTheirs(null);
    onTyped(false);
  };
  const save = useSaving(
    async (over: number) => {
      try {
        return await knowledgeApi.save(id, { version: over, markdown, actor: me });
      } catch (error) {
        const newer = staleOf(error);
        if (newer) setTheirs(newer);
        throw error;
      }
    },
    (saved) => {
      settle();
      onSaved(saved);
    },
  );
  const move = useSaving(
    (status: ArticleStatus) => knowledgeApi.move(id, { version: article.version, status, actor: me }),
    onSaved,
  );
  const decide = useSaving(
    (keep: 'folder' | 'desk') => knowledgeApi.decide(id, { version: article.version, keep, actor: me }),
    onSaved,
  );
  return (
    <>
      {article.folderMarkdown !== null && (
        <EntryConflict
          desk={article.markdown}
          folder={article.folderMarkdown}
          decide={mayKeep ? (keep) => decide.mutate(keep) : null}
        />
      )}
      {theirs && (
        <StaleChange theirs={theirs.markdown} onMine={() => save.mutate(theirs.version)} onTheirs={settle} />
      )}
      <div className="entry-sides">
        <Input.TextArea
          aria-label={words.markdown}
          className="entry-source"
          value={markdown}
          readOnly={!mayKeep}
          autoSize={{ minRows: 16, maxRows: 30 }}
          onChange={({ target }) => type(target.value)}
        />
        <EntryPreview markdown={markdown} label={words.preview} />
      </div>
      {mayKeep && (
        <div className="knowledge-bar">
          <Button
            type="primary"
            disabled={typed === null}
            loading={save.isPending}
            onClick={() => save.mutate(version)}
          >
            {words.save}
          </Button>
          {MOVES[article.status].map((status) => (
            <Button
              key={status}
              disabled={typed !== null}
              loading={move.isPending && move.variables === status}
              onClick={() => move.mutate(status)}
            >
              {words.moves[status]}
            </Button>
          ))}
          {typed !== null && <span>{words.unsaved}</span>}
        </div>
      )}
      <h4>{words.history}</h4>
      <EntryHistory id={id} onTake={mayKeep ? type : null} />
    </>
  );
}

function staleOf(error: unknown): Theirs | null {
  if (!(error instanceof ApiError) || error.status !== 409) return null;
  const { version, markdown } = error.problem;
  return version === undefined || markdown === undefined ? null : { version, markdown };
}
