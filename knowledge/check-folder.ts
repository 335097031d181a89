/** Checks that need more than one file: ids that meet, transcripts and images beside the entries. Pure. */
import type { Entry, Fault } from './entry.ts';
import { imagesOf } from './markdown.ts';
import { fault, type ParsedEntry, parseEntry } from './parse-entry.ts';
import { parseTranscript } from './transcript.ts';

/** The files of a base: paths relative to its folder with `/`; `text` is undefined where it is no UTF-8. */
export interface BaseFile {
  path: string;
  text: string | undefined;
}

export interface Base {
  /** Every readable entry, those with faults too, with its file. */
  entries: { file: string; entry: Entry }[];
  /** By file and line. */
  faults: Fault[];
}

/** Takes the entries (.md) and transcripts (.srt, .vtt) with their text, and the names of all files of the folder. */
export function checkFolder(files: readonly BaseFile[], names: ReadonlySet<string>): Base {
  const texts = new Map(files.map((file) => [file.path, file.text]));
  const parsed = files.filter((file) => isEntryFile(file)).map((file) => readFile(file));
  const faults = parsed.flatMap((one) => one.faults);
  faults.push(...doubledIds(parsed));
  for (const one of parsed) {
    faults.push(...attachTranscript(one, texts), ...missingImages(one, names));
  }
  if (parsed.length === 0) faults.push(fault('.', 1, 'no entry', 'at least one .md file with front matter'));
  const entries = parsed.flatMap(({ file, entry }) => (entry ? [{ file, entry }] : []));
  return { entries, faults: faults.sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line) };
}

/** A README that explains the folder is no entry; one with front matter is. */
function isEntryFile({ path, text }: BaseFile): boolean {
  if (!/\.(md|markdown)$/i.test(path)) return false;
  return !/(^|\/)readme\.md$/i.test(path) || /^\uFEFF?\s*---/.test(text ?? '---');
}

function readFile({ path, text }: BaseFile): ParsedEntry {
  if (text !== undefined) return parseEntry(path, text);
  return {
    file: path,
    faults: [fault(path, 1, 'bytes that are not UTF-8', 'a text in UTF-8')],
    lineOf: () => 1,
  };
}

function doubledIds(parsed: ParsedEntry[]): Fault[] {
  const first = new Map<string, ParsedEntry>();
  return parsed.flatMap((one) => {
    const id = one.entry?.id;
    if (id === undefined) return [];
    const earlier = first.get(id);
    if (!earlier) {
      first.set(id, one);
      return [];
    }
    const place = `${earlier.file}:${earlier.lineOf(['id'])}`;
    return [fault(one.file, one.lineOf(['id']), `id: ${id}, which ${place} has too`, 'an id of its own')];
  });
}

/** Puts the transcript's segments into the entry. */
function attachTranscript(
  { file, entry, lineOf }: ParsedEntry,
  texts: Map<string, string | undefined>,
): Fault[] {
  const name = entry?.video?.transcript;
  if (!entry || name === undefined) return [];
  const line = lineOf(['video', 'transcript']);
  const path = beside(file, name);
  if (!texts.has(path))
    return [
      fault(file, line, `transcript: ${name}, which is not there`, 'an .srt or .vtt file beside this one'),
    ];
  const { segments, bad } = parseTranscript(texts.get(path) ?? '');
  entry.transcript = segments;
  const faults = bad.map((cue) =>
    fault(
      path,
      cue.line,
      cue.found.slice(0, 60),
      'a cue: times as 00:01:02,000 --> 00:01:05,000, then its text',
    ),
  );
  if (segments.length === 0) faults.push(fault(path, 1, 'no cue', 'a transcript with at least one cue'));
  const endMs = Math.max(0, ...segments.map((segment) => segment.endMs));
  if (endMs > ((entry.video?.duration ?? 0) + 5) * 1000) {
    const found = `a transcript that runs to ${Math.round(endMs / 1000)} s`;
    faults.push({ ...fault(path, 1, found, `the video's ${entry.video?.duration} s`), severity: 'warning' });
  }
  return faults;
}

function missingImages({ file, entry, lineOf }: ParsedEntry, names: ReadonlySet<string>): Fault[] {
  if (!entry) return [];
  return imagesOf(entry.body)
    .filter((href) => !/^([a-z]+:|\/\/|#)/i.test(href) && !names.has(beside(file, decodeURI(href))))
    .map((href) => ({
      ...fault(file, lineOf(['title']), `image ${href}, which is not there`, 'an image beside the file'),
      severity: 'warning' as const,
    }));
}

/** The path of `name` as seen from `file`, both with `/`. */
function beside(file: string, name: string): string {
  const steps = [...file.split('/').slice(0, -1), ...name.split('/')];
  const path: string[] = [];
  for (const step of steps) {
    if (step === '..') path.pop();
    else if (step !== '.' && step !== '') path.push(step);
  }
  return path.join('/');
}
