/**
 * The shape shared by the command lines of docs/command-lines.md: one JSON record a line in, one a line out, in order;
 * diagnostics to standard error; exit 1 with one line that names the bad line.
 */
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { type ZodType, z } from 'zod';

/** Ends the process with exit code 1 and one line on standard error. */
export function fail(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

async function print(record: unknown): Promise<void> {
  if (!process.stdout.write(`${JSON.stringify(record)}\n`)) await once(process.stdout, 'drain');
}

/** Calls `handle` for each line of standard input, in order; prints what it gives. Blank lines are handed over too. */
export async function eachTextLine(handle: (line: string, number: number) => unknown): Promise<void> {
  let number = 0;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    await print(await handle(line, number));
  }
}

/** Parses each non-blank line against `schema`; a bad one ends the process, naming the line and what was expected. */
export async function eachJsonLine<T>(schema: ZodType<T>, handle: (record: T) => unknown): Promise<void> {
  let number = 0;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (line.trim() === '') continue;
    const record = parseLine(schema, line, number);
    await print(await handle(record));
  }
}

function parseLine<T>(schema: ZodType<T>, line: string, number: number): T {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch (error) {
    // The parser's own message quotes the line, which may hold what must not be printed.
    fail(`line ${number}: not JSON (${(error as Error).name})`);
  }
  const parsed = schema.safeParse(json);
  if (!parsed.success) fail(`line ${number}: ${z.prettifyError(parsed.error).replaceAll('\n', ' ')}`);
  return parsed.data;
}
