/** The card by which a department lets equipment leave the building, or keeps it. */
import type { DispatchTicket } from '../../bot/desk.ts';
import { type Reply, replyWith } from '../../bot/reply.ts';
import { TEXTS } from '../texts/index.ts';

/** `approver` is null where nobody is known; without a chat of theirs the desk asks them and records the answer. */
export function approvalCard(
  ticket: DispatchTicket & { sendOut: { what: string } | null },
  approver: { name: string; reach?: unknown } | null,
  actor: string,
): Reply {
  const { dispatch, labels } = TEXTS.zh;
  const { sendOut: words, fields } = dispatch;
  const what = ticket.sendOut?.what ?? '';
  const lead = approver?.reach ? words.lead(what) : words.leadForDesk(what, approver?.name ?? words.nobody);
  const { requester } = ticket;
  const entries: [string, string | undefined][] = [
    [words.what, what],
    [labels.what, ticket.title],
    [labels.place, ticket.location?.text],
    [fields.reporter, [requester.department, requester.name].filter(Boolean).join(' ')],
    [words.asks, actor],
  ];
  const card = {
    title: words.title(ticket.number),
    fields: entries.flatMap(([label, value]) => (value ? [{ label, value }] : [])),
    actions: [
      { id: 'send_out.approve', label: words.approve, value: ticket.number, style: 'primary' as const },
      { id: 'send_out.reject', label: words.reject, value: ticket.number },
    ],
    tone: 'warning' as const,
  };
  return replyWith(lead, card, { ticket: ticket.number });
}
