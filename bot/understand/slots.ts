/** Puts what was found into the slots that the intent has. */
import type { Category, Intent, Location, Slots } from '../types.ts';
import { type Analysis, type Words, wordsAt } from './analysis.ts';
import { complaintOf } from './entities/complaint.ts';
import { locationOf, type PlaceMention } from './entities/location.ts';
import { findEquipment, findLayout, findTitle } from './entities/meeting.ts';
import { findRating } from './entities/numbered.ts';
import { meetingTimes } from './meeting-times.ts';
import { deadlineOf, sinceOf } from './moments.ts';
import { scopeOf } from './scope.ts';
import type { FindSymptomSpan } from './symptom-tagger.ts';
import { ticketOf } from './ticket-number.ts';

const REQUESTS = new Set<Intent>(['report_fault', 'request_service']);
const MEETINGS = new Set<Intent>(['book_meeting', 'change_meeting', 'cancel_meeting']);
const ABOUT_TICKET = new Set<Intent>([
  'ticket_status',
  'urge_ticket',
  'add_to_ticket',
  'cancel_ticket',
  'reopen_ticket',
]);

/** Leaves out what is not there: slots are never guessed. */
function defined<T extends Slots>(slots: { [K in keyof T]: T[K] | null | undefined }): Slots {
  return Object.fromEntries(
    Object.entries(slots).filter(([, value]) => value !== null && value !== undefined),
  ) as Slots;
}

/** A symptom may stand there; of what is called off none is wanted. */
export const mayHaveSymptom = (intent: Intent): boolean =>
  intent === 'report_fault' || (ABOUT_TICKET.has(intent) && intent !== 'cancel_ticket');

/** «有点不灵», «也不动»: what is wrong is said without how much and once more. */
function withoutLead(text: string, { from, to }: { from: number; to: number }): { from: number; to: number } {
  const lead =
    /^(?:有点儿?|有些|点(?=[不没])|也|都|就|又|了|的|已经?|依然|仍然?|还是)/.exec(text.slice(from, to))?.[0]
      .length ?? 0;
  return to - from - lead >= 2 ? { from: from + lead, to } : { from, to };
}

/**
 * What is wrong: the extent that was learnt, else the known words, else on a fault what is said of the thing. For a message
 * that opens or is about a matter: an answer to a question tells of none.
 */
export function withSymptom(
  analysis: Analysis,
  intent: Intent,
  slots: Slots,
  learnt: FindSymptomSpan,
): Slots {
  if (!mayHaveSymptom(intent)) return slots;
  const known = slots.symptom === undefined && intent === 'report_fault' ? complaintOf(analysis) : null;
  const span = learnt(analysis) ?? known;
  return span ? { ...slots, symptom: wordsAt(analysis, withoutLead(analysis.message.plain, span)) } : slots;
}

/** All slots of a message read as `intent`. */
export function slotsOf(analysis: Analysis, intent: Intent, words: Words): Slots {
  if (intent === 'greet') return defined({ department: commonSlots(analysis).department });
  if (intent === 'confirm' || intent === 'deny' || intent === 'thank' || intent === 'help') return {};
  const common = commonSlots(analysis);
  if (REQUESTS.has(intent)) return { ...common, ...requestSlots(analysis, intent, words) };
  if (MEETINGS.has(intent)) return { ...common, ...meetingSlots(analysis, intent, words) };
  if (ABOUT_TICKET.has(intent)) {
    const { phone, ...others } = common;
    const slots = ticketSlots(analysis, intent, words);
    return { ...others, ...(phone !== undefined && phone !== slots.ticket ? { phone } : {}), ...slots };
  }
  if (intent === 'ask_howto') return { ...common, ...defined({ system: systemOf(analysis) }) };
  if (intent === 'rate_service')
    return defined({ ...common, ticket: ticketOf(analysis), rating: findRating(analysis.message.plain) });
  return intent === 'out_of_scope' ? {} : common;
}

