/** What a vendor is told of a ticket that it is to work on. */
import type { DispatchTicket } from '../../bot/desk.ts';
import { momentWords } from '../../bot/moment-words.ts';
import { type Reply, replyWith } from '../../bot/reply.ts';
import { TEXTS } from '../texts/index.ts';

export interface VendorScene {
  /** Epoch milliseconds. */
  now: number;
  zone: string;
  desk: { name: string; phone: string | undefined };
  vendor: { name: string; contact: string; contract?: string | undefined };
  /** Answers come back in the same chat; from a mailbox they do not. */
  answersHere: boolean;
}

export type VendorTicket = DispatchTicket & {
  vendorClock: { answerBy: string | null; doneBy: string | null } | null;
};

/** `again` is why it was opened once more; null where it is handed over now. */
export function vendorCard(ticket: VendorTicket, scene: VendorScene, again: string | null): Reply {
  const { dispatch, labels } = TEXTS.zh;
  const { vendor: words, fields } = dispatch;
  const { contact, contract } = scene.vendor;
  const { requester, vendorClock } = ticket;
  const when = (iso: string | null | undefined) =>
    iso ? momentWords(iso, scene.now, scene.zone, 'zh') : undefined;
  const reach = [ticket.contact?.name ?? requester.name, ticket.contact?.phone ?? requester.phone];
  const entries: [string, string | null | undefined][] = [
    [labels.what, ticket.title],
    [labels.place, ticket.location?.text],
    [fields.reporter, requester.department],
    [fields.contact, reach.filter(Boolean).join(' ')],
    [fields.description, ticket.description === ticket.title ? '' : ticket.description],
    [labels.model, ticket.model],
    [labels.asset, ticket.asset],
    [words.answerBy, when(vendorClock?.answerBy)],
    [words.doneBy, when(vendorClock?.doneBy)],
    [words.contract, contract],
    [
      words.desk,
      [scene.desk.name, ticket.assignee ?? ticket.team, scene.desk.phone].filter(Boolean).join(' '),
    ],
  ];
  const lead = again === null ? words.greeting(contact) : words.again(contact, again);
  const howTo = scene.answersHere ? words.howTo(ticket.number) : words.howToMail(scene.desk.phone ?? '');
  const card = {
    title: words.given(ticket.number, scene.desk.name),
    body: `${lead}${howTo}`,
    fields: entries.flatMap(([label, value]) => (value ? [{ label, value }] : [])),
    actions: [],
  };
  return replyWith('', card, { ticket: ticket.number });
}
