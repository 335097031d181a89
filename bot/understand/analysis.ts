/** Everything that can be pointed at in one message, found once; what it means is decided elsewhere. */
import type { PublicHolidays } from '../holidays.ts';
import type { Category, Lexicon } from '../types.ts';
import { findComposedDevices } from './entities/devices.ts';
import { findPlaces, type PlaceMention } from './entities/location.ts';
import {
  type Found,
  findAssets,
  findExtensions,
  findHeadcounts,
  findModels,
  findPhones,
  findQuantities,
  findTickets,
} from './entities/numbered.ts';
import { findDepartments, findPeople } from './entities/people.ts';
import { findSymptom, type Symptom } from './entities/symptom.ts';
import { findComposedSystems, findEnglishSystems, findUsedProducts } from './entities/systems.ts';
import { Gazetteer, type Mention } from './gazetteer.ts';
import { devices, notDevices } from './lexicon/devices.ts';
import { rooms as generalRooms, leaders } from './lexicon/words.ts';
import { type Message, original } from './normalise.ts';
import { findTimes, type Preference, type TimeMatch } from './time/index.ts';

/** A desk's words, ready to be looked for. Built once. */
export interface Words {
  systems: Gazetteer<SystemEntry>;
  devices: Gazetteer<Category | null>;
  departments: Gazetteer<string>;
  buildings: Gazetteer<string>;
  rooms: Gazetteer<{ name: string; floor?: string; building?: string }>;
  people: Gazetteer<string>;
  leaders: Gazetteer<string>;
  zone: string;
  holidays: PublicHolidays;
}
export interface SystemEntry {
  name: string;
  category?: Category;
}

/** What was found in a message; all offsets are into `message.plain`. */
export interface Analysis {
  message: Message;
  now: number;
  times: TimeMatch[];
  places: PlaceMention[];
  departments: Found[];
  people: Found[];
  systems: Mention<SystemEntry>[];
  devices: Mention<Category | null>[];
  phones: Found[];
  tickets: Found[];
  assets: Found[];
  models: Found[];
  quantities: Found<number>[];
  headcounts: Found<number>[];
  symptom: Symptom | null;
  leader: boolean;
}

export function prepareWords(lexicon: Lexicon, zone: string, holidays: PublicHolidays): Words {
  return {
    systems: new Gazetteer(systemWords(lexicon)),
    devices: new Gazetteer<Category | null>([...notDevices.map((word) => [word, null] as const), ...devices]),
    departments: new Gazetteer(lexicon.departments.map((name) => [name, name] as const)),
    buildings: new Gazetteer(lexicon.buildings.map((name) => [name, name] as const)),
    rooms: new Gazetteer([
      ...lexicon.rooms.map((room) => [room.name, room] as const),
      ...generalRooms.map((name) => [name, { name }] as const),
    ]),
    people: new Gazetteer(lexicon.people.map((name) => [name, name] as const)),
    leaders: new Gazetteer(leaders.map((title) => [title, title] as const)),
    zone,
    holidays,
  };
}

/** The desk's own names stand first: they decide what a word is. */
function* systemWords(lexicon: Lexicon): Iterable<[string, SystemEntry]> {
  for (const { name, aliases = [], category } of lexicon.systems) {
    const entry: SystemEntry = { name, ...(category ? { category } : {}) };
    yield [name, entry];
    for (const alias of aliases) yield [alias, entry];
  }
}

interface Span {
  from: number;
  to: number;
}
const overlaps = (span: Span, others: readonly Span[]): boolean =>
  others.some((other) => span.from < other.to && other.from < span.to);
const outside = <T extends Span>(spans: T[], ...taken: readonly Span[][]): T[] =>
  spans.filter((span) => !taken.some((others) => overlaps(span, others)));

/** Finds all that is named in `message`. Pure. */
export function analyse(message: Message, now: number, words: Words): Analysis {
  const text = message.plain;
  const tickets = findTickets(text);
  const models = findModels(text);
  const assets = outside(findAssets(text), tickets, models);
  const phones = outside(findPhones(text), tickets, assets, models);
  const times = outside(timesOf(text, now, words), tickets, assets, phones, models);
  const departments = findDepartments(text, words.departments);
  const places = outside(findPlaces(text, words), phones, assets, tickets, models, times);
  const extensions = findExtensions(text, places, [...phones, ...times, ...assets, ...tickets, ...models]);
  phones.push(...extensions);
  const things = words.devices.find(text);
  const systems = outside(
    findSystems(text, words, { places, stops: [...departments, ...times] }),
    tickets,
    models,
    assets,
    phones,
  ).filter((system) => !things.some((thing) => thing.from <= system.from && system.to < thing.to));
  const people = outside(
    findPeople(text, message.source, words.people),
    departments,
    places.filter((place) => !text.slice(place.from, place.to).endsWith('办公室')),
    systems,
  );
  const unlisted = findComposedDevices(text, things, [
    ...places,
    ...departments,
    ...people,
    ...times,
    ...systems,
    ...models,
    ...assets,
    ...phones,
  ]);
  const namedDevices = withoutDenied(
    text,
    [
      ...unlisted,
      ...outside(things, unlisted).filter(
        (mention) => mention.value !== null && !leadsToNumber(text, mention),
      ),
    ].sort((a, b) => a.from - b.from),
  );
  return {
    message,
    now,
    times,
    places: outside(places, extensions).map((place) => withItsUnit(place, departments)),
    departments: departments.filter((unit) => !isPlaceOnly(text, unit, { places, words })),
    people,
    systems,
    devices: outside(
      namedDevices,
      systems.filter((system) => system.word.length > 2),
      places.filter((place) => place.roomName),
    ),
    phones,
    tickets,
    assets,
    models,
    quantities: outside(findQuantities(text), places, times),
    headcounts: outside(findHeadcounts(text), places, times, phones),
    symptom: findSymptom(text, [...things, ...times, ...phones]),
    leader: words.leaders.find(text).length > 0 || people.some(({ value }) => LEADER_NAME.test(value)),
  };
}