function commonSlots(analysis: Analysis): Slots {
  const department = analysis.departments[0];
  const person = analysis.people.find((found) => !isSender(analysis, found.from));
  return defined({
    department: department && wordsAt(analysis, department),
    person: person && wordsAt(analysis, person),
    phone: analysis.phones[0]?.value,
  });
}

/** «我是张三», «我叫张三»: who writes is known from the channel. */
function isSender(analysis: Analysis, from: number): boolean {
  return /(?:我是|我叫|本人|这里是|我系|this is|i am|i'm|my name is)[^,，。]{0,8}$/.test(
    analysis.message.plain.slice(Math.max(0, from - 14), from),
  );
}

function requestSlots(analysis: Analysis, intent: Intent, words: Words): Slots {
  const fault = intent === 'report_fault';
  const symptom = fault ? analysis.symptom : null;
  return defined({
    ...thingSlots(analysis),
    symptom: symptom && wordsAt(analysis, symptom),
    location: placeOf(analysis),
    deadline: deadlineOf(analysis, words),
    since: fault ? sinceOf(analysis, words) : null,
    scope: fault ? scopeOf(analysis.message.plain) : null,
    quantity: fault ? null : quantityOf(analysis),
  });
}

function thingSlots(analysis: Analysis): Slots {
  const device = deviceOf(analysis);
  const model = analysis.models[0];
  const asset = analysis.assets[0];
  return defined({
    device: device && wordsAt(analysis, device),
    system: systemOf(analysis),
    model: model && wordsAt(analysis, model),
    asset: asset && wordsAt(analysis, asset),
  });
}

/** The thing that the symptom is said of: what stands right behind it («连不上打印机»), else what was named first. */
function deviceOf(analysis: Analysis): Analysis['devices'][number] | undefined {
  const { devices, symptom } = analysis;
  if (symptom) {
    const behind = devices.find((device) => device.from >= symptom.to && device.from - symptom.to <= 2);
    if (behind && /连不|找不|搜不|添加不|识别不|读不|认不/.test(symptom.value)) return behind;
  }
  const meant = devices.filter((device) => !isBeside(analysis.message.plain, device));
  const first =
    meant.find((device) => !symptom || device.from < symptom.from || device.from >= symptom.to) ??
    meant[0] ??
    devices[0];
  return first && (partOf(analysis.message.plain, first, meant) ?? first);
}

/** «饮水机旁的网口» tells where, «换了电脑以后» what went before. */
const isBeside = (text: string, { from, to }: { from: number; to: number }): boolean =>
  /^(?:旁边?|附近|对面|隔壁|后面的墙)/.test(text.slice(to, to + 4)) ||
  (/换[了过个一台]*(?:新的?)?$/.test(text.slice(Math.max(0, from - 5), from)) &&
    /^(?:以后|之后|后)/.test(text.slice(to, to + 2)));

const PART = /^(?:硒鼓|墨盒|色带|粉盒|碳粉|墨粉|usb ?(?:接?口)?|触控板|遥控器)$/;
/** «复印机硒鼓», «主机前面板的USB口»: a part of which one is in want is the thing. */
const partOf = <T extends { from: number; to: number }>(
  text: string,
  whole: T,
  all: readonly T[],
): T | undefined =>
  all.find(
    ({ from, to }) =>
      from >= whole.to &&
      from - whole.to < 10 &&
      PART.test(text.slice(from, to)) &&
      /^(?:上|里|前面板|后面板|背面|侧面)?的?(?:[一两二三四五六七八九十\d]个)? ?$/.test(
        text.slice(whole.to, from),
      ),
  );

/** «OA系统» is OA: what kind of thing it is belongs to no name that stands without it. */
function systemOf(analysis: Analysis): string | undefined {
  const system = analysis.systems[0];
  if (!system) return undefined;
  const kind = /(?:操作系统|办公系统|系统|软件| system)$/.exec(system.word)?.[0] ?? '';
  const bare = system.word.slice(0, system.word.length - kind.length);
  const stands =
    kind !== '' && (/^[a-z0-9]{2,}$/.test(bare) || /^(?:麒麟|银河麒麟|统信|深度|亿邮|钉钉|飞书)$/.test(bare));
  return wordsAt(analysis, stands ? { from: system.from, to: system.from + bare.length } : system);
}

