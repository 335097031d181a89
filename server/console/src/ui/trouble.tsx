import { Alert, Button } from 'antd';
import { problemWords } from '../texts/problem-words.ts';
import { usePage } from './page-context.tsx';

/** Something could not be loaded: said once, calmly, with a way to try again. */
export function Trouble({ error, retry }: { error: unknown; retry: () => void }) {
  const { texts } = usePage();
  return (
    <Alert
      className="trouble"
      type="warning"
      title={problemWords(error, texts)}
      action={
        <Button size="small" onClick={retry}>
          {texts.problems.reload}
        </Button>
      }
    />
  );
}
