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

/** One button of a card asks for attention: the first that is marked so; none where the talk has gone on. */
function styleOf(action: CardAction, actions: readonly CardAction[], past: boolean) {
  if (past) return {};
  if (action.style === 'danger') return { danger: true };
  const first = actions.find(({ style }) => style === 'primary');
  return action === first ? ({ type: 'primary' } as const) : {};
}

const isSame = (a: CardAction, b: CardAction | null): boolean => a.id === b?.id && a.value === b.value;

/**
 * A form stays open, with what was filled in, while newer versions of its card come; it closes with the version that
 * does not offer its button any more.
 */
function CardActions({ card, past = false, disabled = false, onPress }: CardProps) {
  const [chosen, setChosen] = useState<CardAction | null>(null);
  const filling = card.actions.find((action) => isSame(action, chosen));
  const press = (action: CardAction) => {
    if (action.form?.length) setChosen(isSame(action, chosen) ? null : action);
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
            aria-expanded={action.form?.length ? action === filling : undefined}
            {...styleOf(action, card.actions, past)}
            onClick={() => press(action)}
          >
            {action.label}
          </Button>
        ))}
      </div>
      {filling && (
        <CardForm
          key={`${filling.id} ${filling.value}`}
          action={filling}
          onCancel={() => setChosen(null)}
          onSubmit={(form) => {
            setChosen(null);
            onPress(filling, form);
          }}
        />
      )}
    </>
  );
}

/** Opens a ticket at the side of the page, for a role that may read it. */
export function TicketLink({ number, text }: { number: string; text: string }) {
  const { texts, openTicket, role } = usePage();
  if (role === 'chat') return null;
  return (
    <button
      type="button"
      className="number-link"
      aria-label={texts.chat.openTicket(number)}
      onClick={() => openTicket(number)}
    >
      {text}
    </button>
  );
}

/** A card as the desk sent it: title, body, facts, buttons. All of it is text. */
export function CardView(props: CardProps) {
  const { texts } = usePage();
  const { card, ticket } = props;
  return (
    <article className={`card tone-${card.tone ?? 'info'}`} aria-label={card.title}>
      <header>
        <h3>{card.title}</h3>
        {ticket && (
          <TicketLink number={ticket} text={card.title.includes(ticket) ? texts.card.open : ticket} />
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
      {card.links?.map(({ label, url }) => (
        <p key={url} className="card-link">
          <a href={url} target="_blank" rel="noopener noreferrer">
            {label}
          </a>
        </p>
      ))}
      {card.actions.length > 0 && <CardActions {...props} />}
    </article>
  );
}
