/**
 * Where a message holds personal data: what must not leave for a model. Rather too much than too little: what is masked
 * is put back afterwards. Pure.
 */
import { findAssets, findPhones } from '../../bot/understand/entities/numbered.ts';
import { findPeople } from '../../bot/understand/entities/people.ts';
import { Gazetteer } from '../../bot/understand/gazetteer.ts';
import { doubleSurnames, personTitles, surnames } from '../../bot/understand/lexicon/department-parts.ts';
import { GIVEN_NAME_CHARACTERS, NAMING_SURNAMES } from './given-names.ts';

/** What a placeholder stands for, as the model is told. */
export type PersonalKind =
  | 'person'
  | 'phone'
  | 'number'
  | 'email'
  | 'address'
  | 'account'
  | 'link'
  | 'literal';

/** Offsets into the text that was searched. */
export interface PersonalSpan {
  from: number;
  to: number;
  kind: PersonalKind;
}

/** Words that are somebody's: the desk's people, and whoever writes. */
export interface KnownPeople {
  names: readonly string[];
  /** Ids, telephones and the like, found wherever they stand. */
  literals: readonly string[];
}

const D = '\\p{Nd}';
const ANY_DIGIT = '[\\p{Nd}零〇一二三四五六七八九幺两]';
const NOT_DATE = '(?!(?:19|20)\\d\\d[-/.](?:0?[1-9]|1[0-2])[-/.](?:[12]\\d|3[01]|0?[1-9])(?!\\d))';

/** Each takes time in proportion to the text: no part of one can match what the next one begins with in many ways. */
const PATTERNS: readonly [PersonalKind, RegExp][] = [
  ['literal', /[⟦⟧][^⟦⟧]{0,40}⟧?/gu],
  ['link', /(?:https?|ftp|file):\/\/[^\s，。；、（）《》"'<>]+|(?<![a-z0-9.])www\.[^\s，。；、]+/gu],
  ['email', /[a-z0-9._%+-]{1,256}@[a-z0-9.-]{1,255}/gu],
  ['address', /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])/gu],
  ['address', /(?<![0-9a-z])(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}(?![0-9a-z])/gu],
  ['address', /(?<![0-9a-z:])(?:[0-9a-f]{0,4}:){3,7}[0-9a-f]{0,4}(?![0-9a-z:])/gu],
  ['phone', new RegExp(`(?:\\+?86[- ]?)?1[-. ]?[3-9](?:[-.·\\s]{0,3}${D}){9}`, 'gu')],
  ['phone', /\+\d(?:[- ]?\d){6,14}/gu],
  ['phone', /\(?0\d{2,3}\)?[- ]?\d{3,4}[- ]?\d{3,4}(?!\d)/gu],
  ['phone', /(?<!\d)(?:400|800)[- ]?\d{3,4}[- ]?\d{3,4}(?!\d)/gu],
  ['phone', new RegExp(`(?<![\\d-])${NOT_DATE}\\d{3,4}[- ]\\d{4}(?!\\d)`, 'gu')],
  ['phone', new RegExp(`(?<!${ANY_DIGIT})${NOT_DATE}${ANY_DIGIT}(?:[- ]?${ANY_DIGIT}){6,}`, 'gu')],
  ['number', new RegExp(`${D}{5,}`, 'gu')],
  [
    'number',
    new RegExp(
      `(?<![a-z0-9_/-])${NOT_DATE}(?=[a-z_/-]*(?:\\d[a-z_/-]*){5})[a-z0-9]+(?:[-_/][a-z0-9]+)*`,
      'gu',
    ),
  ],
  ['phone', /(?:电话|联系|回电|回拨|phone|call|reach|ring)[^\d\n]{0,12}?(\d{3,4})(?!\d|[楼层室号房])/gu],
  [
    'account',
    /(?:工号|员工号|用户名|登录名|账号|账户|qq|微信|wechat|昵称|user ?name|login|account)(?:号|id)?(?:是|为|叫|:| is )?\s*([a-z0-9_.@-]{4,64})/gu,
  ],
];