/** «一个» mostly says «a», not «one». */
function quantityOf(analysis: Analysis): number | undefined {
  return analysis.quantities.find(
    ({ value, from }) => value > 1 || !/^一个/.test(analysis.message.plain.slice(from)),
  )?.value;
}

/**
 * A named place wins over «会议室» alone, which on a meeting is what is asked for; the origin of a move stands first.
 */
function placeOf(analysis: Analysis, named = false): Location | undefined {
  const weight = (place: PlaceMention): number =>
    (place.room ? 2 : 0) + (place.roomName ? 2 : 0) + (place.floor ? 1 : 0) + (place.building ? 1 : 0);
  const text = analysis.message.plain;
  const corrected = analysis.places.find((place) =>
    /(?:应该|实际上?|其实|改|换)(?:是|成|为|到|在)$/.test(text.slice(0, place.from)),
  );
  const now = analysis.places.findLast(
    (place) =>
      weight(place) > 1 &&
      /(?:我|人)(?:们)?(?:现在|目前|就)?(?:是)?(?:在|坐)$/.test(text.slice(0, place.from)),
  );
  const first = analysis.places.find((place) => weight(place) > 0);
  const best =
    corrected ??
    now ??
    (first && moreExact(first, analysis.places)) ??
    (named
      ? undefined
      : analysis.places.find(
          ({ from, to }) => !/会议室$|(?:meeting|conference) room$/.test(text.slice(from, to)),
        ));
  return best && locationOf(best, (from, to) => wordsAt(analysis, { from, to }));
}

/** «五楼 5楼512»: the same floor said again with its room. */
const moreExact = (first: PlaceMention, all: readonly PlaceMention[]): PlaceMention =>
  (first.floor !== undefined &&
    !first.room &&
    !first.roomName &&
    all.find((place) => place.floor === first.floor && place.room !== undefined)) ||
  first;

/** A change tells what the meeting is called only where that is what changes. */
const NEW_TITLE = /名称|主题|题目|议题|会标|改名|(?:改|换)(?:成|为)[^,，。;；]{2,16}会|rename|title|call it/;

function meetingSlots(analysis: Analysis, intent: Intent, words: Words): Slots {
  const text = analysis.message.plain;
  const equipment = findEquipment(text);
  const title =
    (intent !== 'change_meeting' || NEW_TITLE.test(text)) &&
    findTitle(text, [...analysis.times, ...analysis.places, ...analysis.departments]);
  const times = meetingTimes(analysis, words, intent);
  return defined({
    start: times.start,
    end: times.end,
    location: placeOf(analysis, true),
    attendees: analysis.headcounts[0]?.value,
    title: title ? wordsAt(analysis, title) : null,
    equipment: equipment.length > 0 && intent !== 'cancel_meeting' ? equipment : null,
    layout: findLayout(text),
  });
}

function ticketSlots(analysis: Analysis, intent: Intent, words: Words): Slots {
  const symptom = analysis.symptom;
  const ticket = ticketOf(analysis);
  return defined({
    ticket,
    ...thingSlots(analysis),
    symptom: symptom && !symptom.vague && intent !== 'cancel_ticket' ? wordsAt(analysis, symptom) : null,
    location: placeOf(
      {
        ...analysis,
        places: analysis.places.filter((place) => !place.bare || wordsAt(analysis, place) !== ticket),
      },
      true,
    ),
    deadline: intent === 'urge_ticket' || intent === 'add_to_ticket' ? deadlineOf(analysis, words) : null,
    since: intent === 'add_to_ticket' ? sinceOf(analysis, words) : null,
  });
}

/** Categories and urgency stand on these alone. */
export const isRequest = (intent: Intent): boolean => REQUESTS.has(intent);
export type RequestReading = { category: Category; slots: Slots };
