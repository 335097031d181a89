/** What the bot has just asked changes how a short answer is read: «8012», «三楼的», «四点», «很好». */
import type { Expectation, Intent, SlotName, Slots, UnderstandContext } from '../types.ts';
import { type Analysis, timesOf, type Words, wordsAt } from './analysis.ts';
import { locationOf } from './entities/location.ts';
import { findEquipment, findLayout } from './entities/meeting.ts';
import { findRating } from './entities/numbered.ts';
import { digitsOf, parseCount, parseNumber } from './entities/numbers.ts';
import { scopeOf } from './scope.ts';

/** An answer is short; a long message is read as what it says, with the asked slot filled where it can be. */
const LONGEST_ANSWER = 40;

const PRAISE: [RegExp, number][] = [
  [
    /非常满意|很满意|特别满意|十分满意|完美|超赞|太棒|很好|非常好|特别好|好评|棒|优秀|excellent|perfect|great|amazing|awesome|very good|very satisfied/,
    5,
  ],
  [/非常不满|很不满|太差|极差|差评|垃圾|很差|terrible|awful|very bad|horrible/, 1],
  [/不满意|不太好|不怎么样|不咋|差|bad|poor|unsatisf/, 2],
  [/一般|还行|凑合|马马虎虎|中等|so-so|average|okay|ok|fair/, 3],
  [/满意|不错|好|可以|good|fine|satisfied|nice/, 4],
];

function ratingOf(plain: string): number | undefined {
  const rated = findRating(plain);
  if (rated !== null) return rated;
  if (/没(?:有|能)?(?:真正)?(?:修|弄|搞|解决|处理)|还是(?:不|坏|老样)|又坏/.test(plain)) return undefined;
  const bare = /^[\s打给]*([1-5一二两三四五])[\s个分星吧.。!]*$/.exec(plain);
  if (bare?.[1]) return parseNumber(bare[1]) ?? undefined;
  return PRAISE.find(([words]) => words.test(plain))?.[1];
}

function countOf(plain: string): number | undefined {
  const match = /(\d{1,4}|[零〇一二两三四五六七八九十百千几]{1,5})/.exec(
    plain.replace(/一共|一起|一般|统一/g, ''),
  );
  return match?.[1] ? (parseCount(match[1]) ?? undefined) : undefined;
}

function phoneOf(analysis: Analysis): string | undefined {
  const found = analysis.phones[0]?.value;
  if (found !== undefined) return found;
  const run = /[\d零〇一幺二三四五六七八九][\d零〇一幺二三四五六七八九-]{2,14}/.exec(
    withoutOtherNumbers(analysis),
  )?.[0];
  const digits = run ? digitsOf(run.replace(/[ -]/g, '')) : null;
  return digits !== null && digits.length >= 3 ? digits : undefined;
}

/** The message with the digits blanked out that are a place's, a model's or another number's. */
function withoutOtherNumbers(analysis: Analysis): string {
  const { places, models, tickets, assets, times } = analysis;
  const named = places.filter((place) => !place.bare);
  return [...named, ...models, ...tickets, ...assets, ...times].reduce(
    (text, { from, to }) => text.slice(0, from) + ' '.repeat(to - from) + text.slice(to),
    analysis.message.plain,
  );
}

/** A question or a change is no place, though it may be short. */
const ASKS = /改[成为]|变[成为]|取消|不要|不用|去掉|[?？]|多少|怎么|什么|为啥|谁|哪[个位]|[吗呢]$/;

function placeAnswer(analysis: Analysis): Slots['location'] {
  const spell = (from: number, to: number): string => wordsAt(analysis, { from, to });
  const place = analysis.places[0];
  if (place) return locationOf(place, spell);
  const plain = analysis.message.plain;
  const bare = /(?<!\d)(\d{3,4})(?!\d)/.exec(plain);
  if (bare?.[1]) return { text: bare[1], room: bare[1] };
  const text = analysis.message.source
    .replace(/^(?:我?(?:在|是在?|就在)|at |in )|[,，。.!！的吧啊呢了\s]+$/g, '')
    .trim();
  const { headcounts, phones, times } = analysis;
  // «8个人» and «13800138000» are no place, whatever was asked.
  const isOther = [...headcounts, ...phones, ...times].some(({ from, to }) => to - from >= text.length - 1);
  if (isOther || ASKS.test(text)) return undefined;
  return text === '' || text.length > 20 ? undefined : { text };
}

