import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Drawer, QRCode } from 'antd';
import { api } from '../api.ts';
import { KEYS } from '../live/affected-keys.ts';
import type { ChannelStatus, ParkedUpdate } from '../shapes.ts';
import { problemWords } from '../texts/problem-words.ts';
import { momentWords } from '../texts/wording.ts';
import { useNow, usePage } from '../ui/page-context.tsx';
import { Blank } from '../ui/pane.tsx';
import type { Stuck } from './use-stuck.ts';

function StuckItem(props: {
  item: ParkedUpdate & { to?: string };
  label: string;
  send: (id: string) => Promise<unknown>;
}) {
  const page = usePage();
  const { texts } = page;
  const { message } = App.useApp();
  const client = useQueryClient();
  const now = useNow(60_000);
  const again = useMutation({
    mutationFn: () => props.send(props.item.id),
    onSuccess: () => {
      void message.success(texts.operator.queued);
      return client.invalidateQueries({ queryKey: KEYS.operator });
    },
    onError: (error) => void message.warning(problemWords(error, texts), 6),
  });
  const { item } = props;
  return (
    <li className="stuck">
      <p className="entry-head">
        <strong>{texts.channel[item.channel] ?? item.channel}</strong>
        {item.to && (
          <span>
            {texts.operator.to} {item.to}
          </span>
        )}
        <time dateTime={item.at}>{momentWords(item.at, now, page)}</time>
      </p>
      <p className="stuck-text">{item.text}</p>
      <p className="stuck-error">
        {texts.operator.attempts(item.attempts)} · {item.error}
      </p>
      <Button size="small" loading={again.isPending} onClick={() => again.mutate()}>
        {props.label}
      </Button>
    </li>
  );
}

/** A channel that does not work, why, and the code that a person has to scan where it wants one. */
function ChannelItem({ channel }: { channel: ChannelStatus }) {
  const page = usePage();
  const { texts } = page;
  const now = useNow(60_000);
  const { name, state, since, detail, scan } = channel;
  return (
    <li className="stuck">
      <p className="entry-head">
        <strong>{texts.channel[name] ?? name}</strong>
        <span>{texts.operator.states[state]}</span>
        <time dateTime={since}>{momentWords(since, now, page)}</time>
      </p>
      {scan && (
        <>
          <p className="stuck-text">{texts.operator.scan}</p>
          <QRCode value={scan} />
        </>
      )}
      {detail && !scan && <p className="stuck-error">{detail}</p>}
    </li>
  );
}

/** What could not be delivered or handled, each with a way to try it again, and channels that do not work. */
export default function OperatorDrawer(props: { open: boolean; stuck: Stuck; onClose: () => void }) {
  const { texts } = usePage();
  const { deadLetters, parked, channels, count } = props.stuck;
  return (
    <Drawer open={props.open} onClose={props.onClose} size={560} title={texts.operator.title}>
      {count === 0 && <Blank title={texts.operator.none} />}
      {channels.length > 0 && (
        <section className="stuck-list">
          <h4>{texts.operator.channels}</h4>
          <ul>
            {channels.map((channel) => (
              <ChannelItem key={channel.name} channel={channel} />
            ))}
          </ul>
        </section>
      )}
      {deadLetters.length > 0 && (
        <section className="stuck-list">
          <h4>{texts.operator.deadLetters}</h4>
          <ul>
            {deadLetters.map((item) => (
              <StuckItem key={item.id} item={item} label={texts.operator.resend} send={api.resend} />
            ))}
          </ul>
        </section>
      )}
      {parked.length > 0 && (
        <section className="stuck-list">
          <h4>{texts.operator.parked}</h4>
          <ul>
            {parked.map((item) => (
              <StuckItem key={item.id} item={item} label={texts.operator.retry} send={api.retryParked} />
            ))}
          </ul>
        </section>
      )}
    </Drawer>
  );
}
