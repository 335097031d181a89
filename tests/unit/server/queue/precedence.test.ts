import { expect, test, vi } from 'vitest';
import { createPrecedence } from '../../../../server/queue/precedence.ts';

test('the background goes on when what goes first is done', async () => {
  const precedence = createPrecedence();
  const happened: string[] = [];
  let finish = () => {};
  const first = precedence.first(async () => {
    await new Promise<void>((resolve) => {
      finish = resolve;
    });
    happened.push('first');
  });
  const after = precedence.after().then(() => happened.push('after'));
  await new Promise(setImmediate);
  finish();
  await Promise.all([first, after]);
  expect(happened).toEqual(['first', 'after']);
});

test('with nothing under way it goes on at once, and what fails holds nobody back', async () => {
  const precedence = createPrecedence();
  await precedence.after();
  await expect(precedence.first(() => Promise.reject(new Error('away')))).rejects.toThrow('away');
  await precedence.after();
});

test('it does not stand back for ever', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    const precedence = createPrecedence();
    void precedence.first(() => new Promise(() => {}));
    let passed = false;
    const after = precedence.after().then(() => {
      passed = true;
    });
    await new Promise(setImmediate);
    expect(passed).toBe(false);
    await vi.advanceTimersByTimeAsync(50);
    await after;
    expect(passed).toBe(true);
  } finally {
    vi.useRealTimers();
  }
});
