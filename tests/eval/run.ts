/**
 * `npm run eval`: how well messages are read, beside what is to be reached and beside other libraries in the same run.
 * The reporting split is measured; `--split=dev` measures the messages to develop on. `--totals` leaves out the messages
 * that were read worst, `--llm` lets the model of `LLM_*` help, `--alone` leaves out the other libraries.
 */
import { parseArgs } from 'node:util';
import { readDevelopment, readReporting } from '../../server/understanding/labelled.ts';
import { chronoTimes, timesFound } from './chrono-times.ts';
import { nlpJs } from './nlp-js.ts';
import { builtIn, type Reads, readWith } from './readings.ts';
import { confusions, peerTable, setTable, targetTable, worst } from './tables.ts';
import { withModel } from './with-model.ts';

const FOLDER = new URL('../data/understanding/', import.meta.url);
const { values } = parseArgs({
  options: {
    split: { type: 'string', default: 'report' },
    totals: { type: 'boolean', default: false },
    alone: { type: 'boolean', default: false },
    llm: { type: 'boolean', default: false },
  },
});
if (values.split !== 'report' && values.split !== 'dev') {
  process.stderr.write(`--split=${values.split}: expected report or dev\n`);
  process.exit(1);
}

const development = readDevelopment(FOLDER);
const sets = values.split === 'dev' ? { dev: development } : readReporting(FOLDER);
const messages = Object.values(sets).flat();
const print = (title: string, table: string): boolean => process.stdout.write(`\n## ${title}\n\n${table}\n`);

const reads: Reads = values.llm ? await withModel() : builtIn;
const ours = await readWith(reads, messages);
print(
  `${messages.length} messages, ${values.llm ? 'with the model' : 'without a model'}`,
  targetTable(messages, ours),
);
print('By set', setTable(sets, ours));
if (!values.alone) {
  const peers = { 'nlp.js': await readWith(await nlpJs(development), messages) };
  const times = { ours: timesFound(messages, ours), 'chrono-node': chronoTimes(messages) };
  print(
    'Beside other libraries, trained on the same messages',
    peerTable(messages, { ours, ...peers }, times),
  );
}
print('Confusions', confusions(messages, ours));
if (!values.totals) print('The ten worst', worst(messages, ours, 10));
