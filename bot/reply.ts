/** What a person is told, and how a card becomes plain text where a channel has no cards. */
import { z } from 'zod';
import { Mention } from './types.ts';

export const CardAction = z.object({
  id: z.string(),
  label: z.string(),
  value: z.string(),
  style: z.enum(['primary', 'danger']).optional(),
  /** A form to fill in before the action is sent (完成, 挂起). */
  form: z
    .array(
      z.object({
        name: z.string(),
        label: z.string(),
        required: z.boolean(),
        multiline: z.boolean().optional(),
        options: z.array(z.object({ value: z.string(), label: z.string() })).optional(),
      }),
    )
    .optional(),
});
export type CardAction = z.infer<typeof CardAction>;

/** A page to open, such as a lecture's video at its second; nothing but http(s), so that it can't run anything. */
export const CardLink = z.object({ label: z.string(), url: z.url({ protocol: /^https?$/ }) });
export type CardLink = z.infer<typeof CardLink>;

export const Card = z.object({
  title: z.string(),
  /** Plain text; adapters escape it for their own markup. */
  body: z.string().optional(),
  fields: z.array(z.object({ label: z.string(), value: z.string() })),
  actions: z.array(CardAction),
  /** Buttons that open a page; in text each is a line. */
  links: z.array(CardLink).max(5).optional(),
  /** Where the card's colour matters: an alarm, or a matter that is done. */
  tone: z.enum(['info', 'warning', 'danger', 'success', 'muted']).optional(),
});
export type Card = z.infer<typeof Card>;

/** A picture or file that goes with a reply. The desk keeps its bytes under `id`: `keepFile`, server/attachments/keep-file.ts. */
export const ReplyFile = z.object({
  id: z.string(),
  /** A picture is shown in the chat where the channel can do that; anything else is there to be saved. */
  kind: z.enum(['image', 'file']),
  name: z.string().min(1).max(255),
  /** Media type, by its own bytes. */
  type: z.string(),
  /** Bytes. */
  size: z.number().int().nonnegative(),
});
export type ReplyFile = z.infer<typeof ReplyFile>;

/** Of one reply. */
export const MOST_FILES = 10;

/** Stored in the outbox as JSON: a change of shape needs a migration. `text` alone says all that the card says. */
export const Reply = z.object({
  text: z.string(),
  card: Card.optional(),
  articles: z.array(z.string()).optional(),
  /** People to be named with @: each stands in `text` as `@name`. */
  mentions: z.array(Mention).optional(),
  /** Sent after the words. A channel without files names them in the words, each with a link. */
  files: z.array(ReplyFile).max(MOST_FILES).optional(),
  ticket: z.string().optional(),
  meeting: z.string().optional(),
});
export type Reply = z.infer<typeof Reply>;

/**
 * A reply whose `text` says all that the card says: the lead sentence, the card's body and fields, and its actions
 * numbered, so that a channel that can only send text already works (contracts/http.md).
 */
export function replyWith(lead: string, card: Card, rest: Omit<Reply, 'text' | 'card'> = {}): Reply {
  return { text: [lead, cardText(card)].filter(Boolean).join('\n'), card, ...rest };
}

/** A Chinese label takes a wide colon, an English one a narrow one. */
function colonAfter(label: string): string {
  return /\p{Script=Han}/u.test(label) ? '：' : ': ';
}

/** A card in plain text; actions numbered from 1. */
export function cardText(card: Card): string {
  const lines = [
    `【${card.title}】`,
    ...(card.body ? [card.body] : []),
    ...card.fields.map(({ label, value }) => `${label}${colonAfter(label)}${value}`),
    ...(card.links ?? []).map(({ label, url }) => `${label}${colonAfter(label)}${url}`),
    ...card.actions.map((action, index) => `${index + 1}. ${action.label}`),
  ];
  return lines.join('\n');
}
