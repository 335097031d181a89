/** What is wrong, in the person's own words: the shortest span that says it. */
import { Gazetteer } from '../gazetteer.ts';
import { englishSymptoms, machineMessages, symptomPatterns, symptomWords } from '../lexicon/symptoms.ts';
import type { Found } from './numbered.ts';

const words = new Gazetteer(symptomWords.map((word) => [word, word] as const));

const VAGUE =
  /^(?:有问题|出问题|故障|异常|不行|有故障|不对|报错|失败|不得行|慢|卡|坏了?|挂了?|感叹号|error)$/;
const NO_SYMPTOM =
  /^(?:来|等|受|用|要|忙|想|说|找|差|少|搞|离|免|对|走|记|懂|弄|忍|顾|抽|脱|吃|跟|赶|考|算|合|管|过|买|谈|舍|划|靠|值|怪|拖|是|会|能|就|可|得|并|还|也|都|个|我|他|才|又|再|就|暂|先|今|明|方|你|们|晓|知)(?:都|也)?不(?:了|到|上|起|过|着|来|去|好|及|得|出来|清|清楚|住|下|动|通|完|开|成)/;
const LEADING = /^(?:突然|一直|怎么都|怎么也|怎么|都|也|了|又)/;

/** `vague`: it says no more than that something is wrong. */
export interface Symptom extends Found {
  vague: boolean;
}

/** All spans that could be the symptom, left to right. */
function candidates(text: string): Symptom[] {
  const found: Symptom[] = [];
  const add = (from: number, value: string): void => {
    if (value === '' || NO_SYMPTOM.test(value)) return;
    if (/^不着$|^[^打]不着$/.test(value) && /^[急慌忙边]/.test(text.slice(from + value.length))) return;
    found.push({ from, to: from + value.length, value, vague: VAGUE.test(value) });
  };
  for (const pattern of symptomPatterns) {
    for (const match of text.matchAll(pattern)) {
      const value = match[1] ?? match[0];
      add(match.index + match[0].indexOf(value), value);
    }
  }
  for (const { from, word } of words.find(text)) add(from, word);
  for (const match of text.matchAll(englishSymptoms)) add(match.index, match[0]);
  return found.sort((a, b) => a.from - b.from || b.to - a.to);
}

function messages(text: string): Symptom[] {
  return Array.from(text.matchAll(machineMessages), (match) => ({
    from: match.index,
    to: match.index + match[0].length,
    value: match[0],
    vague: false,
  }));
}

/** A symptom never begins in the middle of a name: «打印机不进纸» is 不进纸, «一个小时也不动» 不动. */
function behindNames(span: Symptom, named: readonly { from: number; to: number }[]): Symptom[] {
  const name = named.find(({ from, to }) => from < span.from && span.from < to);
  if (!name) return [span];
  const value = span.value.slice(name.to - span.from).replace(/^(?:都|也|就|又)(?=[不没无])/, '');
  if (value.length < 2 || NO_SYMPTOM.test(value)) return [];
  return [{ from: span.to - value.length, to: span.to, value, vague: VAGUE.test(value) }];
}

/** The symptom of a fault: the first span that says more than that something is wrong. */
export function findSymptom(
  text: string,
  named: readonly { from: number; to: number }[] = [],
): Symptom | null {
  const found = candidates(text).flatMap((candidate) => behindNames(candidate, named));
  const said = messages(text);
  const best =
    found.find((candidate) => !candidate.vague && !said.some((other) => inside(candidate, other))) ??
    said[0] ??
    found.find((candidate) => !candidate.vague) ??
    found[0];
  return best ? trim(best) : null;
}

const inside = (span: Found, other: Found): boolean => span.from >= other.from && span.to <= other.to;

function trim({ from, value, vague }: Symptom): Symptom {
  const lead = LEADING.exec(value)?.[0] ?? '';
  const keep =
    lead !== '' && value.length - lead.length >= 2 && !/^(?:一直|突然)/.test(lead) ? lead.length : 0;
  const body = value.slice(keep).replace(/(?<!不)(?:了|[啊呀呢吧的])+$/, '');
  const text = body === '' ? value : body;
  return { from: from + keep, to: from + keep + text.length, value: text, vague };
}
