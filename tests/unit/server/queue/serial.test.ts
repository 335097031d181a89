import { expect, test } from 'vitest';
import { createSerial } from '../../../../server/queue/serial.ts';

/** A task that ends when it is told to. */
function gated(log: string[], name: string) {
  let open = () => {};
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  const task = async () => {
    log.push(`${name} begins`);
    await gate;
    log.push(`${name} ends`);
    return name;
  };
  return { task, open };
}

test('tasks of one key run one after the other, in the order in which they came', async () => {
  const { run } = createSerial();
  const log: string[] = [];
  const [first, second] = [gated(log, 'first'), gated(log, 'second')];
  const both = [run('k', first.task), run('k', second.task)];
  second.open();
  first.open();
  expect(await Promise.all(both)).toEqual(['first', 'second']);
  expect(log).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
});

test('tasks of different keys do not wait for each other', async () => {
  const { run } = createSerial();
  const log: string[] = [];
  const slow = gated(log, 'slow');
  const waiting = run('a', slow.task);
  await run('b', async () => log.push('quick'));
  slow.open();
  await waiting;
  expect(log).toEqual(['slow begins', 'quick', 'slow ends']);
});

test('a task that fails tells its own caller, and the next one runs', async () => {
  const { run } = createSerial();
  const failing = run('k', () => Promise.reject(new Error('broken')));
  const next = run('k', async () => 'fine');
  await expect(failing).rejects.toThrow('broken');
  expect(await next).toBe('fine');
});

test('nothing is kept of keys whose tasks have ended', async () => {
  const serial = createSerial();
  const running = serial.run('k', async () => {});
  expect(serial.size()).toBe(1);
  await running;
  expect(serial.size()).toBe(0);
});
