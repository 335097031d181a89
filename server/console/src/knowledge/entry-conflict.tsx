import { Alert, Button } from 'antd';
import { usePage } from '../ui/page-context.tsx';

interface EntryConflictProps {
  desk: string;
  folder: string;
  /** Null where this role only looks on. */
  decide: ((keep: 'folder' | 'desk') => void) | null;
}

/** Both sides of a change that was made in the folder and in the desk; somebody decides, nothing is overwritten. */
export function EntryConflict({ desk, folder, decide }: EntryConflictProps) {
  const words = usePage().texts.knowledge;
  const sides = [
    { keep: 'desk', title: words.deskSide, text: desk, label: words.keepDesk },
    { keep: 'folder', title: words.folderSide, text: folder, label: words.keepFolder },
  ] as const;
  return (
    <section className="entry-conflict" aria-label={words.conflict}>
      <Alert type="warning" title={words.conflictExplained} />
      <div className="entry-sides">
        {sides.map(({ keep, title, text, label }) => (
          <section key={keep} aria-label={title}>
            <h4>{title}</h4>
            <pre className="entry-source">{text}</pre>
            {decide && <Button onClick={() => decide(keep)}>{label}</Button>}
          </section>
        ))}
      </div>
    </section>
  );
}
