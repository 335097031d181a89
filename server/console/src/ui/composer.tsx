import { Button, Input } from 'antd';
import type { KeyboardEvent } from 'react';
import { useState } from 'react';
import { usePage } from './page-context.tsx';

/** Longest message that the desk takes, in UTF-16 units. */
const MAX_LENGTH = 20_000;

/** Enter sends, Shift+Enter starts a line; the Enter that picks a word from an input method does neither. */
const isSendKey = (event: KeyboardEvent): boolean =>
  event.key === 'Enter' &&
  !event.shiftKey &&
  !event.nativeEvent.isComposing &&
  // Safari says that composing is over before it sends the Enter that ended it.
  event.keyCode !== 229;

export function Composer(props: {
  label: string;
  placeholder: string;
  /** Lines that stand open before anything is written. */
  rows?: number;
  disabled?: boolean;
  /** A promise that fails gives the words back, to be sent again. */
  onSend: (text: string) => unknown;
}) {
  const { texts } = usePage();
  const [draft, setDraft] = useState('');
  const text = draft.trim();
  const tooLong = text.length > MAX_LENGTH;
  const send = () => {
    if (!text || tooLong || props.disabled) return;
    setDraft('');
    Promise.resolve(props.onSend(text)).catch(() => setDraft((since) => since || text));
  };
  return (
    <form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Input.TextArea
        aria-label={props.label}
        placeholder={props.placeholder}
        title={texts.chat.keys}
        value={draft}
        disabled={props.disabled ?? false}
        autoSize={{ minRows: props.rows ?? 1, maxRows: 8 }}
        enterKeyHint="send"
        status={tooLong ? 'error' : ''}
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={(event) => {
          if (!isSendKey(event)) return;
          event.preventDefault();
          send();
        }}
      />
      <Button type="primary" htmlType="submit" disabled={!text || tooLong || (props.disabled ?? false)}>
        {texts.chat.send}
      </Button>
      {tooLong && <p role="alert">{texts.chat.tooLong}</p>}
    </form>
  );
}
