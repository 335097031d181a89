import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createIndex } from '../../../knowledge/create-index.ts';
import { parseEntry } from '../../../knowledge/parse-entry.ts';
import { parseTranscript } from '../../../knowledge/transcript.ts';

const entryOf = (id: string, title: string) => {
  const text = `---\nid: ${id}\ntitle: ${title}\nkind: article\ncategory: other\ntags: []\nupdated: 2026-01-01\n---\n1. 报修。\n`;
  const { entry } = parseEntry(`${id}.md`, text);
  if (!entry) throw new Error(`bad sample ${id}`);
  return entry;
};
const index = createIndex([
  entryOf('jam', '打印机卡纸'),
  entryOf('offline', '打印机脱机'),
  entryOf('vpn', 'VPN 连不上'),
  entryOf('seal', '电子签章盖不上'),
]);

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc
    .array(
      fc.constantFrom('打印机', '卡', '纸', 'vpn', '0x11', '唔到', '三楼', '，', '\n', ' ', '章', '*', '('),
      { maxLength: 20 },
    )
    .map((parts) => parts.join('')),
);

describe('whatever somebody types', () => {
  it('is answered with scores from 0 to 1, best first, no entry twice, the same each time', () => {
    fc.assert(
      fc.property(anyText, (query) => {
        const answer = index.search(query, { top: 10 });
        const scores = answer.results.map((result) => result.score);
        expect(scores.every((score, at) => score >= 0 && score <= 1 && score <= (scores[at - 1] ?? 1))).toBe(
          true,
        );
        expect(new Set(answer.results.map((result) => result.id)).size).toBe(answer.results.length);
        expect(answer.answered && answer.results.length === 0).toBe(false);
        expect(index.search(query, { top: 10 })).toEqual(answer);
      }),
      { numRuns: 200 },
    );
  });
});

describe('whatever a keeper saves', () => {
  it('is read or refused with faults, never thrown', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (matter, body) => {
        const { entry, faults } = parseEntry('a.md', `---\n${matter}\n---\n${body}`);
        expect(entry !== undefined || faults.length > 0).toBe(true);
        expect(faults.every((fault) => Number.isInteger(fault.line) && fault.line >= 1)).toBe(true);
      }),
    );
  });

  it('as a transcript gives segments that end no earlier than they begin, in order', () => {
    const moment = fc
      .integer({ min: 0, max: 3_599 })
      .map((s) => `00:${String(Math.floor(s / 60)).padStart(2, '0')}:${String(s % 60).padStart(2, '0')},000`);
    const cue = fc.tuple(moment, moment, fc.string()).map(([from, to, text]) => `${from} --> ${to}\n${text}`);
    fc.assert(
      fc.property(fc.array(cue), (cues) => {
        const { segments } = parseTranscript(cues.join('\n\n'));
        expect(
          segments.every(
            (one, at) => one.endMs >= one.startMs && one.startMs >= (segments[at - 1]?.startMs ?? 0),
          ),
        ).toBe(true);
      }),
    );
  });
});
