import { Button, Skeleton } from 'antd';
import { Fragment } from 'react';
import type { Press } from '../card/card-view.tsx';
import { CardView } from '../card/card-view.tsx';
import type { Shown } from '../feed.ts';
import { isWaiting, leadOf } from '../feed.ts';
import type { ChatItem } from '../shapes.ts';
import { problemWords } from '../texts/problem-words.ts';
import { momentWords } from '../texts/wording.ts';
import { Attached } from '../ui/attached.tsx';
import { Icon } from '../ui/icon.tsx';
import { useNow, usePage } from '../ui/page-context.tsx';
import { useStickToEnd } from '../ui/stick-to-end.ts';
import { opensStretch } from './talk-time.ts';
import type { Sender, Sending } from './use-sending.ts';

interface Log {
  loading: boolean;
  items: Shown<ChatItem>[];
  sending: Sending[];
  /** The desk is at work on something that was sent. */
  working: boolean;
  sender: Sender;
  onExample: (text: string) => void;
  onPress: Press;
}

function Welcome({ onExample }: { onExample: (text: string) => void }) {
  const { texts } = usePage();
  return (
    <div className="welcome">
      <h3>{texts.chat.welcome}</h3>
      <p>{texts.chat.welcomeBody}</p>
      <ul>
        {texts.chat.examples.map((example) => (
          <li key={example}>
            <button type="button" onClick={() => onExample(example)}>
              {example}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function DeskLine(props: { item: ChatItem; past: boolean; busy: boolean; onPress: Press }) {
  const { reply, text } = props.item;
  const lead = reply ? leadOf(reply) : text;
  return (
    <div className="line from-desk">
      {lead && <p className="bubble">{lead}</p>}
      {reply?.card && (
        <CardView
          card={reply.card}
          ticket={reply.ticket}
          past={props.past}
          disabled={props.busy}
          onPress={props.onPress}
        />
      )}
      <Attached files={reply?.files} />
    </div>
  );
}

function SendingLine({ message, sender }: { message: Sending; sender: Sender }) {
  const { texts } = usePage();
  return (
    <div className="line from-user">
      {message.shown && (
        <p className={message.error === undefined ? 'bubble on-its-way' : 'bubble failed'}>{message.shown}</p>
      )}
      <Attached files={message.files} />
      {message.error !== undefined && (
        <div className="send-failed" role="alert">
          <span>
            {texts.chat.failed}：{problemWords(message.error, texts)}
          </span>
          <Button size="small" type="link" onClick={() => sender.retry(message.messageId)}>
            {texts.chat.retry}
          </Button>
          <Button size="small" type="text" onClick={() => sender.discard(message.messageId)}>
            {texts.chat.discard}
          </Button>
        </div>
      )}
    </div>
  );
}

function Lines({ items, working, onPress }: Log) {
  const page = usePage();
  const now = useNow(60_000);
  const lastWord = items.findLastIndex((item) => item.from === 'user' || isWaiting(item));
  return items.map((item, index) => (
    <Fragment key={item.cardKey ?? item.id}>
      {opensStretch(items[index - 1]?.at, item.at) && (
        <time className="stretch" dateTime={item.at}>
          {momentWords(item.at, now, page)}
        </time>
      )}
      {item.from === 'user' ? (
        (item.text || item.files?.length) && (
          <div className="line from-user">
            {item.text && <p className="bubble">{item.text}</p>}
            <Attached files={item.files} />
          </div>
        )
      ) : (
        <DeskLine item={item} past={index < lastWord} busy={working} onPress={onPress} />
      )}
    </Fragment>
  ));
}

/** What was said, oldest first, and what is on its way. */
export function ChatLog(props: Log) {
  const { texts } = usePage();
  const { items, sending, working, loading } = props;
  const end = useStickToEnd(`${items.at(-1)?.id} ${items.length} ${sending.length} ${working}`);
  const empty = !loading && items.length === 0 && sending.length === 0 && !working;
  return (
    <div className="log-frame">
      <div className="log" ref={end.ref} onScroll={end.onScroll}>
        <div className="log-lines" role="log" aria-live="polite">
          {loading && <Skeleton active title={false} paragraph={{ rows: 4 }} />}
          {empty && <Welcome onExample={props.onExample} />}
          <Lines {...props} />
          {sending.map((message) => (
            <SendingLine key={message.messageId} message={message} sender={props.sender} />
          ))}
          {working && (
            <p className="working" role="status">
              <i />
              <i />
              <i />
              {texts.chat.working}
            </p>
          )}
        </div>
      </div>
      {end.newer && (
        <Button
          className="newer"
          size="small"
          shape="round"
          icon={<Icon name="arrowDown" size={12} />}
          onClick={end.toEnd}
        >
          {texts.chat.newer}
        </Button>
      )}
    </div>
  );
}
