/** What was said in a chat, in order, as the page shows it. */
import type { Reply, ReplyFile } from '../../bot/reply.ts';
import type { Address, Update } from '../../bot/types.ts';
import { kindOf } from '../attachments/reply-file.ts';
import { toIso } from '../desk/moments.ts';
import type { Db } from '../store/database.ts';
import { saidInConversation } from '../store/inbox.ts';
import { conversationKey } from '../store/keys.ts';
import { shownAt } from '../store/outbox.ts';

export interface FeedItem {
  id: string;
  /** ISO 8601 with the desk's offset. */
  at: string;
  from: 'user' | 'desk' | 'member';
  sender?: string;
  text?: string;
  /** What a person sent with it. */
  files?: ReplyFile[];
  reply?: Reply;
  cardKey?: string;
}

export interface Feed {
  items: FeedItem[];
  next: string;
}

const PAGE = 100;

/** Both sequences that a chat is made of: what was said (inbox) and what was answered (outbox). */
interface Cursor {
  inbox: number;
  outbox: number;
}

export function readCursor(text: string | undefined): Cursor | null {
  if (text === undefined || text === '') return { inbox: 0, outbox: 0 };
  const found = /^(\d{1,15})\.(\d{1,15})$/.exec(text);
  return found ? { inbox: Number(found[1]), outbox: Number(found[2]) } : null;
}

/** A person's chat after `cursor`, oldest first; the newest hundred of each side where there is no cursor. */
export async function chatFeed(
  db: Db,
  zone: string,
  address: Address,
  userId: string,
  cursor: Cursor,
): Promise<Feed> {
  const said = await saidInConversation(db, conversationKey(address, userId), cursor.inbox, PAGE);
  const shown = await shownAt(db, address, cursor.outbox, PAGE);
  const pressed = said.some(({ update }) => update.kind === 'action');
  const cards = pressed ? await shownAt(db, address, 0, PAGE) : shown;
  return merged({ zone, cursor, said, shown, from: 'user', labels: labelsOf(cards) });
}

/** A group's messages: its cards and lines, and what its members wrote. */
export async function groupFeed(
  db: Db,
  zone: string,
  address: Address,
  said: Awaited<ReturnType<typeof saidInConversation>>,
  cursor: Cursor,
): Promise<Feed> {
  const shown = await shownAt(db, address, cursor.outbox, PAGE);
  return merged({ zone, cursor, said, shown, from: 'member', labels: new Map() });
}

interface Sides {
  zone: string;
  cursor: Cursor;
  said: Awaited<ReturnType<typeof saidInConversation>>;
  shown: Awaited<ReturnType<typeof shownAt>>;
  from: 'user' | 'member';
  /** What stood on the buttons, by `pressKey`. */
  labels: ReadonlyMap<string, string>;
}

function pressKey({ id, value }: { id: string; value: string }): string {
  return JSON.stringify([id, value]);
}

function labelsOf(shown: Sides['shown']): Map<string, string> {
  const actions = shown.flatMap((one) => one.reply.card?.actions ?? []);
  return new Map(actions.map((action) => [pressKey(action), action.label]));
}

function merged({ zone, cursor, said, shown, from, labels }: Sides): Feed {
  const iso = (date: Date) => toIso(date.getTime(), zone);
  const fromPeople = said.flatMap((one) => {
    const text = saidText(one.update, labels);
    if (text === null) return [];
    const files = filesOf(one.update);
    const item: FeedItem = {
      id: `i${one.id}`,
      at: iso(one.at),
      from,
      text,
      ...(files.length > 0 ? { files } : {}),
    };
    if (from === 'member') item.sender = one.update.sender.name ?? one.update.sender.id;
    return [{ order: [one.at.getTime(), one.id, 0] as const, item }];
  });
  const fromDesk = shown.map((one) => ({
    order: [one.at.getTime(), one.inboxId ?? Number.MAX_SAFE_INTEGER, one.id] as const,
    item: {
      id: `o${one.id}`,
      at: iso(one.at),
      from: 'desk' as const,
      reply: one.reply,
      ...(one.cardKey ? { cardKey: one.cardKey } : {}),
    },
  }));
  const items = [...fromPeople, ...fromDesk].sort((a, b) => compare(a.order, b.order)).map((one) => one.item);
  const next = `${Math.max(cursor.inbox, ...said.map((one) => one.id))}.${Math.max(cursor.outbox, ...shown.map((one) => one.id))}`;
  return { items, next };
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (let index = 0; index < a.length; index += 1) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** What was uploaded to the desk itself; what another channel brought is not shown in a web chat. */
function filesOf(update: Update): ReplyFile[] {
  const attachments = update.kind === 'utterance' ? (update.attachments ?? []) : [];
  return attachments.map(({ ref, name, type = 'application/octet-stream', size = 0 }) => ({
    id: ref,
    kind: kindOf(type),
    name,
    type,
    size,
  }));
}

/** What a person is seen to have said: their words, or what stood on the button they pressed. */
function saidText(update: Update, labels: Sides['labels']): string | null {
  if (update.kind === 'utterance') return update.text;
  return update.kind === 'action' ? (labels.get(pressKey(update.action)) ?? null) : null;
}
