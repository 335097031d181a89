/** What reading messages costs; `--record` appends it to docs/benchmarks.md. */
import { parseArgs } from 'node:util';
import { machine, recordUnderstanding } from './record.ts';
import { benchUnderstanding } from './understand.ts';

const { values } = parseArgs({
  allowPositionals: true,
  options: { record: { type: 'boolean', default: false } },
});
const report = { at: new Date().toISOString(), machine: machine(), figures: await benchUnderstanding() };
process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
if (values.record) recordUnderstanding(report);
