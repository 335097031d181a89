import { Button } from 'antd';
import { problemWords } from '../texts/problem-words.ts';
import { Icon } from './icon.tsx';
import { usePage } from './page-context.tsx';
import type { Uploads } from './use-uploads.ts';

/** What will go with the next message: each can be taken away again, and says what is wrong with it. */
export function PickedFiles({ uploads }: { uploads: Uploads }) {
  const { texts } = usePage();
  if (uploads.picked.length === 0) return null;
  return (
    <ul className="picked" aria-label={texts.chat.picked}>
      {uploads.picked.map(({ key, name, file, error }) => (
        <li
          key={key}
          className={error === undefined ? '' : 'failed'}
          role={error === undefined ? undefined : 'alert'}
        >
          {file?.kind === 'image' && <img src={file.url} alt="" />}
          <span>{name}</span>
          {!file && error === undefined && <em>{texts.chat.uploading}</em>}
          {error !== undefined && <em>{problemWords(error, texts)}</em>}
          <Button
            type="text"
            size="small"
            icon={<Icon name="close" size={12} />}
            aria-label={texts.chat.unpick(name)}
            onClick={() => uploads.remove(key)}
          />
        </li>
      ))}
    </ul>
  );
}
