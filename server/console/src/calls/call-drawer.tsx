import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Drawer } from 'antd';
import { api } from '../api.ts';
import { KEYS } from '../live/affected-keys.ts';
import type { CallBack } from '../shapes.ts';
import { problemWords } from '../texts/problem-words.ts';
import { momentWords } from '../texts/wording.ts';
import { useNow, usePage } from '../ui/page-context.tsx';
import { CallForm } from './call-form.tsx';

function DueCallBack({ item, agent }: { item: CallBack; agent: string | undefined }) {
  const page = usePage();
  const { texts } = page;
  const { message } = App.useApp();
  const client = useQueryClient();
  const now = useNow(60_000);
  const done = useMutation({
    mutationFn: () => api.calledBack(item.id, agent),
    onSuccess: () => client.invalidateQueries({ queryKey: KEYS.calls }),
    onError: (error) => void message.warning(problemWords(error, texts), 6),
  });
  return (
    <li className="stuck">
      <p className="entry-head">
        <strong>
          <a href={`tel:${item.phone}`}>{item.phone}</a> {item.name}
        </strong>
        <time dateTime={item.at}>{momentWords(item.at, now, page)}</time>
      </p>
      <p className="stuck-text">{item.text}</p>
      <Button size="small" loading={done.isPending} onClick={() => done.mutate()}>
        {texts.calls.told}
      </Button>
    </li>
  );
}

/** A telephone call is logged here, and whoever waits to be rung back stands below. */
export default function CallDrawer(props: {
  open: boolean;
  callBacks: CallBack[];
  agent: string | undefined;
  onClose: () => void;
}) {
  const { texts } = usePage();
  const { callBacks, agent } = props;
  return (
    <Drawer open={props.open} onClose={props.onClose} size={480} title={texts.calls.title}>
      <CallForm agent={agent} />
      {callBacks.length > 0 && (
        <section className="stuck-list">
          <h4>{texts.calls.ringBack(callBacks.length)}</h4>
          <ul>
            {callBacks.map((item) => (
              <DueCallBack key={item.id} item={item} agent={agent} />
            ))}
          </ul>
        </section>
      )}
    </Drawer>
  );
}
