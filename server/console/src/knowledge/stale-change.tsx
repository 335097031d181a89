import { Alert, Button } from 'antd';
import { usePage } from '../ui/page-context.tsx';

/** Somebody saved meanwhile: theirs is shown, mine stays in the editor, and one of the two is chosen. */
export function StaleChange(props: { theirs: string; onMine: () => void; onTheirs: () => void }) {
  const words = usePage().texts.knowledge;
  return (
    <section className="entry-conflict" aria-label={words.staleTitle}>
      <Alert type="warning" title={words.staleTitle} description={words.staleExplained} />
      <pre className="entry-source">{props.theirs}</pre>
      <div className="knowledge-bar">
        <Button onClick={props.onMine}>{words.saveMine}</Button>
        <Button onClick={props.onTheirs}>{words.takeTheirs}</Button>
      </div>
    </section>
  );
}
