/** A history entry's detail as lines that a person can read. Pure. */
import type { Texts } from '../texts/zh.ts';

export interface DetailLine {
  label: string;
  value: string;
}

interface Reading {
  texts: Texts;
  /** A moment in words; empty where the text is none. */
  moment: (text: string) => string;
  /** The name behind a team's or engineer's id. */
  name: (idOrName: string) => string;
}

const ISO_MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;
const CREW_KEYS = ['team', 'assignee', 'vendor'];

function coded(key: string, value: string, texts: Texts): string | undefined {
  const tables: Record<string, Record<string, string>> = {
    reason: texts.holdReason,
    status: texts.status,
    urgency: texts.urgency,
    category: texts.category,
    kind: texts.kind,
    channel: texts.channel,
    layout: texts.layout,
    equipment: texts.equipment,
    event: texts.told,
    target: { respond: texts.time.respond, resolve: texts.time.resolve },
  };
  return tables[key]?.[value];
}

function words(key: string, value: unknown, reading: Reading): string {
  const { texts } = reading;
  if (value === null || value === undefined || value === '') return '';
  if (typeof value === 'boolean') return value ? texts.yes : texts.no;
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) {
    return value
      .map((one) => words(key, one, reading))
      .filter(Boolean)
      .join('、');
  }
  if (typeof value === 'object') {
    return linesOf(value as Record<string, unknown>, reading)
      .map((line) => `${line.label} ${line.value}`)
      .join('，');
  }
  const text = String(value);
  if (CREW_KEYS.includes(key)) return reading.name(text);
  if (ISO_MOMENT.test(text)) return reading.moment(text) || text;
  return coded(key, text, texts) ?? text;
}

/** One line a key that says something; a key without a word of its own is shown as it is. */
export function linesOf(detail: Record<string, unknown>, reading: Reading): DetailLine[] {
  return Object.entries(detail)
    .map(([key, value]) => ({
      label: reading.texts.detail[key] ?? key,
      value: words(key, value, reading),
    }))
    .filter((line) => line.value !== '');
}
