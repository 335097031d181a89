import { Button, Input } from 'antd';
import type { KeyboardEvent } from 'react';
import { useRef, useState } from 'react';
import type { ShownFile } from '../shapes.ts';
import { Icon } from './icon.tsx';
import { usePage } from './page-context.tsx';
import { PickedFiles } from './picked-files.tsx';
import { useFileDrop } from './use-file-drop.ts';
import { type UploadFile, useUploads } from './use-uploads.ts';

/** Longest message that the desk takes, in UTF-16 units. */
const MAX_LENGTH = 20_000;

/** Enter sends, Shift+Enter starts a line; the Enter that picks a word from an input method does neither. */
const isSendKey = (event: KeyboardEvent): boolean =>
  event.key === 'Enter' &&
  !event.shiftKey &&
  !event.nativeEvent.isComposing &&
  // Safari says that composing is over before it sends the Enter that ended it.
  event.keyCode !== 229;

function PickButton({ disabled, onPick }: { disabled: boolean; onPick: (files: Iterable<File>) => void }) {
  const { texts } = usePage();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={texts.chat.pick}
        onChange={({ target }) => {
          // The list empties with the value.
          onPick([...(target.files ?? [])]);
          // The same file can be chosen once more.
          target.value = '';
        }}
      />
      <Button
        type="text"
        icon={<Icon name="clip" />}
        title={texts.chat.pick}
        aria-label={texts.chat.pick}
        disabled={disabled}
        onClick={() => input.current?.click()}
      />
    </>
  );
}

export function Composer(props: {
  label: string;
  placeholder: string;
  /** Lines that stand open before anything is written. */
  rows?: number;
  disabled?: boolean;
  /** Absent: nobody may send files now. */
  upload?: UploadFile | undefined;
  /** A promise that fails gives words and files back, to be sent again. */
  onSend: (text: string, files: ShownFile[]) => unknown;
}) {
  const { texts } = usePage();
  const { disabled = false, upload } = props;
  const [draft, setDraft] = useState('');
  const uploads = useUploads(upload);
  const drop = useFileDrop(upload ? uploads.add : undefined);
  const text = draft.trim();
  const tooLong = text.length > MAX_LENGTH;
  const hasFiles = uploads.picked.some(({ file }) => file);
  const mayNot = (!text && !hasFiles) || tooLong || disabled || uploads.busy;
  const send = () => {
    if (mayNot) return;
    setDraft('');
    const files = uploads.take();
    Promise.resolve(props.onSend(text, files)).catch(() => {
      setDraft((since) => since || text);
      uploads.giveBack(files);
    });
  };
  return (
    <form
      ref={drop.ref}
      className={drop.over ? 'composer dropping' : 'composer'}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <PickedFiles uploads={uploads} />
      {drop.over && <p className="drop-hint">{texts.chat.dropHere}</p>}
      {upload && <PickButton disabled={disabled} onPick={uploads.add} />}
      <Input.TextArea
        aria-label={props.label}
        placeholder={props.placeholder}
        title={texts.chat.keys}
        value={draft}
        disabled={disabled}
        autoSize={{ minRows: props.rows ?? 1, maxRows: 8 }}
        enterKeyHint="send"
        status={tooLong ? 'error' : ''}
        onChange={(event) => setDraft(event.target.value)}
        onPaste={(event) => {
          const { files } = event.clipboardData;
          if (!upload || files.length === 0) return;
          event.preventDefault();
          uploads.add(files);
        }}
        onKeyDown={(event) => {
          if (!isSendKey(event)) return;
          event.preventDefault();
          send();
        }}
      />
      <Button type="primary" htmlType="submit" disabled={mayNot}>
        {texts.chat.send}
      </Button>
      {tooLong && <p role="alert">{texts.chat.tooLong}</p>}
    </form>
  );
}
