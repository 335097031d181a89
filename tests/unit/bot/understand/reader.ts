/** An understanding for tests: the built-in lexicon, a Wednesday morning. */
import { publicHolidaysCn } from '../../../../bot/holidays-cn.ts';
import type { Expectation, Lexicon, Understanding } from '../../../../bot/types.ts';
import { createUnderstanding } from '../../../../bot/understand/index.ts';

export const NOW = '2026-11-18T09:00:00+08:00';
export const NO_LEXICON: Lexicon = { systems: [], departments: [], rooms: [], buildings: [], people: [] };

export function understandingFor(lexicon: Partial<Lexicon> = {}) {
  return createUnderstanding({
    lexicon: { ...NO_LEXICON, ...lexicon },
    zone: 'Asia/Shanghai',
    holidays: publicHolidaysCn,
  });
}

const understand = understandingFor();

export function read(text: string, expect?: Expectation): Understanding {
  return understand(text, { now: Date.parse(NOW), ...(expect ? { expect } : {}) });
}
