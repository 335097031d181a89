/**
 * Passwords, PINs and codes that are given: said (密码是…, my password is …) or set beside their name (验证码 123456).
 * The topic alone (忘记密码了, 密码错误, 密码是什么) gives none. `text` is folded (fold.ts).
 */
import { looksLikePassword, readValue, type Strength, type Value } from './password-value.ts';
import { FILLERS, NAMES, SAYING } from './password-words.ts';
import type { Secret } from './span.ts';

const NAME = new RegExp(NAMES, 'gi');

export function findPasswords(text: string): Secret[] {
  const found: Value[] = [];
  for (const name of text.matchAll(NAME)) {
    if (name.index < (found.at(-1)?.end ?? 0)) continue;
    const end = name.index + name[0].length;
    const given = valuesAfter(text, name.index, end);
    found.push(...(given.length > 0 ? given : valueBefore(text, name.index, end)));
  }
  return [...found, ...inAddresses(text)].map((value) => ({ kind: 'password', ...value }));
}

function valuesAfter(text: string, nameStart: number, nameEnd: number): Value[] {
  const before = text.slice(Math.max(0, nameStart - 60), nameStart);
  const link = readLink(text, nameEnd, before);
  const first = readValue(text, link.end, link.strength);
  if (first === null || (link.strength === 'beside' && isNearByChance(text, nameEnd, first, before)))
    return [];
  if (ACCOUNT_AND.test(before)) return secondOf(text, first);
  return [first, ...alternatives(text, first.end)];
}

/** «账号密码：zhangsan Abc@123», «用户名/密码 …»: the account stands first, the password second. */
const ACCOUNT_AND =
  /(?:[账帐]号|[账帐]户|用户名?|user(?:name)?|account|login) ?(?:[/、+&和与及跟,]|and)? ?$/i;
/** «账号zhangsan密码…»: after a named account even a plain word is the password. */
const ACCOUNT_NAMED =
  /(?:[账帐]号|[账帐]户|用户名?|user(?:name)?|account)(?:是|为|:|=| ){0,3}[\x21-\x7e]{1,40}[ ,，/、;；]{0,3}$/i;

const STEP = new RegExp(`(\\s|[,，]|是不是|是否|不是|to(?= )|as(?= ))|(${SAYING})|(?:${FILLERS})`, 'iy');
const MOST_STEPS = 12;

/** Goes over what stands between the name and the password, and tells whether it is said to be it. */
function readLink(text: string, from: number, before: string): { end: number; strength: Strength } {
  let end = /^(?!'s )["'”’」』】)\]]/.test(text.slice(from, from + 3)) ? from + 1 : from;
  let strength: Strength = ACCOUNT_NAMED.test(before) ? 'said' : 'beside';
  for (let step = 0; step < MOST_STEPS; step += 1) {
    STEP.lastIndex = end;
    const match = STEP.exec(text);
    if (match === null) break;
    if (match[2] !== undefined || (match[1] === 'to' && /(?:chang|reset|set|updat)\w* [\w ]*$/i.test(before)))
      strength = 'said';
    end += match[0].length;
  }
  return { end, strength };
}

/** «忘记密码 8012», «密码改了，8012»: the number is an extension to ring. */
function isNearByChance(text: string, nameEnd: number, value: Value, before: string): boolean {
  if (!/^[0-9-]+$/.test(text.slice(value.start, value.end))) return false;
  return /[,，]/.test(text.slice(nameEnd, value.start)) || ASKED_FOR.test(before);
}

const ASKED_FOR =
  /(?:忘记?了?|找回|[收看]不到|没收到|不知道|forg[eo]t(?:ten)?(?: my| the)?)[^，。,.!?！？\n]{0,6}$/i;

/** A secret that was taken out of the text before. */
const HIDDEN = /^\[[^\]]{0,6}隐/;

/** The second of two words, or of one with a slash in it; the first where it stands alone. */
function secondOf(text: string, first: Value): Value[] {
  const slash = text.slice(first.start, first.end).lastIndexOf('/');
  if (slash > 0 && first.start + slash + 1 < first.end)
    return [{ start: first.start + slash + 1, end: first.end }];
  const gap = /^\s{0,3}[,，、/|;；和与跟及+]?\s{0,3}/.exec(text.slice(first.end, first.end + 8))?.[0] ?? '';
  const second = readValue(text, first.end + gap.length, 'said');
  if (second !== null && gap !== '') return [second];
  return HIDDEN.test(text.slice(first.end + gap.length, first.end + gap.length + 8)) ? [] : [first];
}

const OR =
  /\s?(?:或者是?|或|和|跟|、|还有|以及|还是|再加上?|加上?|改成了?|改到|改为|换成了?|变成了?|or|and)\s?/iy;

/** «密码试过123456和888888». */
function alternatives(text: string, from: number): Value[] {
  const found: Value[] = [];
  for (let end = from; found.length < 5; ) {
    OR.lastIndex = end;
    const or = OR.exec(text);
    const next = or && readValue(text, OR.lastIndex, 'beside');
    if (!next) break;
    found.push(next);
    end = next.end;
  }
  return found;
}

const SAID_BEFORE =
  /(?<![\x21-\x7e])([\x21-\x7e]{4,64}) ?["'”’」』)]?(?:，?(?:就|才|这)?(?:是|为|作为|当作?|做为?|这个?)|(?: is| as)) ?(?:我们|我|你|您|他|她|的|新|旧|老|初始|登录|登陆|开机|邮箱|系统|默认|统一|短信|正确|[A-Za-z]{1,15}| ){0,5}$/i;

/** «100234是密码过期了»: a person, and what they want. */
const TOPIC = /^(?:过|错|不|忘|问题|锁|失效|到期|的|重置|有|没|输|改)/;

/** «Abc@123是我的密码», «用abc123这个密码». */
function valueBefore(text: string, nameStart: number, nameEnd: number): Value[] {
  if (TOPIC.test(text.slice(nameEnd, nameEnd + 4))) return [];
  const from = Math.max(0, nameStart - 100);
  const match = SAID_BEFORE.exec(text.slice(from, nameStart));
  const word = match?.[1]?.replace(/^["'`([{<]+/, '').replace(/[,.;:?)\]}>"'`]+$/, '');
  if (match?.[1] === undefined || word === undefined) return [];
  const start = from + match.index + match[1].indexOf(word);
  const end = start + word.length;
  return looksLikePassword(word, text, end) && /[0-9]/.test(word) ? [{ start, end }] : [];
}

const IN_ADDRESS = /(?<=:\/\/[^\s/:@]{1,64}:)(?!\[)[^\s/@]{1,128}(?=@)/g;

/** `https://user:password@host`. */
function inAddresses(text: string): Value[] {
  return [...text.matchAll(IN_ADDRESS)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}
