/** The two feeds of the page (the chat, the dispatch group) as they are kept and shown. Pure. */
import type { ChatItem, FeedPage, Reply } from './shapes.ts';

interface Item {
  id: string;
  at: string;
  cardKey?: string;
}

export interface Feed<T extends Item> {
  items: T[];
  /** Where to go on reading; null before the first item. */
  next: string | null;
}

/** Older lines leave the page's memory beyond this many. */
export const KEPT_ITEMS = 500;

/** A feed with a page read after its cursor; an item that came twice stands once, as it came last. */
export function appendPage<T extends Item>(feed: Feed<T> | undefined, page: FeedPage<T>): Feed<T> {
  const known = feed?.items ?? [];
  const fresh = new Map(page.items.map((item) => [item.id, item]));
  const kept = known.map((item) => fresh.get(item.id) ?? item);
  const ids = new Set(known.map((item) => item.id));
  const added = [...fresh.values()].filter((item) => !ids.has(item.id));
  const items = fresh.size === 0 ? known : [...kept, ...added].slice(-KEPT_ITEMS);
  return { items, next: page.next ?? feed?.next ?? null };
}

export type Shown<T extends Item> = T & {
  /** When the first version of a card came, where this is a later one. */
  firstAt?: string;
};

/**
 * The feed as it is shown: a card that was sent again under its key stands once, in its newest form, at the place where
 * it first appeared, so that it does not jump away under a hand that is about to press a button.
 */
export function mergeCards<T extends Item>(items: readonly T[]): Shown<T>[] {
  const shown: Shown<T>[] = [];
  const placeOf = new Map<string, number>();
  for (const item of items) {
    const place = item.cardKey === undefined ? undefined : placeOf.get(item.cardKey);
    const first = place === undefined ? undefined : shown[place];
    if (place !== undefined && first) {
      shown[place] = { ...item, firstAt: first.firstAt ?? first.at };
    } else {
      if (item.cardKey !== undefined) placeOf.set(item.cardKey, shown.length);
      shown.push({ ...item });
    }
  }
  return shown;
}

/** Whether a line still asks somebody to press something. */
export const isWaiting = ({ reply }: { reply?: Reply }): boolean => (reply?.card?.actions.length ?? 0) > 0;

/**
 * The sentence before a card. A reply's text says all that the card says; beside the drawn card only what goes before
 * it is worth reading again.
 */
export function leadOf(reply: Pick<Reply, 'text' | 'card'>): string {
  if (!reply.card) return reply.text;
  const start = reply.text.indexOf(`【${reply.card.title}】`);
  if (start >= 0) return reply.text.slice(0, start).trim();
  return reply.text.trim() === reply.card.title ? '' : reply.text;
}

export interface PressedButton extends Unsent {
  /** When; ISO 8601. */
  at: string;
}

export interface Unsent {
  messageId: string;
  /** What the person sees of it: the words, or what stands on the button. */
  shown: string;
  /** Id of the newest item when it was sent. */
  after: string | undefined;
}

/**
 * The chat with the buttons that were pressed on this page, each where it was pressed: the feed has what people wrote,
 * not what they pressed. One whose place has left the page's memory is left out.
 */
export function withPressed(items: readonly ChatItem[], pressed: readonly PressedButton[]): ChatItem[] {
  const lines = (after: string | undefined): ChatItem[] =>
    pressed
      .filter((one) => one.after === after)
      .map((one) => ({ id: one.messageId, at: one.at, from: 'user', text: one.shown }));
  return [...lines(undefined), ...items.flatMap((item) => [item, ...lines(item.id)])];
}

/** Messages on their way that the feed does not show yet; one that it shows is not drawn a second time. */
export function notYetShown<U extends Unsent>(
  items: readonly (Item & { from: string; text?: string })[],
  unsent: readonly U[],
): U[] {
  const taken = new Set<string>();
  return unsent.filter((message) => {
    const start = message.after === undefined ? 0 : items.findIndex((item) => item.id === message.after) + 1;
    const echo = items
      .slice(start)
      .find(
        (item) =>
          item.from === 'user' && (item.text ?? '').trim() === message.shown.trim() && !taken.has(item.id),
      );
    if (echo) taken.add(echo.id);
    return !echo;
  });
}
