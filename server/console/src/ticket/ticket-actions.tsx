import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button } from 'antd';
import { useState } from 'react';
import { ApiError, api } from '../api.ts';
import type { TicketAction } from '../board/allowed-actions.ts';
import { allowedActions } from '../board/allowed-actions.ts';
import { KEYS } from '../live/affected-keys.ts';
import { instantOf } from '../moments.ts';
import type { Ticket } from '../shapes.ts';
import { problemWords } from '../texts/problem-words.ts';
import { usePage } from '../ui/page-context.tsx';
import { ACTION_FIELDS, actionBody, type FieldValues } from './action-fields.ts';
import { ActionForm } from './action-form.tsx';

interface Doing {
  action: TicketAction;
  values: FieldValues;
}

/** What is only added needs no fresh look at the ticket: it is right whatever happened meanwhile. */
const ADDS_ONLY: readonly TicketAction[] = ['comment', 'urge'];

function useAct(ticket: Ticket, me: string | undefined, whenDone: () => void) {
  const { texts, zone } = usePage();
  const { message } = App.useApp();
  const client = useQueryClient();
  const refresh = () => {
    void client.invalidateQueries({ queryKey: KEYS.tickets });
    return client.invalidateQueries({ queryKey: KEYS.ticket(ticket.number) });
  };
  return useMutation({
    mutationFn: ({ action, values }: Doing) =>
      api.actOnTicket(ticket.number, {
        ...actionBody(action, values, (wall) => instantOf(wall, zone)),
        ...(ADDS_ONLY.includes(action) ? {} : { version: ticket.version }),
        ...(me ? { actor: me } : {}),
      }),
    onSuccess: (changed, { action }) => {
      client.setQueryData(KEYS.ticket(ticket.number), changed);
      void refresh();
      void message.success(texts.ticket.carriedOut(texts.action[action]));
      whenDone();
    },
    onError: (error) => {
      if (error instanceof ApiError && (error.status === 409 || error.status === 404)) void refresh();
    },
  });
}

function Refusal({ error }: { error: unknown }) {
  const { texts } = usePage();
  const conflict = error instanceof ApiError && error.status === 409;
  if (!conflict) return <Alert type="error" showIcon title={problemWords(error, texts)} />;
  return <Alert type="warning" showIcon title={texts.ticket.conflict} description={error.problem.detail} />;
}

/** The buttons that the ticket's status allows, and the form of the one that was chosen. */
export function TicketActions({ ticket, me }: { ticket: Ticket; me: string | undefined }) {
  const { texts, role } = usePage();
  const [chosen, setChosen] = useState<TicketAction | null>(null);
  const act = useAct(ticket, me, () => setChosen(null));
  const actions = allowedActions(ticket.status, role);
  const choose = (action: TicketAction) => {
    act.reset();
    if (ACTION_FIELDS[action].length === 0) act.mutate({ action, values: {} });
    else setChosen(chosen === action ? null : action);
  };
  const overtaken = chosen !== null && !actions.includes(chosen) && act.isIdle;
  return (
    <div className="ticket-actions">
      <div className="card-actions">
        {actions.map((action, index) => (
          <Button
            key={action}
            size="small"
            type={index === 0 && !chosen ? 'primary' : 'default'}
            className={chosen === action ? 'chosen' : ''}
            danger={action === 'cancel'}
            disabled={act.isPending}
            aria-expanded={chosen === action}
            onClick={() => choose(action)}
          >
            {texts.action[action]}
          </Button>
        ))}
        {me && actions.length > 0 && <span className="acting-as">{texts.ticket.actingAs(me)}</span>}
      </div>
      {overtaken && <Alert type="warning" showIcon title={texts.ticket.overtaken} />}
      {act.isError && <Refusal error={act.error} />}
      {chosen && actions.includes(chosen) && (
        <ActionForm
          key={chosen}
          action={chosen}
          initial={chosen === 'accept' && me ? { engineer: me } : {}}
          busy={act.isPending}
          onSubmit={(values) => act.mutate({ action: chosen, values })}
          onCancel={() => setChosen(null)}
        />
      )}
    </div>
  );
}
