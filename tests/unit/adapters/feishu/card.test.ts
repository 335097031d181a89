import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeCard } from '../../../../adapters/feishu/card.ts';
import { encode } from '../../../../adapters/feishu/encode.ts';
import { type Card, cardText, replyWith } from '../../../../bot/reply.ts';
import type { Address } from '../../../../bot/types.ts';
import { dispatchCard } from '../../../../flows/dispatch/ticket-card.ts';
import { faultOfCard } from '../../../support/feishu-platform/cards.ts';
import { wordsOf } from '../../../support/feishu-platform/platform.ts';

const GROUP: Address = { channel: 'feishu', chat: 'oc_1', kind: 'group' };
const said = fc.string({ unit: 'grapheme', maxLength: 80 });
const action = fc.record({
  id: fc.constantFrom('dispatch.accept', 'solved'),
  label: said.filter((one) => one.trim() !== ''),
  value: said,
});
const form = fc.record({
  name: fc.constantFrom('resolution', 'cause', 'until'),
  label: said,
  required: fc.boolean(),
  multiline: fc.boolean(),
});
const card: fc.Arbitrary<Card> = fc.record({
  title: said,
  body: fc.string({ unit: 'grapheme', maxLength: 20_000 }),
  fields: fc.array(fc.record({ label: said, value: said }), { maxLength: 60 }),
  actions: fc.array(
    fc.oneof(
      action,
      fc
        .tuple(action, fc.uniqueArray(form, { selector: (one) => one.name, maxLength: 3 }))
        .map(([one, fields]) => ({ ...one, form: fields })),
    ),
    { maxLength: 8 },
  ),
  tone: fc.constantFrom('info', 'danger', 'muted'),
});

test('whatever a card says, the platform takes it, and nothing of it is lost', () => {
  fc.assert(
    fc.property(card, said, (given, lead) => {
      const messages = encode(replyWith(lead, given), GROUP);
      const [first] = messages;
      expect(faultOfCard(first?.content ?? '')).toBeNull();
      const words = messages.map((one) => wordsOf({ type: one.type, content: JSON.parse(one.content) }));
      const all = words.join('\n').replaceAll('\n', '');
      for (const part of [given.title, given.body ?? '', ...given.fields.map(({ value }) => value)])
        expect(all).toContain(part.replaceAll('\n', ''));
    }),
    { numRuns: 60 },
  );
});

const ticket: Parameters<typeof dispatchCard>[0] = {
  number: 'T20261118-0001',
  kind: 'fault',
  status: 'assigned',
  category: 'printing',
  urgency: 'high',
  title: '打印机卡纸',
  description: '三楼302打印机卡纸',
  requester: { name: '张三', department: '财务科', phone: '8012', vip: false },
  location: { text: '三楼302', floor: '3', room: '302' },
  vendor: null,
  vendorClock: null,
  reports: 1,
  incident: null,
  model: null,
  asset: null,
  deadline: null,
  tried: [],
  team: '桌面组',
  assignee: null,
  sla: {
    respondBy: null,
    resolveBy: null,
    onSiteBy: null,
    respondedAt: null,
    arrivedAt: null,
    expectedAt: null,
    breached: [],
  },
  hold: null,
  resolution: null,
  attachments: [],
  complaint: false,
  handoff: false,
};
const scene = { now: 0, zone: 'Asia/Shanghai', language: 'zh', articleTitle: () => undefined } as const;

test('the dispatch card has its forms at the root, folded, each with its own submit', () => {
  const reply = dispatchCard(ticket, scene);
  const { json } = encodeCard(reply, reply.card as Card, GROUP);
  const { elements } = json.body as { elements: { tag: string; name?: string }[] };
  expect(elements.filter(({ tag }) => tag === 'form')).toHaveLength(3);
  expect(JSON.stringify(elements)).toContain('"name":"f3_resolution"');
  expect(JSON.stringify(elements).match(/"form_action_type":"submit"/g)).toHaveLength(3);
});

test('the lead is said once, above the card', () => {
  const reply = dispatchCard(ticket, scene);
  const { json } = encodeCard(reply, reply.card as Card, GROUP);
  const words = wordsOf({ type: 'interactive', content: json as Record<string, unknown> });
  expect(words.match(/新工单/g)).toHaveLength(1);
  expect(words).not.toContain(cardText(reply.card as Card));
});

test('people are called by their id, the longer of two names first; nobody else is', () => {
  const mentions = [
    { id: 'ou_a', name: '李明' },
    { id: 'ou_b', name: '李明华' },
  ];
  const [message] = encode({ text: '请 @李明华 和 @李明 看一下 @王五\n谢谢', mentions }, GROUP);
  expect(JSON.parse(message?.content ?? '')).toEqual({
    zh_cn: {
      content: [
        [
          { tag: 'text', text: '请 ' },
          { tag: 'at', user_id: 'ou_b' },
          { tag: 'text', text: ' 和 ' },
          { tag: 'at', user_id: 'ou_a' },
          { tag: 'text', text: ' 看一下 @王五' },
        ],
        [{ tag: 'text', text: '谢谢' }],
      ],
    },
  });
});
