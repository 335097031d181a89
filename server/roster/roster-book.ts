/** The profile as its roster stands now: its rotation with what was laid down for single days, read anew when somebody changed it. */
import type { Logger } from 'pino';
import type { Profile } from '../desk/profile.ts';
import { withPlan } from '../desk/roster-plan.ts';
import type { Bus } from '../live/bus.ts';
import { reasonOf } from '../queue/inbox-worker.ts';
import { type Loop, startLoop } from '../queue/loop.ts';
import type { Db } from '../store/database.ts';
import { readPlan } from '../store/roster.ts';

export interface RosterBook {
  /** The same object until the roster changes. */
  profile(): Profile;
  /** From now on what another server changed is read within a minute, where no word of it comes at once. */
  start(): void;
  stop(): Promise<void>;
  /** After a commit that changed the roster; other servers hear of it too. */
  changed(): Promise<void>;
}

const REFRESH_MS = 60_000;

export async function openRosterBook(
  profile: Profile,
  { db, bus, log }: { db: Db; bus: Bus; log: Logger },
): Promise<RosterBook> {
  let plan = await readPlan(db);
  let current = withPlan(profile, plan);
  const refresh = async () => {
    const next = await readPlan(db);
    if (JSON.stringify(next) === JSON.stringify(plan)) return;
    plan = next;
    current = withPlan(profile, plan);
  };
  const onError = (error: unknown) => log.warn({ error: reasonOf(error) }, 'roster.not_read');
  let loop: Loop | null = null;
  let own = false;
  bus.subscribe((event) => {
    if (event.type !== 'roster' || own) return;
    refresh().catch(onError);
  });
  return {
    profile: () => current,
    start() {
      loop = startLoop({ round: async () => refresh().then(() => false), idleMs: REFRESH_MS, onError });
    },
    stop: async () => loop?.stop(),
    async changed() {
      await refresh();
      own = true;
      bus.publish({ type: 'roster' });
      own = false;
    },
  };
}
