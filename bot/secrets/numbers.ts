/** Resident identity numbers (GB 11643) and bank cards (ISO/IEC 7812), also written in groups. */
import type { Secret } from './span.ts';

interface Group {
  digits: string;
  start: number;
  end: number;
}

/** Blanks, or one dash with blanks around it, may stand between the groups of one number. */
const BETWEEN_GROUPS = /^(?: {1,3}| ?- ?)$/;
const LONGEST = 19;

/** `text` is folded (fold.ts). */
export function findNumbers(text: string): Secret[] {
  return sequences(text).flatMap((groups) => findInSequence(text, groups));
}

/** Runs of digits that may belong together. */
function sequences(text: string): Group[][] {
  const all: Group[][] = [];
  let last: Group | undefined;
  for (const match of text.matchAll(/[0-9]+/g)) {
    const group = { digits: match[0], start: match.index, end: match.index + match[0].length };
    const gap = last && group.start - last.end <= 3 ? text.slice(last.end, group.start) : '';
    if (BETWEEN_GROUPS.test(gap)) all.at(-1)?.push(group);
    else all.push([group]);
    last = group;
  }
  return all;
}

function findInSequence(text: string, groups: readonly Group[]): Secret[] {
  const found: Secret[] = [];
  let index = 0;
  while (index < groups.length) {
    const hit = longestFrom(text, groups, index);
    if (hit) found.push(hit.secret);
    index = hit ? hit.next : index + 1;
  }
  return found;
}

/** The longest number that begins with the group at `first`. */
function longestFrom(text: string, groups: readonly Group[], first: number) {
  let best: { secret: Secret; next: number } | undefined;
  let digits = '';
  const start = groups[first]?.start ?? 0;
  for (let index = first; index < groups.length; index += 1) {
    const group = groups[index];
    if (group === undefined || digits.length + group.digits.length > LONGEST) break;
    digits += group.digits;
    const secret = judge(text, digits, start, group.end);
    if (secret) best = { secret, next: index + 1 };
  }
  return best;
}

function judge(text: string, digits: string, start: number, end: number): Secret | null {
  if (isFraction(text, start, end)) return null;
  if (digits.length === 17) {
    const last = /^ ?-? ?[xX](?![A-Za-z0-9])/.exec(text.slice(end, end + 5));
    if (last && isIdentity18(`${digits}X`)) return { kind: 'id_card', start, end: end + last[0].length };
  }
  if (digits.length === 18 && isIdentity18(digits)) return { kind: 'id_card', start, end };
  if (digits.length === 15 && isIdentity15(digits) && !isPartOfName(text, start, end))
    return { kind: 'id_card', start, end };
  const isCard = isBankCard(digits) && !isPartOfName(text, start, end);
  return isCard ? { kind: 'bank_card', start, end } : null;
}

function isFraction(text: string, start: number, end: number): boolean {
  return (
    /[0-9]\.$/.test(text.slice(Math.max(start - 2, 0), start)) || /^\.[0-9]/.test(text.slice(end, end + 2))
  );
}

/** Serial and asset numbers: Latin letters (or letters and a dash) directly before or after the digits. */
function isPartOfName(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(start - 10, 0), start);
  if (/(?:card|no|number|num|id|acct|account)$/i.test(before)) return false;
  return /[A-Za-z_][-_]?$/.test(before) || /^[-_]?[A-Za-z_]/.test(text.slice(end, end + 2));
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_DIGITS = '10X98765432';

function isIdentity18(number: string): boolean {
  if (!/^[1-9][0-9]{5}(?:18|19|20)/.test(number)) return false;
  if (!isDate(Number(number.slice(6, 10)), number.slice(10, 12), number.slice(12, 14))) return false;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(number[index]), 0);
  return CHECK_DIGITS[sum % 11] === number[17];
}

/** Provinces by the first two digits (GB/T 2260): all that tells the old form, which has no check digit. */
const PROVINCE = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[12])/;

function isIdentity15(number: string): boolean {
  const year = 1900 + Number(number.slice(6, 8));
  return PROVINCE.test(number) && isDate(year, number.slice(8, 10), number.slice(10, 12));
}

function isDate(year: number, month: string, day: string): boolean {
  const date = new Date(Date.UTC(year, Number(month) - 1, Number(day)));
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day) && month !== '00';
}

/** UnionPay, Visa, Mastercard, American Express, JCB, Diners, Discover, and the older ICBC and ABC cards. */
const ISSUER = /^(?:62|4|5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720|3[47]|35|3[068]|60|65|955[89])/;

function isBankCard(digits: string): boolean {
  return digits.length >= 13 && digits.length <= 19 && ISSUER.test(digits) && passesLuhn(digits);
}

function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let place = 0; place < digits.length; place += 1) {
    const digit = Number(digits[digits.length - 1 - place]);
    const doubled = digit * 2;
    if (place % 2 === 0) sum += digit;
    else sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