/** The lexicon's names, those that a kind of system follows, and Latin ones that are used like a program's. */
function findSystems(
  text: string,
  words: Words,
  { places, stops }: { places: Span[]; stops: Span[] },
): Mention<SystemEntry>[] {
  const known = words.systems.find(text).filter((mention) => !isOrdinaryWord(text, mention));
  const business: SystemEntry = { name: '', category: 'business' };
  const composed = [
    ...findComposedSystems(text, known, [...places, ...stops], business),
    ...outside(findEnglishSystems(text, business), known),
  ];
  const used = findUsedProducts(text, { name: '', category: 'software' as const });
  const longest = outside(known, composed);
  return [...longest, ...outside(composed, places), ...outside(used, known, composed, places)].sort(
    (a, b) => a.from - b.from,
  );
}

/** «综合执法大队办公楼二层»: a place that a section's name leads to begins with the whole name. */
function withItsUnit(place: PlaceMention, units: readonly Span[]): PlaceMention {
  const unit = units.find(({ from, to }) => from < place.from && place.from < to && to < place.to);
  return unit ? { ...place, from: unit.from } : place;
}

/** «李总», «韩局», «陈厅»: how leaders are called. */
const LEADER_NAME = /^[\u4e00-\u9fff](?:总|局|厅|董)$/;

/** A hall that is no section of the desk is a place, and so is a centre or house that a floor is said of («就业中心二楼»): no section. */
const isPlaceOnly = (
  text: string,
  unit: Span,
  { places, words }: { places: readonly PlaceMention[]; words: Words },
): boolean => {
  const name = text.slice(unit.from, unit.to);
  if (name.endsWith('大厅')) return words.departments.at(text, unit.from)?.to !== unit.to;
  return (
    /(?:中心|[馆院所站])$/.test(name) &&
    places.some((place) => place.from === unit.from && place.floor !== undefined)
  );
};

/** «不是打印机的问题，是我电脑…»: what it is not is left out, where something else is named. */
function withoutDenied<T extends Span>(text: string, things: T[]): T[] {
  const said = things.filter(
    ({ from, to }) =>
      !/(?:不是|并非|不关|不怪)(?:我的?|这台?|那台?)?$/.test(text.slice(Math.max(0, from - 6), from)) ||
      !/^(?:的?(?:问题|毛病|事|原因|故障)|坏|,)/.test(text.slice(to, to + 4)),
  );
  return said.length > 0 ? said : things;
}

/** «the office» is a place, «in office hours» a time; «Office» alone is software. */
function isOrdinaryWord(text: string, { from, word }: Mention<SystemEntry>): boolean {
  if (word === '微信' && /^公众号|^推文|^推送/.test(text.slice(from + 2))) return true;
  if (word === 'mac' && text.startsWith('地址', from + 3)) return true;
  if (word === 'ppt')
    return /(?:放|播|成|播放|演示|这个|那个|[一个份])$/.test(text.slice(Math.max(0, from - 2), from));
  // «his number»: English, and no hospital's system.
  if (word === 'his') return /^ [a-z]/.test(text.slice(from + 3));
  if (word !== 'office') return false;
  return /(?:the|our|my|your|this|in|at|main|home|head|general|finance|new) $/.test(
    text.slice(Math.max(0, from - 8), from),
  );
}

/** «电话8012», «手机：138…» give a number, they name no thing. */
function leadsToNumber(text: string, { word, from, to }: Mention<Category | null>): boolean {
  if (!/^(?:电话|手机|座机|话机|办公电话|telephone|phone|landline)$/.test(word)) return false;
  if (
    /^(?:号码?)?[\s:是为,，]{0,2}(?:[\d零一幺二三四五六七八九]{3}|多少|联系|通知|给我|过来)/.test(
      text.slice(to, to + 12),
    )
  )
    return true;
  if (
    word === '电话' &&
    /(?:打|等|接)了?(?:[\d一两二三四五六几好多]+)?(?:次|道|遍|回|通|个)?$/.test(
      text.slice(Math.max(0, from - 6), from),
    )
  )
    return true;
  return (
    word === '电话' &&
    /(?:打|联系|来|回|给|个|留|报|接|客服|通|中心的|的联系)$/.test(text.slice(Math.max(0, from - 3), from))
  );
}

/** Times as they read for a purpose: a meeting wants office hours, «since when» wants the past. */
export function timesOf(text: string, now: number, words: Words, prefer?: Preference): TimeMatch[] {
  return findTimes(text, {
    now,
    zone: words.zone,
    holidays: words.holidays,
    ...(prefer ? { prefer } : {}),
  });
}

/** A span in the person's own spelling. */
export const wordsAt = (analysis: Analysis, span: Span): string =>
  original(analysis.message, span.from, span.to);
