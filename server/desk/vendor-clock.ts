/**
 * The vendor's clock beside ours: from the hand-over on, on the vendor's own calendar, by its contract. A hold stops our
 * targets and not this one: mostly it is the vendor that is waited for. Pure.
 */
import type { Calendar } from './calendar.ts';
import { toIso, toIsoOrNull } from './moments.ts';

/** Moments in epoch milliseconds; null: the contract says nothing of it, or it did not happen. */
export interface VendorClock {
  /** When the work was handed over. */
  since: number;
  answerBy: number | null;
  doneBy: number | null;
  /** The first answer, and the last. */
  answeredAt: number | null;
  heardAt: number | null;
}

export interface VendorTerms {
  respondWithin?: number | undefined;
  resolveWithin?: number | undefined;
}

/** A clock that starts at `at`; `calendar` is the vendor's own. */
export function startVendorClock(
  { respondWithin, resolveWithin }: VendorTerms,
  calendar: Calendar,
  at: number,
): VendorClock {
  const due = (within: number | undefined) => (within === undefined ? null : calendar.addWorking(at, within));
  return {
    since: at,
    answerBy: due(respondWithin),
    doneBy: due(resolveWithin),
    answeredAt: null,
    heardAt: null,
  };
}

export function vendorAnswered(clock: VendorClock, at: number): VendorClock {
  return { ...clock, answeredAt: clock.answeredAt ?? at, heardAt: at };
}

export interface VendorClockRecord {
  since: string;
  answerBy: string | null;
  doneBy: string | null;
  answeredAt: string | null;
  heardAt: string | null;
}

/** As it stands in the API and in the database; ISO 8601 with the zone's offset. */
export function vendorClockRecord(clock: VendorClock, zone: string): VendorClockRecord {
  return {
    since: toIso(clock.since, zone),
    answerBy: toIsoOrNull(clock.answerBy, zone),
    doneBy: toIsoOrNull(clock.doneBy, zone),
    answeredAt: toIsoOrNull(clock.answeredAt, zone),
    heardAt: toIsoOrNull(clock.heardAt, zone),
  };
}
