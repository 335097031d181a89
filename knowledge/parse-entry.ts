/** Reads one Markdown file with front matter into an entry, and names each fault with its line. */
import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import {
  type Entry,
  type Fault,
  FrontMatter,
  KNOWN_KEYS,
  KNOWN_VIDEO_KEYS,
  LECTURE_SECONDS,
} from './entry.ts';
import { plainValue } from './plain-yaml.ts';

/** The front matter as text, the line it begins on (from 1), and the body with its first line. */
interface Parts {
  matter: string;
  matterLine: number;
  body: string;
  bodyLine: number;
}

/** What came of one file: an entry where it is readable, and every fault. `lineOf` finds a key's line for later checks. */
export interface ParsedEntry {
  file: string;
  entry?: Entry;
  faults: Fault[];
  lineOf: (path: readonly PropertyKey[]) => number;
}

/** Takes a file's name and its text (a BOM and CRLF are accepted). Never throws on bad content. */
export function parseEntry(file: string, source: string): ParsedEntry {
  const text = source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const parts = split(text);
  if (typeof parts === 'string') {
    return {
      file,
      faults: [fault(file, 1, parts, 'front matter between two lines of ---')],
      lineOf: () => 1,
    };
  }
  const counter = new LineCounter();
  const document = parseDocument(parts.matter, { lineCounter: counter, prettyErrors: false });
  const lineAt = (offset: number) => counter.linePos(offset).line + parts.matterLine - 1;
  if (document.errors.length > 0) {
    const faults = document.errors.map((error) =>
      fault(file, lineAt(error.pos[0]), firstLine(error.message), 'well-formed YAML'),
    );
    return { file, faults, lineOf: () => parts.matterLine };
  }
  const lineOf = (path: readonly PropertyKey[]) => lineOfPath(document, path, lineAt) ?? parts.matterLine;
  const matter = plainValue(document as Document);
  if (!matter.ok) {
    const found = fault(file, parts.matterLine, matter.error, 'YAML without aliases that lead nowhere');
    return { file, lineOf, faults: [found] };
  }
  return { file, lineOf, ...read(file, parts, matter.value, lineOf) };
}

function read(file: string, parts: Parts, matter: unknown, lineOf: ParsedEntry['lineOf']) {
  const faults = unknownKeys(file, matter, lineOf);
  const parsed = FrontMatter.safeParse(matter);
  if (!parsed.success) {
    faults.push(...parsed.error.issues.map((issue) => schemaFault(file, issue, matter, lineOf)));
    return { faults };
  }
  const entry: Entry = { ...parsed.data, body: parts.body.trim(), transcript: [] };
  if (entry.body === '')
    faults.push(fault(file, parts.bodyLine, 'an empty body', 'at least one step or sentence'));
  faults.push(...lectureFaults(file, entry, lineOf));
  return { entry, faults };
}

function lectureFaults(file: string, entry: Entry, lineOf: ParsedEntry['lineOf']): Fault[] {
  if (entry.kind !== 'microlecture') return [];
  if (!entry.video)
    return [fault(file, lineOf(['kind']), 'a microlecture without video', 'video: with url and duration')];
  const { duration } = entry.video;
  if (duration >= LECTURE_SECONDS.min && duration <= LECTURE_SECONDS.max) return [];
  const expected = `${LECTURE_SECONDS.min} to ${LECTURE_SECONDS.max} seconds`;
  return [fault(file, lineOf(['video', 'duration']), `video.duration: ${duration}`, expected)];
}

function unknownKeys(file: string, matter: unknown, lineOf: ParsedEntry['lineOf']): Fault[] {
  const top = strangers(matter, KNOWN_KEYS).map((key) => [key]);
  const video = isRecord(matter)
    ? strangers(matter.video, KNOWN_VIDEO_KEYS).map((key) => ['video', key])
    : [];
  return [...top, ...video].map((path) => ({
    ...fault(file, lineOf(path), `unknown key ${path.join('.')}`, 'a key of the format; this one is ignored'),
    severity: 'warning' as const,
  }));
}

const strangers = (record: unknown, known: readonly string[]) =>
  isRecord(record) ? Object.keys(record).filter((key) => !known.includes(key)) : [];

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function schemaFault(
  file: string,
  issue: z.core.$ZodIssue,
  matter: unknown,
  lineOf: ParsedEntry['lineOf'],
): Fault {
  const name = issue.path.join('.') || 'front matter';
  const value = issue.path.reduce<unknown>(
    (at, key) => (isRecord(at) || Array.isArray(at) ? Reflect.get(at, key) : undefined),
    matter,
  );
  const found = value === undefined ? `${name} is missing` : `${name}: ${shown(value)}`;
  return fault(file, lineOf(issue.path), found, issue.path.length > 0 ? issue.message : 'keys and values');
}

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/** The line of the deepest part of `path` that the document has: a missing key is reported where its parent stands. */
function lineOfPath(document: Document, path: readonly PropertyKey[], lineAt: (offset: number) => number) {
  for (let length = path.length; length > 0; length -= 1) {
    const offset = offsetOf(document, path.slice(0, length));
    if (offset !== undefined) return lineAt(offset);
  }
  return undefined;
}

function offsetOf(document: Document, path: readonly PropertyKey[]): number | undefined {
  const key = path.at(-1);
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (isMap(parent)) {
    const pair = parent.items.find((item) => isScalar(item.key) && item.key.value === key);
    return pair && isScalar(pair.key) ? pair.key.range?.[0] : undefined;
  }
  const node = document.getIn(path, true);
  return isNode(node) ? node.range?.[0] : undefined;
}

function split(text: string): Parts | string {
  const lines = text.split('\n');
  const open = lines.findIndex((line) => line.trim() !== '');
  if (open < 0) return 'an empty file';
  if (lines[open]?.trimEnd() !== '---') return 'no front matter';
  const close = lines.findIndex((line, at) => at > open && /^(---|\.\.\.)\s*$/.test(line));
  if (close < 0) return 'front matter that is never closed';
  return {
    matter: lines.slice(open + 1, close).join('\n'),
    matterLine: open + 2,
    body: lines.slice(close + 1).join('\n'),
    bodyLine: Math.min(close + 2, lines.length),
  };
}

const firstLine = (message: string) => message.split('\n')[0] ?? message;

export function fault(file: string, line: number, found: string, expected: string): Fault {
  return { severity: 'error', file, line, found, expected };
}
