import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Card, cardText, replyWith } from '../../../bot/reply.ts';
import {
  appendPage,
  isWaiting,
  KEPT_ITEMS,
  leadOf,
  mergeCards,
  notYetShown,
  withPressed,
} from '../../../server/console/src/feed.ts';
import type { ChatItem } from '../../../server/console/src/shapes.ts';

interface Line {
  id: string;
  at: string;
  from: string;
  text?: string;
  cardKey?: string;
}

const line = (id: string, more: Partial<Line> = {}): Line => ({
  id,
  at: `2026-11-20T10:00:${id.padStart(2, '0')}+08:00`,
  from: 'desk',
  ...more,
});
const ids = (items: readonly Line[]) => items.map(({ id }) => id);

describe('reading a feed on', () => {
  test('adds what is new at the end and goes on from the new cursor', () => {
    const first = appendPage<Line>(undefined, { items: [line('1'), line('2')], next: 'c2' });
    const second = appendPage(first, { items: [line('3')], next: 'c3' });
    expect(ids(second.items)).toEqual(['1', '2', '3']);
    expect(second.next).toBe('c3');
  });

  test('an item that comes again stands once, as it came last', () => {
    const first = appendPage<Line>(undefined, { items: [line('1', { text: 'old' }), line('2')], next: 'c2' });
    const again = appendPage(first, { items: [line('1', { text: 'new' })], next: 'c2' });
    expect(ids(again.items)).toEqual(['1', '2']);
    expect(again.items[0]?.text).toBe('new');
  });

  test('an empty page keeps the list and the cursor', () => {
    const first = appendPage<Line>(undefined, { items: [line('1')], next: 'c1' });
    const after = appendPage(first, { items: [], next: null });
    expect(after.items).toBe(first.items);
    expect(after.next).toBe('c1');
  });

  test('keeps so many lines and lets go of the oldest', () => {
    const many = Array.from({ length: KEPT_ITEMS + 5 }, (_, index) => line(String(index)));
    const feed = appendPage<Line>(undefined, { items: many, next: 'c' });
    expect(feed.items).toHaveLength(KEPT_ITEMS);
    expect(feed.items[0]?.id).toBe('5');
  });

  test('however pages overlap, each item stands once', () => {
    const page = fc.array(
      fc.integer({ min: 0, max: 30 }).map((n) => line(String(n))),
      { maxLength: 10 },
    );
    fc.assert(
      fc.property(fc.array(page, { maxLength: 6 }), (pages) => {
        const feed = pages.reduce<ReturnType<typeof appendPage<Line>> | undefined>(
          (before, items) => appendPage(before, { items, next: null }),
          undefined,
        );
        const shown = ids(feed?.items ?? []);
        expect(new Set(shown).size).toBe(shown.length);
        expect(new Set(shown)).toEqual(new Set(pages.flatMap(ids)));
      }),
    );
  });
});

describe('cards that are sent again under their key', () => {
  test('stand once, newest form, at the first one’s place', () => {
    const shown = mergeCards([
      line('1', { cardKey: 'a', text: 'open' }),
      line('2'),
      line('3', { cardKey: 'a', text: 'accepted' }),
      line('4', { cardKey: 'a', text: 'done' }),
    ]);
    expect(ids(shown)).toEqual(['4', '2']);
    expect(shown[0]).toMatchObject({ text: 'done', firstAt: line('1').at, at: line('4').at });
  });

  test('that came once say nothing of an earlier form', () => {
    expect(mergeCards([line('1', { cardKey: 'a' })])[0]?.firstAt).toBeUndefined();
  });
});

describe('the sentence before a card', () => {
  const card: Card = {
    title: '打印机卡纸怎么取',
    body: '打开前盖',
    fields: [{ label: '地点', value: '三楼302' }],
    actions: [{ id: 'yes', label: '已解决', value: '1' }],
  };

  test('is the text without what the card says', () => {
    expect(leadOf(replyWith('先照下面试试：', card))).toBe('先照下面试试：');
  });

  test('is nothing where the text is the card alone', () => {
    expect(leadOf({ text: cardText(card), card })).toBe('');
  });

  test('is the whole text where it does not hold the card, or there is none', () => {
    expect(leadOf({ text: '请看下面', card })).toBe('请看下面');
    expect(leadOf({ text: '好的' })).toBe('好的');
  });
});

describe('buttons that were pressed on this page', () => {
  const press = (messageId: string, after?: string) => ({
    messageId,
    after,
    shown: '没解决',
    at: '2026-11-20T10:00:00Z',
  });
  const feed = [line('1'), line('2')] as ChatItem[];

  test('stand where they were pressed, before the answer', () => {
    expect(ids(withPressed(feed, [press('m1', '1')]))).toEqual(['1', 'm1', '2']);
    expect(ids(withPressed(feed, [press('m1')]))).toEqual(['m1', '1', '2']);
    expect(ids(withPressed(feed, [press('m1', '2'), press('m2', '2')]))).toEqual(['1', '2', 'm1', 'm2']);
  });

  test('are left out once their place is forgotten', () => {
    expect(ids(withPressed(feed, [press('m1', '0')]))).toEqual(['1', '2']);
  });
});

test('a line waits for somebody while its card has buttons', () => {
  const card = { title: 'T1', fields: [], actions: [{ id: 'accept', label: '接单', value: 'T1' }] };
  expect(isWaiting({ reply: { text: 'T1', card } })).toBe(true);
  expect(isWaiting({ reply: { text: 'T1', card: { ...card, actions: [] } } })).toBe(false);
  expect(isWaiting({})).toBe(false);
});

describe('messages on their way', () => {
  const unsent = (messageId: string, shown: string, after?: string) => ({ messageId, shown, after });

  test('are drawn until the feed shows them', () => {
    const items = [line('1', { from: 'user', text: '你好' })];
    expect(notYetShown(items, [unsent('m1', '打印机坏了', '1')])).toHaveLength(1);
    const later = [...items, line('2', { from: 'user', text: '打印机坏了' })];
    expect(notYetShown(later, [unsent('m1', '打印机坏了', '1')])).toEqual([]);
  });

  test('are not taken for the same words said earlier', () => {
    const items = [line('1', { from: 'user', text: '你好' })];
    expect(notYetShown(items, [unsent('m2', '你好', '1')])).toHaveLength(1);
  });

  test('said twice are two', () => {
    const items = [line('1', { from: 'user', text: '在吗' })];
    expect(notYetShown(items, [unsent('m1', '在吗'), unsent('m2', '在吗')])).toHaveLength(1);
  });
});
