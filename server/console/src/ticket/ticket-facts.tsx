import type { ReactNode } from 'react';
import { spanOf } from '../board/time-left.ts';
import { nameIn } from '../desk-names.ts';
import type { Ticket } from '../shapes.ts';
import { momentWords } from '../texts/wording.ts';
import type { PageFacts } from '../ui/page-context.tsx';
import { useNow, usePage } from '../ui/page-context.tsx';

export type Fact = [label: string, value: ReactNode];

/** Facts that are there, side by side; one without a value is left out. */
export function FactGrid({ facts, oneColumn = false }: { facts: Fact[]; oneColumn?: boolean }) {
  const known = facts.filter(([, value]) => value !== null && value !== undefined && value !== '');
  if (known.length === 0) return null;
  return (
    <dl className={oneColumn ? 'facts fact-grid one-column' : 'facts fact-grid'}>
      {known.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

export function phoneLink(phone: string | null | undefined): ReactNode {
  return phone ? <a href={`tel:${phone.replaceAll(/[^\d+]/g, '')}`}>{phone}</a> : null;
}

export function requestFacts(ticket: Ticket, page: PageFacts, now: number): Fact[] {
  const labels = page.texts.ticket;
  const contact = [ticket.contact?.name, ticket.contact?.phone].filter(Boolean).join(' ');
  return [
    [labels.requester, ticket.requester.name ?? ticket.requester.id],
    [labels.department, ticket.requester.department],
    [labels.phone, phoneLink(ticket.requester.phone)],
    [labels.contact, contact],
    [labels.place, ticket.location?.text],
    [labels.device, ticket.device],
    [labels.system, ticket.system],
    [labels.model, ticket.model],
    [labels.asset, ticket.asset],
    [labels.quantity, ticket.quantity],
    [labels.deadline, ticket.deadline && momentWords(ticket.deadline, now, page)],
    [labels.team, ticket.team && nameIn(page.desk, ticket.team)],
    [labels.assignee, ticket.assignee && nameIn(page.desk, ticket.assignee)],
    [labels.vendor, ticket.vendor],
    [labels.created, momentWords(ticket.createdAt, now, page)],
    [labels.tried, ticket.tried?.join('、')],
  ];
}

export function outcomeFacts(ticket: Ticket, page: PageFacts, now: number): Fact[] {
  const labels = page.texts.ticket;
  const { hold, resolution, rating } = ticket;
  const held =
    hold && [page.texts.holdReason[hold.reason] ?? hold.reason, hold.note].filter(Boolean).join('：');
  const rated =
    rating && [labels.score(rating.score), ...(rating.reasons ?? []), rating.text].filter(Boolean);
  return [
    [labels.onHold, held],
    [labels.fields.until, hold?.until && momentWords(hold.until, now, page)],
    [labels.resolution, resolution?.resolution],
    [labels.cause, resolution?.cause],
    [labels.parts, resolution?.parts],
    [labels.tip, resolution?.tip],
    [labels.confirmedBy, resolution?.confirmedBy],
    [labels.rating, rated?.join('，')],
  ];
}

function Target(props: { label: string; by: string | null; reachedAt: string | null; breached: boolean }) {
  const page = usePage();
  const now = useNow();
  if (!props.by) return null;
  const reached = props.reachedAt && page.texts.ticket.reached(momentWords(props.reachedAt, now, page));
  return (
    <div className={props.breached ? 'target breached' : 'target'}>
      <span>{props.label}</span>
      <b>{momentWords(props.by, now, page)}</b>
      {reached && <small>{reached}</small>}
    </div>
  );
}

/** The two targets of a ticket: when due, when met, whether missed. */
export function Targets({ ticket }: { ticket: Ticket }) {
  const { texts } = usePage();
  const { sla } = ticket;
  const isMissed = (target: string) => sla.breached.includes(target);
  return (
    <div className="targets">
      <Target
        label={texts.ticket.respondBy}
        by={sla.respondBy}
        reachedAt={sla.respondedAt}
        breached={isMissed('respond')}
      />
      <Target
        label={texts.ticket.resolveBy}
        by={sla.resolveBy}
        reachedAt={sla.resolvedAt}
        breached={isMissed('resolve')}
      />
      {sla.pausedMs >= 60_000 && (
        <div className="target">
          <span>{texts.ticket.onHoldFor(spanOf(sla.pausedMs))}</span>
        </div>
      )}
    </div>
  );
}
