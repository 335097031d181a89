/** ISO 8601 durations of fixed length: weeks, days of 24 hours, hours, minutes, seconds. */

const SHAPE =
  /^P(?!$)(?:(\d{1,4})W)?(?:(\d{1,4})D)?(?:T(?=\d)(?:(\d{1,6})H)?(?:(\d{1,7})M)?(?:(\d{1,9})S)?)?$/;

const UNITS_MS = [604_800_000, 86_400_000, 3_600_000, 60_000, 1000];

/** Milliseconds of `PT4H`, `P1DT30M` …; null where it is none, or has years or months, whose length varies. */
export function durationMs(text: string): number | null {
  const match = SHAPE.exec(text);
  if (match === null) return null;
  return UNITS_MS.reduce((sum, unit, index) => sum + Number(match[index + 1] ?? 0) * unit, 0);
}