function momentAnswer(analysis: Analysis, words: Words, slot: 'start' | 'end' | 'deadline' | 'since'): Slots {
  const prefer = slot === 'since' ? 'past' : slot === 'deadline' ? 'deadline' : 'meeting';
  const found = timesOf(analysis.message.plain, analysis.now, words, prefer).filter(
    (match) => match.kind !== 'duration',
  )[0];
  if (!found) return {};
  if (found.kind === 'range' && slot === 'start') return { start: found.start, end: found.end };
  return { [slot]: found.start };
}

function spanAnswer(analysis: Analysis): string {
  return analysis.message.source
    .replace(/^(?:是|叫|就是|就|我是|换成|改成|那就|it's |it is )|[,，。.!！的吧啊呢了\s]+$/g, '')
    .trim();
}

/** What an answer to `slot` holds; empty where the message holds no such thing. */
export function answerTo(slot: SlotName, analysis: Analysis, words: Words): Slots {
  const plain = analysis.message.plain;
  const one = <K extends SlotName>(name: K, value: Slots[K] | null): Slots =>
    value === undefined || value === null ? {} : { [name]: value };
  switch (slot) {
    case 'phone':
      return one('phone', phoneOf(analysis));
    case 'location':
      return one('location', placeAnswer(analysis));
    case 'start':
    case 'end':
    case 'deadline':
    case 'since':
      return momentAnswer(analysis, words, slot);
    case 'rating':
      return one('rating', ratingOf(plain));
    case 'attendees':
    case 'quantity':
      return one(slot, analysis.headcounts[0]?.value ?? countOf(plain));
    case 'equipment': {
      const found = findEquipment(plain);
      return found.length > 0 ? { equipment: found } : {};
    }
    case 'quantities':
      return {};
    case 'layout':
      return one('layout', findLayout(plain));
    case 'scope':
      return one('scope', scopeOf(plain));
    case 'ticket':
      return one(
        'ticket',
        analysis.tickets[0] ? wordsAt(analysis, analysis.tickets[0]) : /\d{4,}[-\d]*/.exec(plain)?.[0],
      );
    default:
      return textAnswer(slot, analysis);
  }
}

function textAnswer(
  slot: 'device' | 'system' | 'symptom' | 'model' | 'asset' | 'department' | 'person' | 'title',
  analysis: Analysis,
): Slots {
  const spans = {
    device: analysis.devices[0],
    system: analysis.systems[0],
    symptom: analysis.symptom ?? undefined,
    model: analysis.models[0],
    asset: analysis.assets[0],
    department: analysis.departments[0],
    person: analysis.people[0],
    title: undefined,
  };
  const span = spans[slot];
  const text = span ? wordsAt(analysis, span) : spanAnswer(analysis);
  return text === '' || text.length > 60 ? {} : { [slot]: text };
}

/** Intents that break off what is under way; an answer with any other intent stays an answer. */
const BREAKS_OFF = new Set<Intent>([
  'talk_to_human',
  'ticket_status',
  'urge_ticket',
  'cancel_ticket',
  'complain',
  'cancel_meeting',
  'help',
]);

/** Which intent an answer to the expectation carries on with. */
export const FLOW_INTENTS: Record<string, Intent> = {
  'report-fault': 'report_fault',
  report_fault: 'report_fault',
  'request-service': 'request_service',
  request_service: 'request_service',
  'book-meeting': 'book_meeting',
  book_meeting: 'book_meeting',
  ask_rooms: 'book_meeting',
  'change-meeting': 'change_meeting',
  change_meeting: 'change_meeting',
  'cancel-meeting': 'cancel_meeting',
  cancel_meeting: 'cancel_meeting',
  'rate-service': 'rate_service',
  rate_service: 'rate_service',
  'add-to-ticket': 'add_to_ticket',
  add_to_ticket: 'add_to_ticket',
};

/** True where the message can only be read as an answer to what was asked. */
export function isAnswer(
  context: UnderstandContext,
  plain: string,
  intent: Intent,
  confidence: number,
): boolean {
  if (context.expect === undefined || plain.length > LONGEST_ANSWER) return false;
  return !(BREAKS_OFF.has(intent) && confidence > 0.6);
}

export function slotExpected(expect: Expectation | undefined): SlotName | null {
  return expect?.slot && expect.slot !== 'description' ? expect.slot : null;
}
