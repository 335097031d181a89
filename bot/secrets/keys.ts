/** Private keys and the tokens of well-known services, by their own form or because they are said to be one. */
import type { Secret } from './span.ts';

/** `text` is folded (fold.ts). */
export function findKeys(text: string): Secret[] {
  return [...findPrivateKeys(text), ...findTokens(text), ...findSaidKeys(text)];
}

/** A block without its end runs to the end of the text: the key may have been cut. */
function findPrivateKeys(text: string): Secret[] {
  const begin = /-----BEGIN [A-Z0-9 ]{0,30}PRIVATE KEY(?: BLOCK)?-----/g;
  const end = /-----END [A-Z0-9 ]{0,30}PRIVATE KEY(?: BLOCK)?-----/g;
  const found: Secret[] = [];
  for (let match = begin.exec(text); match !== null; match = begin.exec(text)) {
    end.lastIndex = begin.lastIndex;
    const close = end.exec(text) === null ? text.length : end.lastIndex;
    found.push({ kind: 'key', start: match.index, end: close });
    begin.lastIndex = close;
  }
  return found;
}

/** Each begins where no letter or digit stands before it, so a long run of letters is looked at once. */
const TOKENS: readonly RegExp[] = [
  /sk-[A-Za-z0-9_-]{16,}/,
  /[spr]k_(?:live|test)_[A-Za-z0-9]{10,}/,
  /gh[opusr]_[A-Za-z0-9]{16,}/,
  /github_pat_[A-Za-z0-9_]{20,}/,
  /glpat-[A-Za-z0-9_-]{16,}/,
  /(?:AKIA|ASIA)[A-Z0-9]{12,}/,
  /LTAI[A-Za-z0-9]{12,}/,
  /AKID[A-Za-z0-9]{16,}/,
  /(?:xox[abeoprs]|xapp)-[A-Za-z0-9-]{10,}/,
  /AIza[A-Za-z0-9_-]{30,}/,
  /ya29\.[A-Za-z0-9_-]{20,}/,
  /(?:npm|hf|pypi)_[A-Za-z0-9]{20,}/,
  /SG\.[A-Za-z0-9_-]{16,}\.[A-Za-z0-9_-]{16,}/,
  /[0-9]{8,10}:AA[A-Za-z0-9_-]{30,}/,
  /eyJ[A-Za-z0-9_-]{5,2000}\.[A-Za-z0-9_-]{5,}(?:\.[A-Za-z0-9_-]*)?/,
];
const ANY_TOKEN = new RegExp(`(?<![A-Za-z0-9_])(?:${TOKENS.map((token) => token.source).join('|')})`, 'g');

/** Every token has such a run; most messages do not. */
const LONG_RUN = /[A-Za-z0-9_-]{8}/;

function findTokens(text: string): Secret[] {
  if (!LONG_RUN.test(text)) return [];
  return [...text.matchAll(ANY_TOKEN)]
    .filter((match) => /[0-9]/.test(match[0]))
    .map((match) => ({ kind: 'key', start: match.index, end: match.index + match[0].length }));
}

const NAME =
  /(?<![A-Za-z])(?:bearer|authorization: {0,3}basic)|(?<![A-Za-z])secret(?![A-Za-z])|(?:access|secret|api|app|client|auth|private|refresh|aes|encrypt)[_ -]?(?:key|token|secret)(?:[_ -]?(?:secret|id))?|(?<![A-Za-z])token|密钥|秘钥|私钥|令牌|密鑰|私鑰|授权令牌/gi;
/** What may stand between the name and the key: 是, 为, a colon …, or a blank. */
const LINK = / {0,3}(?:是|为|如下|改成了?|改为|换成了?|is)?["'”]? {0,3}[:=]?[\s"'“‘「(【[<]{0,4}/iy;
const VALUE = /[A-Za-z0-9_+/=.~-]{8,4096}/y;

/** «AccessKeySecret：…», «token=…», «Bearer …»: the value alone is the secret. */
function findSaidKeys(text: string): Secret[] {
  const found: Secret[] = [];
  for (const match of text.matchAll(NAME)) {
    LINK.lastIndex = match.index + match[0].length;
    const link = LINK.exec(text);
    VALUE.lastIndex = LINK.lastIndex;
    const value = link && link[0] !== '' ? VALUE.exec(text)?.[0].replace(/[.=]+$/, trailing) : undefined;
    if (value === undefined || !looksRandom(value)) continue;
    found.push({ kind: 'key', start: LINK.lastIndex, end: LINK.lastIndex + value.length });
  }
  return found;
}

/** A full stop ends the sentence; the padding of base64 belongs to the key. */
function trailing(end: string): string {
  return end.includes('.') ? '' : end;
}

function looksRandom(value: string): boolean {
  if (/^(?:https?:|www\.|[0-9]{1,3}(?:\.[0-9]{1,3}){3}$)/i.test(value)) return false;
  if (/^[0-9./-]+$/.test(value)) return value.length >= 16;
  return /[0-9]/.test(value) || (value.length >= 16 && /[a-z]/.test(value) && /[A-Z]/.test(value));
}
