/** Figures of the running server, in Prometheus' format. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export interface Metrics {
  registry: Registry;
  turnEnded(channel: string, kind: string, seconds: number): void;
  turnFailed(channel: string): void;
}

/** `backlog` is asked at each scrape: what waits, and what never could be done. */
export function createMetrics(
  backlog: () => Promise<{ pending: number; dead: number; inbox: number; parked: number }>,
): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const turns = new Histogram({
    name: 'desk_turn_seconds',
    help: 'Time from taking an update to its committed reply',
    labelNames: ['channel', 'kind'],
    buckets: [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 5],
    registers,
  });
  const failures = new Counter({
    name: 'desk_turn_failures_total',
    help: 'Turns that failed',
    labelNames: ['channel'],
    registers,
  });
  const gauge = new Gauge({
    name: 'desk_backlog',
    help: 'Updates to work, messages to send, and what was given up',
    labelNames: ['queue'],
    registers,
    async collect() {
      const now = await backlog();
      this.set({ queue: 'inbox' }, now.inbox);
      this.set({ queue: 'inbox_parked' }, now.parked);
      this.set({ queue: 'outbox' }, now.pending);
      this.set({ queue: 'outbox_dead' }, now.dead);
    },
  });
  gauge.set({ queue: 'inbox' }, 0);
  return {
    registry,
    turnEnded: (channel, kind, seconds) => turns.observe({ channel, kind }, seconds),
    turnFailed: (channel) => failures.inc({ channel }),
  };
}
