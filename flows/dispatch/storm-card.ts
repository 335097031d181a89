/** «疑似同一故障：5 人报告»: a dispatcher says whether it is one incident. */
import { type Reply, replyWith } from '../../bot/reply.ts';
import { TEXTS } from '../texts/index.ts';

/** `ticket` is the first that was reported; `count` people report something like it. */
export function stormCard(ticket: { number: string; title: string }, count: number): Reply {
  const words = TEXTS.zh.dispatch.incident;
  const { number } = ticket;
  const card = {
    title: words.title(count),
    body: words.body(number, ticket.title),
    fields: [],
    actions: [
      { id: 'incident.confirm', label: words.confirm, value: number, style: 'primary' as const },
      { id: 'incident.dismiss', label: words.dismiss, value: number },
    ],
    tone: 'warning' as const,
  };
  return replyWith('', card, { ticket: number });
}
