import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Effect, Facts, Outcome, TicketView } from '../../bot/desk.ts';
import { newConversation, reviveConversation, STATE_VERSION } from '../../bot/dialogue/conversation.ts';
import { createStep, type Input } from '../../bot/dialogue/step.ts';
import { INTENTS, type Intent, type Slots, type Understanding } from '../../bot/types.ts';
import { dialogue } from '../../flows/index.ts';

const step = createStep(dialogue);
const facts: Facts = {
  now: Date.parse('2026-11-18T09:00:00+08:00'),
  zone: 'Asia/Shanghai',
  sender: { id: 'u1' },
  desk: { name: '服务台', open: true },
};

const ticket: TicketView = {
  number: 'T20261118-0001',
  kind: 'fault',
  status: 'resolved',
  category: 'printing',
  urgency: 'normal',
  title: '打印机 卡纸',
  location: null,
  device: '打印机',
  system: null,
  team: '桌面组',
  assignee: null,
  respondBy: null,
  resolveBy: null,
  holdUntil: null,
  resolution: null,
  rated: false,
  handoff: false,
  createdAt: '2026-11-18T09:00:00+08:00',
};
const meeting = {
  number: 'M20261118-0001',
  status: 'requested' as const,
  title: '例会',
  start: '2026-11-19T09:00:00+08:00',
  end: '2026-11-19T10:00:00+08:00',
  room: '302',
  attendees: 10,
  equipment: [],
};

/** One of the outcomes that the desk may give to an effect: as asked, with nothing, with several, or refused. */
function outcomeOf(effect: Effect, luck: number): Outcome {
  if (luck % 4 === 3) return { kind: 'refused', refusal: { reason: 'not_found' } };
  const many = luck % 4;
  switch (effect.kind) {
    case 'search_articles':
      return {
        kind: 'articles',
        answered: many > 0,
        hits:
          many > 0 ? [{ id: 'a', title: 'A', kind: 'article', answer: '1. x', updated: '2026-01-01' }] : [],
      };
    case 'article_full':
      return {
        kind: 'article',
        article: { id: 'a', title: 'A', kind: 'article', answer: '', updated: '2026-01-01', full: 'x' },
      };
    case 'record_deflection':
      return { kind: 'recorded' };
    case 'my_tickets':
      return {
        kind: 'tickets',
        tickets: Array.from({ length: many }, (_, i) => ({ ...ticket, number: `T20261118-000${i}` })),
      };
    case 'open_ticket':
    case 'find_ticket':
    case 'act_on_ticket':
      return { kind: 'ticket', ticket };
    case 'my_meetings':
      return {
        kind: 'meetings',
        meetings: Array.from({ length: many }, (_, i) => ({ ...meeting, number: `M20261118-000${i}` })),
      };
    case 'propose_rooms':
      return {
        kind: 'rooms',
        settled: many === 1 ? { text: '302', room: '302' } : null,
        rooms: Array.from({ length: many }, (_, i) => ({
          room: `30${i}`,
          name: `30${i}会议室`,
          capacity: 20,
        })),
        alternatives: [],
      };
    case 'room_uses':
      return {
        kind: 'room_uses',
        uses: Array.from({ length: many }, (_, i) => ({
          room: { room: `30${i}`, name: `30${i}会议室` },
          busy: i === 0 ? [{ start: meeting.start, end: meeting.end }] : [],
        })),
      };
    case 'make_document':
      return {
        kind: 'made',
        file: { id: 'f', kind: 'file', name: '签到表.docx', type: 'application/zip', size: 1 },
      };
    case 'hold_room':
      return { kind: 'held', until: '2026-11-19T09:10:00+08:00' };
    case 'book_meeting':
    case 'change_meeting':
    case 'try_change':
    case 'undo_change':
    case 'rate_meeting':
    case 'rebook_meeting':
    case 'cancel_meeting':
      return { kind: 'meeting', meeting };
  }
}

const slots: fc.Arbitrary<Slots> = fc.record(
  {
    device: fc.constantFrom('打印机', '电脑'),
    location: fc.constantFrom({ text: '三楼', floor: '3' }, { text: '302', room: '302' }),
    phone: fc.constantFrom('8012', '13800138000'),
    start: fc.constantFrom('2026-11-19', '2026-11-19T15:00:00+08:00'),
    end: fc.constant('2026-11-19T17:00:00+08:00'),
    attendees: fc.integer({ min: 1, max: 500 }),
    rating: fc.integer({ min: 1, max: 5 }),
    ticket: fc.constant('T20261118-0001'),
  },
  { requiredKeys: [] },
);
const heard: fc.Arbitrary<Understanding> = fc
  .tuple(
    fc.record({
      text: fc.constantFrom(
        '打印机卡纸了',
        '8012',
        '不对，是四楼',
        '算了',
        '1',
        '3',
        '没解决',
        '好了',
        '提交',
        '四点',
        'hello there',
        '转机器人',
        '随便哪个',
        '换大一点的',
      ),
      intent: fc.constantFrom<Intent>(...INTENTS),
      confidence: fc.constantFrom(0.2, 0.5, 0.9),
      slots,
    }),
    fc.constantFrom(undefined, undefined, undefined, ...(['agenda', 'free', 'which', 'mine'] as const)),
  )
  .map(([one, roomQuestion]) => (roomQuestion ? { ...one, roomQuestion } : one));
const input: fc.Arbitrary<Input> = fc.oneof(
  heard.map((one): Input => ({ kind: 'utterance', text: one.text, heard: one, masked: [] })),
  fc
    .record({
      id: fc.constantFrom('solved', 'submit', 'ticket.rate', 'nonsense', 'pick'),
      value: fc.constantFrom('f1', 'f2/0', 'T20261118-0001:4'),
    })
    .map((action): Input => ({ kind: 'action', action })),
  fc.constantFrom('accepted', 'resolved', 'on_hold', 'breached').map(
    (event): Input => ({
      kind: 'notice',
      notice: { about: 'ticket', number: ticket.number, event: event as 'resolved', actor: '李明' },
      views: { ticket },
    }),
  ),
);

describe('whatever is said, in whatever order, with whatever the desk answers', () => {
  test('a turn ends, something is said unless a person has taken over, and the state can be stored and read', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(input, fc.infiniteStream(fc.nat(3))), { maxLength: 12 }), (turns) => {
        let conversation = newConversation();
        for (const [first, luck] of turns) {
          const silent = conversation.handoff !== null;
          let next: Input = first;
          let said = 0;
          let rounds = 0;
          for (;;) {
            const stepped = step(conversation, next, facts);
            conversation = stepped.conversation;
            said += stepped.replies.length;
            for (const reply of stepped.replies) expect(reply.text.trim()).not.toBe('');
            if (!stepped.effect) break;
            rounds += 1;
            expect(rounds).toBeLessThan(20);
            next = { kind: 'outcome', outcome: outcomeOf(stepped.effect, luck.next().value as number) };
          }
          if (!silent) expect(said).toBeGreaterThan(0);
          expect(reviveConversation(JSON.parse(JSON.stringify(conversation)), STATE_VERSION)).toEqual(
            conversation,
          );
        }
      }),
      { numRuns: 300, seed: 20261118 },
    );
  });

  test('the input is not changed', () => {
    const before = newConversation();
    const copy = structuredClone(before);
    step(
      before,
      {
        kind: 'utterance',
        text: '打印机卡纸了',
        heard: { text: '打印机卡纸了', intent: 'report_fault', confidence: 0.9, slots: {} },
        masked: [],
      },
      facts,
    );
    expect(before).toEqual(copy);
  });
});
