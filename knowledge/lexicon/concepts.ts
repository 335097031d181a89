/**
 * The field's vocabulary as concepts: the ways in which staff, engineers and vendors say the same thing. A table has one
 * concept a line:
 *
 *     id > broader other:0.3 = form form form*with_gap
 *
 * `broader` concepts are implied, with a strength (0.5 unless written). In a form `_` is a blank and `*` stands for up to
 * four characters. Devices and systems are entities: an answer about another one is no answer.
 */
import { COLLOQUIAL } from './colloquial.ts';
import { DETAILS } from './details.ts';
import { DEVICES } from './devices.ts';
import { ELSEWHERE } from './elsewhere.ts';
import { FINER } from './finer.ts';
import { GENERIC } from './generic.ts';
import { PHRASE_CONCEPTS, PHRASES } from './phrases.ts';
import { SYMPTOMS } from './symptoms.ts';
import { SYSTEMS } from './systems.ts';
import { TASKS } from './tasks.ts';
import { THINGS } from './things.ts';

export type ConceptKind = 'device' | 'system' | 'thing' | 'symptom' | 'task' | 'elsewhere';

export interface Concept {
  id: string;
  kind: ConceptKind;
  forms: string[];
  /** How much it tells, 0 to 1. */
  telling: number;
  /** Implied concepts and how strongly, 0 to 1. */
  broader: Map<string, number>;
}

/** Reads a table. Throws on a line that is no concept: the tables are part of the program. */
export function readTable(kind: ConceptKind, table: string): Concept[] {
  const lines = table.split('\n').map((line) => line.trim());
  return lines.filter((line) => line !== '' && !line.startsWith('#')).map((line) => readLine(kind, line));
}

function readLine(kind: ConceptKind, line: string): Concept {
  const match = /^([a-z0-9-]+)(?: > ([^=]+))? = (.+)$/.exec(line);
  if (!match) throw new Error(`not a concept: ${line}`);
  const [, id = '', broader = '', forms = ''] = match;
  const implied = broader
    .split(/\s+/)
    .filter(Boolean)
    .map((one): [string, number] => {
      const [name = '', strength = '0.5'] = one.split(':');
      return [name, Number(strength)];
    });
  return {
    id,
    kind,
    forms: forms
      .trim()
      .split(/\s+/)
      .map((form) => form.replaceAll('_', ' ')),
    telling: GENERIC.get(id) ?? 1,
    broader: new Map(implied),
  };
}

/** Puts the forms of `more` to the concepts of the same name. Throws on a name that is in no table. */
function withForms(concepts: Concept[], more: Concept[]): Concept[] {
  const byId = new Map(concepts.map((concept) => [concept.id, concept]));
  for (const { id, forms } of more) {
    const concept = byId.get(id);
    if (!concept) throw new Error(`forms for ${id}, which is in no table`);
    concept.forms = [...new Set([...concept.forms, ...forms])];
  }
  return concepts;
}

const TABLES = [
  ...readTable('device', DEVICES),
  ...readTable('system', SYSTEMS),
  ...readTable('thing', THINGS),
  ...readTable('symptom', SYMPTOMS),
  ...readTable('task', TASKS),
  ...readTable('task', DETAILS),
  ...readTable('task', FINER),
  ...readTable('symptom', PHRASE_CONCEPTS),
  ...readTable('elsewhere', ELSEWHERE),
];

export const CONCEPTS: readonly Concept[] = withForms(TABLES, [
  ...readTable('task', COLLOQUIAL),
  ...readTable('task', PHRASES),
]);
