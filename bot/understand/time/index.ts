/** The grammar of times in Chinese and English messages: finds them and resolves them against a moment. Pure. */
export { findTimes } from './find.ts';
export { readTime } from './read-time.ts';
export type { Grain, Preference, Role, Span, TimeContext, TimeMatch, TimeReading } from './types.ts';
