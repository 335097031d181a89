/**
 * The version that a conversation begins with; `now` in epoch milliseconds. It counts on from there, so one that was
 * deleted and begun anew never has a version that it had before, and nobody takes the one for the other.
 */
export function firstVersion(now: number): number {
  return now;
}