const nobody = new Gazetteer<string>([]);
const titles = [...personTitles].sort((a, b) => b.length - a.length);
const ANY_SURNAME = `(?:${doubleSurnames.join('|')}|[${surnames}])`;
const SAID_AS_NAME = new RegExp(
  `(?:我是|我叫|本人|姓名|名叫|联系人|使用人|负责人|申请人|报修人|经办人)(?:是|叫|为|:)?\\s*(${ANY_SURNAME}[\\u4e00-\\u9fff]{1,3})`,
  'gu',
);
const BY_ITSELF = new RegExp(
  `(?:${doubleSurnames.join('|')}|[${NAMING_SURNAMES}])[${GIVEN_NAME_CHARACTERS}]{1,2}`,
  'gu',
);
const FAMILIAR = new RegExp(
  `(?:找|让|叫|帮|给|替|问|联系|和|跟|是)(?:一下|下)?([小老阿][${NAMING_SURNAMES}])`,
  'gu',
);
const ENGLISH_SAID =
  /(?:[Nn]ame is|[Nn]ame:) ([A-Za-z]+(?: [A-Za-z]+)?)|(?:[Tt]his is|I am|I'm) ([A-Z][a-z]+(?: [A-Z][a-z]+)?)/gu;

/** «0x80070035» is nobody's number, and tells what is wrong. */
const ERROR_CODE = /(?<![0-9a-z])0x[0-9a-f]{1,8}(?![0-9a-z])/g;

/** A folded text (half-width, small letters), and the same with its capitals: Latin names are known by them. */
export interface SearchedText {
  plain: string;
  cased: string;
}

/** All spans of `plain`, in no order; they may overlap. */
export function findPersonalData({ plain, cased }: SearchedText, known: KnownPeople): PersonalSpan[] {
  const codes = Array.from(plain.matchAll(ERROR_CODE), (match) => [
    match.index,
    match.index + match[0].length,
  ]);
  const isCode = ({ from, to }: PersonalSpan): boolean =>
    codes.some(([begin = 0, end = 0]) => begin <= from && to <= end);
  return [
    ...[...patternSpans(plain), ...numberedSpans(plain)].filter((span) => !isCode(span)),
    ...peopleSpans(plain, cased),
    ...known.names.flatMap((name) => literalSpans(plain, name, 'person')),
    ...known.literals.flatMap((literal) => literalSpans(plain, literal, 'account')),
  ];
}

function patternSpans(plain: string): PersonalSpan[] {
  return PATTERNS.flatMap(([kind, pattern]) => lastGroups(plain, pattern).map((span) => ({ ...span, kind })));
}

function numberedSpans(plain: string): PersonalSpan[] {
  return [
    ...findPhones(plain).map(({ from, to }) => ({ from, to, kind: 'phone' as const })),
    ...findAssets(plain).map(({ from, to }) => ({ from, to, kind: 'number' as const })),
  ];
}

function peopleSpans(plain: string, cased: string): PersonalSpan[] {
  const spans = [
    ...lastGroups(plain, SAID_AS_NAME),
    ...lastGroups(cased, ENGLISH_SAID),
    ...lastGroups(plain, FAMILIAR),
    ...lastGroups(plain, BY_ITSELF),
    ...findPeople(plain, cased, nobody).map((span) => withoutTitle(plain, span)),
  ];
  return spans.map(({ from, to }) => ({ from, to, kind: 'person' }));
}

/** Of each match, the span of the group that ends it, or all of it where there is none. */
function lastGroups(text: string, pattern: RegExp): { from: number; to: number }[] {
  return Array.from(text.matchAll(pattern), (match) => {
    const to = match.index + match[0].length;
    return { from: to - (match[1] ?? match[2] ?? match[0]).length, to };
  });
}

/** «张局长» leaves as «⟦P1⟧局长»: that somebody is a leader tells how urgent it is. */
function withoutTitle(plain: string, span: { from: number; to: number }): { from: number; to: number } {
  const word = plain.slice(span.from, span.to);
  const title = titles.find((one) => word.endsWith(one) && word.length > one.length);
  return title === undefined ? span : { from: span.from, to: span.to - title.length };
}

function literalSpans(plain: string, literal: string, kind: PersonalKind): PersonalSpan[] {
  const sought = literal.normalize('NFKC').toLowerCase().trim();
  const spans: PersonalSpan[] = [];
  if (sought.length < 2) return spans;
  for (let at = plain.indexOf(sought); at >= 0; at = plain.indexOf(sought, at + sought.length))
    spans.push({ from: at, to: at + sought.length, kind });
  return spans;
}
