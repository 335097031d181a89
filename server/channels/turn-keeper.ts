/** One replica at a time receives from a platform that lets only one ask; when it dies another takes over. */
import type { ReceivingTurn } from '../../bot/channel.ts';
import type { Db } from '../store/database.ts';
import { dropLease, takeLease } from '../store/leases.ts';

/** Without a sign of its holder for so long it is somebody else's; longer than a poll is held open. */
export const HELD_MS = 60_000;
export const RENEWED_EVERY_MS = 10_000;

export interface TurnKeeperParts {
  db: Db;
  /** What is held, such as `receive:telegram`. */
  name: string;
  /** This replica, unlike any other. */
  holder: string;
  /** Epoch milliseconds. */
  now(): number;
  /** The database is away: it is not known who holds it. */
  onError(error: unknown): void;
}

/**
 * Whoever has it asks for it again and again; where the database is away it ends with what was granted, so that two never
 * believe that they have it.
 */
export function createTurnKeeper({ db, name, holder, now, onError }: TurnKeeperParts): ReceivingTurn {
  let until = Number.NEGATIVE_INFINITY;
  let askedAt = Number.NEGATIVE_INFINITY;
  let asking: Promise<void> | null = null;
  const ask = async () => {
    const at = now();
    askedAt = at;
    try {
      const granted = await takeLease(db, { name, holder, now: at, until: at + HELD_MS });
      until = granted ? at + HELD_MS : Number.NEGATIVE_INFINITY;
    } catch (error) {
      onError(error);
    }
  };
  return {
    holds: () => now() < until,
    async renew() {
      if (now() - askedAt < RENEWED_EVERY_MS) return now() < until;
      asking ??= ask().finally(() => {
        asking = null;
      });
      await asking;
      return now() < until;
    },
    async drop() {
      const had = now() < until;
      until = Number.NEGATIVE_INFINITY;
      if (had) await dropLease(db, name, holder).catch(onError);
    },
  };
}
