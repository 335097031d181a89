import { Button } from 'antd';
import { useState } from 'react';
import type { Card, CardAction } from '../shapes.ts';
import { usePage } from '../ui/page-context.tsx';
import { CardForm } from './card-form.tsx';

export type Press = (action: CardAction, form?: Record<string, string>) => void;

interface CardProps {
  card: Card;
  /** The ticket that the card is about, where it is about one. */
  ticket?: string | undefined;
  /** The talk has gone on since: the buttons still work, but do not ask for attention. */
  past?: boolean;
  /** An action of this card is on its way, or the reader may only look. */
  disabled?: boolean;
  onPress: Press;
}

function styleOf(action: CardAction, past: boolean) {
  if (past) return {};
  return action.style === 'primary'
    ? ({ type: 'primary' } as const)
    : action.style === 'danger'
      ? { danger: true }
      : {};
}

function CardActions({ card, past = false, disabled = false, onPress }: CardProps) {
  const [filling, setFilling] = useState<CardAction | null>(null);
  const press = (action: CardAction) => {
    if (action.form?.length) setFilling(filling?.id === action.id ? null : action);
    else onPress(action);
  };
  return (
    <>
      <div className="card-actions">
        {card.actions.map((action) => (
          <Button
            key={`${action.id} ${action.value}`}
            size="small"
            disabled={disabled}
            aria-expanded={action.form?.length ? filling?.id === action.id : undefined}
            {...styleOf(action, past)}
            onClick={() => press(action)}
          >
            {action.label}
          </Button>
        ))}
      </div>
      {filling && (
        <CardForm
          key={filling.id}
          action={filling}
          onCancel={() => setFilling(null)}
          onSubmit={(form) => {
            setFilling(null);
            onPress(filling, form);
          }}
        />
      )}
    </>
  );
}

/** A card as the desk sent it: title, body, facts, buttons. All of it is text. */
export function CardView(props: CardProps) {
  const { texts, openTicket, role } = usePage();
  const { card, ticket } = props;
  return (
    <article className={`card tone-${card.tone ?? 'info'}`} aria-label={card.title}>
      <header>
        <h3>{card.title}</h3>
        {ticket && role !== 'chat' && (
          <button
            type="button"
            className="number-link"
            aria-label={texts.chat.openTicket(ticket)}
            onClick={() => openTicket(ticket)}
          >
            {card.title.includes(ticket) ? texts.card.open : ticket}
          </button>
        )}
      </header>
      {card.body && <p className="card-body">{card.body}</p>}
      {card.fields.length > 0 && (
        <dl className="facts">
          {card.fields.map((field) => (
            <div key={field.label}>
              <dt>{field.label}</dt>
              <dd>{field.value}</dd>
            </div>
          ))}
        </dl>
      )}
      {card.actions.length > 0 && <CardActions {...props} />}
    </article>
  );
}
