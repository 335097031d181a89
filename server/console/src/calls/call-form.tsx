import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input } from 'antd';
import { useId, useState } from 'react';
import { api, newId } from '../api.ts';
import { KEYS } from '../live/affected-keys.ts';
import type { LoggedCall } from '../shapes.ts';
import { problemWords } from '../texts/problem-words.ts';
import { openTicket } from '../ui/open-ticket.ts';
import { usePage } from '../ui/page-context.tsx';
import { useWhoHas } from './use-calls.ts';

const EMPTY = { phone: '', name: '', said: '' };

function Outcome({ call }: { call: LoggedCall }) {
  const { texts } = usePage();
  return (
    <p className="call-outcome" role="status">
      {texts.calls.outcome[call.outcome]}{' '}
      {call.ticket && (
        <Button size="small" type="link" onClick={() => openTicket(call.ticket?.number ?? '')}>
          {call.ticket.number} {call.ticket.title}
        </Button>
      )}
    </p>
  );
}

/** Who rings, and what they say; the desk works out what it is about, as it does with a typed message. */
export function CallForm({ agent }: { agent: string | undefined }) {
  const { texts } = usePage();
  const { message } = App.useApp();
  const client = useQueryClient();
  const id = useId();
  const [draft, setDraft] = useState(EMPTY);
  const [key, setKey] = useState(() => newId('call'));
  const who = useWhoHas(draft.phone);
  const change = (part: Partial<typeof EMPTY>) => setDraft((before) => ({ ...before, ...part }));
  const log = useMutation({
    mutationFn: (open: boolean) => api.logCall({ ...draft, agent, open }, key),
    onSuccess: (call) => {
      setDraft(EMPTY);
      setKey(newId('call'));
      if (call.outcome === 'noted') void message.info(texts.calls.outcome.noted);
      return client.invalidateQueries({ queryKey: KEYS.tickets });
    },
    onError: (error) => void message.warning(problemWords(error, texts), 6),
  });
  const complete = /\d/.test(draft.phone) && draft.said.trim() !== '';
  const known = who.map((person) =>
    [person.department, person.name, person.vip ? '★' : ''].filter(Boolean).join(' '),
  );
  return (
    <form
      className="call-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (complete) log.mutate(false);
      }}
    >
      <div className="call-field">
        <label htmlFor={`${id}-phone`}>{texts.calls.phone}</label>
        <Input
          id={`${id}-phone`}
          value={draft.phone}
          inputMode="tel"
          autoFocus
          maxLength={50}
          onChange={({ target }) => change({ phone: target.value })}
        />
      </div>
      {known.length > 0 && (
        <p className="call-who">
          {known.length === 1 ? texts.calls.is(known[0] ?? '') : texts.calls.shared(known.join('、'))}
        </p>
      )}
      <div className="call-field">
        <label htmlFor={`${id}-name`}>{texts.calls.name}</label>
        <Input
          id={`${id}-name`}
          value={draft.name}
          maxLength={100}
          placeholder={who.length === 1 ? who[0]?.name : ''}
          onChange={({ target }) => change({ name: target.value })}
        />
      </div>
      <div className="call-field">
        <label htmlFor={`${id}-said`}>{texts.calls.said}</label>
        <Input.TextArea
          id={`${id}-said`}
          value={draft.said}
          autoSize={{ minRows: 4, maxRows: 10 }}
          maxLength={20_000}
          placeholder={texts.calls.saidHint}
          onChange={({ target }) => change({ said: target.value })}
        />
      </div>
      <div className="form-buttons">
        <Button type="primary" htmlType="submit" disabled={!complete} loading={log.isPending}>
          {texts.calls.log}
        </Button>
        <Button disabled={!complete || log.isPending} onClick={() => log.mutate(true)}>
          {texts.calls.openAnyway}
        </Button>
      </div>
      {log.data && <Outcome call={log.data} />}
    </form>
  );
}
