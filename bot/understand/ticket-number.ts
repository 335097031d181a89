/** Which open request a message speaks of, by its number. */
import { type Analysis, wordsAt } from './analysis.ts';

/** The number after a word for it; where an open request is spoken of, also a number by itself («8031修好没»). */
export function ticketOf(analysis: Analysis): string | undefined {
  const ticket = analysis.tickets[0] ?? bareTicket(analysis);
  return ticket && wordsAt(analysis, ticket);
}

const CODE =
  /(?<![\w.:-])(?:[a-z]{1,4}-\d{2,8}(?:-\d{1,6})?|\d{8,13}(?:-\d{1,6})?|\d{4}-\d{1,4})(?![\w.:-]|[年月日点时])/;
/** Digits alone, where the message begins with them, a word for a request stands beside them or nothing follows. */
const BARE_CODE =
  /(?:^|单(?:子|号)?|重新打开|重开|撤销|取消|进度|催了?[下哈一]*|again|[,，?？!！]) ?(\d{4,6})(?![\w.:-]|[号楼层室点分人年月日元台个])(?= ?(?:$|[这那的]|[,，。;；!！?？]|修|快|催|加|补|撤|不|别|重|结|又|评|满|唔|好|处理|到))/;

function bareTicket(analysis: Analysis): { from: number; to: number } | undefined {
  const text = analysis.message.plain;
  if (/^\s*\d{3,6}\s*$/.test(text)) return undefined;
  const code = CODE.exec(text);
  const digits = code ? null : BARE_CODE.exec(text);
  const value = code?.[0] ?? digits?.[1];
  const match = code ?? digits;
  if (!value || !match) return undefined;
  const from = match.index + match[0].length - value.length;
  const span = { from, to: from + value.length };
  const taken = [
    ...analysis.assets,
    ...analysis.models,
    ...analysis.times,
    ...analysis.places.filter((place) => !place.bare),
    ...analysis.phones.filter((phone) => phone.value.length > 5),
  ];
  return taken.some((other) => span.from < other.to && other.from < span.to) ? undefined : span;
}
