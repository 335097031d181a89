import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startLoop } from '../../../../server/queue/loop.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const IDLE_MS = 1000;
const settle = () => vi.advanceTimersByTimeAsync(0);

function counting(results: (boolean | Error)[] = []) {
  const state = { rounds: 0, errors: [] as unknown[] };
  const round = async () => {
    const result = results[state.rounds] ?? false;
    state.rounds += 1;
    if (result instanceof Error) throw result;
    return result;
  };
  const loop = startLoop({ round, idleMs: IDLE_MS, onError: (error) => state.errors.push(error) });
  return { state, loop };
}

test('goes on at once while there is more, then rests until the next look', async () => {
  const { state, loop } = counting([true, true, false]);
  await settle();
  expect(state.rounds).toBe(3);
  await vi.advanceTimersByTimeAsync(IDLE_MS - 1);
  expect(state.rounds).toBe(3);
  await vi.advanceTimersByTimeAsync(1);
  expect(state.rounds).toBe(4);
  await loop.stop();
});

test('a wake ends the rest, and one during a round is not forgotten', async () => {
  const { state, loop } = counting();
  loop.wake();
  await settle();
  expect(state.rounds).toBe(2);
  loop.wake();
  await settle();
  expect(state.rounds).toBe(3);
  await loop.stop();
});

test('a failing round is told and rested after, so that a database that is away does not spin the processor', async () => {
  const away = new Error('away');
  const { state, loop } = counting([away, false]);
  await settle();
  expect(state).toEqual({ rounds: 1, errors: [away] });
  await vi.advanceTimersByTimeAsync(IDLE_MS);
  expect(state.rounds).toBe(2);
  await loop.stop();
});

test('stopping waits for the round under way and begins no other', async () => {
  let finish = () => {};
  let rounds = 0;
  const round = () => {
    rounds += 1;
    return new Promise<boolean>((resolve) => {
      finish = () => resolve(true);
    });
  };
  const loop = startLoop({ round, idleMs: IDLE_MS, onError: () => {} });
  let stopped = false;
  const stopping = loop.stop().then(() => {
    stopped = true;
  });
  await settle();
  expect(stopped).toBe(false);
  finish();
  await stopping;
  expect(rounds).toBe(1);
});
