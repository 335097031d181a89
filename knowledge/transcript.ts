/** Reads SubRip (.srt) and WebVTT (.vtt) transcripts. */
import type { Segment } from './entry.ts';

/** A cue that could not be read: its line, from 1, and what stands there. */
export interface BadCue {
  line: number;
  found: string;
}

const TIMING =
  /^\s*((?:\d+:)?\d{1,2}:\d{1,2}[.,]\d{1,3})\s*-->\s*((?:\d+:)?\d{1,2}:\d{1,2}[.,]\d{1,3})(?:\s.*)?$/;

/** Takes the file's text; gives its cues in order of time, markup removed, and the cues that could not be read. */
export function parseTranscript(source: string): { segments: Segment[]; bad: BadCue[] } {
  const lines = source
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .split('\n');
  const segments: Segment[] = [];
  const bad: BadCue[] = [];
  for (const block of blocks(lines)) {
    const cue = readBlock(block.lines);
    if (cue === 'comment') continue;
    if (cue === undefined) bad.push({ line: block.line, found: block.lines[0] ?? '' });
    else if (cue.text !== '') segments.push(cue);
  }
  segments.sort((a, b) => a.startMs - b.startMs);
  return { segments, bad };
}

function blocks(lines: string[]): { line: number; lines: string[] }[] {
  const found: { line: number; lines: string[] }[] = [];
  let open: { line: number; lines: string[] } | undefined;
  lines.forEach((text, at) => {
    if (text.trim() === '') {
      open = undefined;
    } else if (open) {
      open.lines.push(text);
    } else {
      open = { line: at + 1, lines: [text] };
      found.push(open);
    }
  });
  return found;
}

/** One block between blank lines; a cue may have its number or name on the line above its times. */
function readBlock(lines: string[]): Segment | 'comment' | undefined {
  const [first = '', second = ''] = lines;
  if (/^(WEBVTT|NOTE|STYLE|REGION|X-TIMESTAMP-MAP)\b/.test(first)) return 'comment';
  const at = TIMING.test(first) ? 0 : TIMING.test(second) ? 1 : -1;
  const times = TIMING.exec(lines[at] ?? '');
  if (!times) return undefined;
  const [startMs, endMs] = [milliseconds(times[1] ?? ''), milliseconds(times[2] ?? '')];
  if (endMs < startMs) return undefined;
  return { startMs, endMs, text: plain(lines.slice(at + 1)) };
}

function milliseconds(time: string): number {
  const [clock = '', fraction = '0'] = time.split(/[.,]/);
  const seconds = clock.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
  return seconds * 1000 + Number(fraction.padEnd(3, '0'));
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', nbsp: ' ', lrm: '', rlm: '' };

function plain(lines: string[]): string {
  return lines
    .join(' ')
    .replace(/<[^>]*>|\{\\[^}]*\}/g, '')
    .replace(/&(\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole)
    .replace(/\s+/g, ' ')
    .trim();
}
