/**
 * Fits the topics of knowledge/search/topics.ts and writes their weights: `node tests/data/knowledge/fit-topics.ts`. Learned
 * from the labelled messages of the understanding's development sets and from the titles of entries; no question of the
 * knowledge evaluation is seen. Deterministic. Prints how many of every fifth text it gets right that it was not given.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readTable } from '../../../knowledge/lexicon/concepts.ts';
import { ELSEWHERE } from '../../../knowledge/lexicon/elsewhere.ts';
import { loadFolder } from '../../../knowledge/load-folder.ts';
import { type StoredTopics, softmax, TOPICS, topicUnits } from '../../../knowledge/search/topics.ts';
import { analyse, analyseQuery } from '../../../knowledge/search/units.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const WEIGHTS = here('../../../knowledge/search/topic-weights.json');
const BASES = ['base', 'second-base', 'third-base', '../../../knowledge/content'];
const TOPIC_NAMES: readonly string[] = TOPICS;
const SCALE = 100;
const ROUNDS = 30;

interface Text {
  units: [unit: string, strength: number][];
  topic: number;
}

function messages(): Text[] {
  const folder = here('../understanding');
  const files = readdirSync(folder).filter((name) => name.startsWith('dev'));
  const lines = files.flatMap((name) => readFileSync(`${folder}/${name}`, 'utf8').split('\n'));
  return lines
    .filter((line) => line.trim() !== '')
    .map((line): { text: string; intent: string; category?: string } => JSON.parse(line))
    .flatMap(({ text, intent, category }) => {
      const topic = intent === 'out_of_scope' ? 'none' : category;
      const at = topic === undefined ? -1 : TOPIC_NAMES.indexOf(topic);
      return at < 0 ? [] : [{ units: topicUnits(analyseQuery(text)), topic: at }];
    });
}

async function titles(): Promise<Text[]> {
  const read = await Promise.all(BASES.map((base) => loadFolder(here(base))));
  return read.flatMap(({ entries }) =>
    entries.map(({ entry }) => ({
      units: topicUnits(analyse(`${entry.title}，${entry.tags.join('，')}`, false)),
      topic: TOPICS.indexOf(entry.category),
    })),
  );
}

/** What is none of a service desk's business, as the lexicon has it. */
function elsewhere(): Text[] {
  const forms = readTable('elsewhere', ELSEWHERE).flatMap((concept) => concept.forms);
  return forms.map((form) => ({ units: topicUnits(analyse(form, false)), topic: TOPICS.indexOf('none') }));
}

interface Model {
  bias: number[];
  units: Map<string, number[]>;
}

const sumsOf = ({ bias, units }: Model, text: Text) =>
  text.units.reduce(
    (sums, [unit, strength]) => {
      const row = units.get(unit);
      return row ? sums.map((sum, at) => sum + strength * (row[at] ?? 0)) : sums;
    },
    [...bias],
  );

/** Stochastic gradient descent in a fixed order, with weights that fade. */
function train(texts: readonly Text[]): Model {
  const model: Model = { bias: TOPICS.map(() => 0), units: new Map() };
  for (let round = 0; round < ROUNDS; round += 1) {
    const rate = 0.3 / (1 + round / 5);
    for (let step = 0; step < texts.length; step += 1) {
      const text = texts[(step * 7919 + round) % texts.length];
      if (!text) continue;
      const push = softmax(sumsOf(model, text)).map((share, at) => (at === text.topic ? 1 : 0) - share);
      model.bias = model.bias.map((weight, at) => weight + 0.1 * rate * (push[at] ?? 0));
      for (const [unit, strength] of text.units) {
        const row = model.units.get(unit) ?? TOPICS.map(() => 0);
        model.units.set(
          unit,
          row.map((weight, at) => weight * (1 - 0.003 * rate) + rate * strength * (push[at] ?? 0)),
        );
      }
    }
  }
  return model;
}

function stored({ bias, units }: Model): StoredTopics {
  const whole = (row: readonly number[]) => row.map((weight) => Math.round(weight * SCALE));
  const kept = [...units]
    .filter(([, row]) => Math.max(...row.map(Math.abs)) >= 0.25)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    scale: SCALE,
    bias: whole(bias),
    units: Object.fromEntries(kept.map(([unit, row]) => [unit, whole(row)])),
  };
}

const texts = [...messages(), ...(await titles()), ...elsewhere()];
const trial = train(texts.filter((_, at) => at % 5 !== 0));
const tried = texts.filter((_, at) => at % 5 === 0);
const right = tried.filter((text) => {
  const sums = sumsOf(trial, text);
  return sums.indexOf(Math.max(...sums)) === text.topic;
});
console.log(`${texts.length} texts; of ${tried.length} held back ${right.length} right`);
writeFileSync(WEIGHTS, `${JSON.stringify(stored(train(texts)))}\n`);
