import { describe, expect, it } from 'vitest';
import { createBreaker } from '../../../../server/model/breaker.ts';

const open = () => createBreaker({ opensAfter: 3, openMs: 1000, mostMs: 3000 });

function opened() {
  const breaker = open();
  for (let count = 0; count < 3; count += 1) breaker.failed(0);
  return breaker;
}

describe('a breaker', () => {
  it('lets calls through until so many failed in a row', () => {
    const breaker = open();
    breaker.failed(0);
    breaker.failed(0);
    breaker.succeeded();
    breaker.failed(0);
    breaker.failed(0);
    expect(breaker.enter(0)).toBe(true);
    breaker.failed(0);
    expect(breaker.enter(0)).toBe(false);
    expect(breaker.isOpen(0)).toBe(true);
  });

  it('lets one call try after a while, and the rest when that one succeeded', () => {
    const breaker = opened();
    expect(breaker.enter(999)).toBe(false);
    expect([breaker.enter(1000), breaker.enter(1000)]).toEqual([true, false]);
    breaker.succeeded();
    expect([breaker.enter(1000), breaker.enter(1000)]).toEqual([true, true]);
  });

  it('waits twice as long after each try that failed, up to a limit', () => {
    const breaker = opened();
    expect(breaker.enter(1000)).toBe(true);
    breaker.failed(1000);
    expect([breaker.enter(2999), breaker.enter(3000)]).toEqual([false, true]);
    breaker.failed(3000);
    expect([breaker.enter(5999), breaker.enter(6000)]).toEqual([false, true]);
    breaker.failed(6000);
    expect([breaker.enter(8999), breaker.enter(9000)]).toEqual([false, true]);
  });

  it('lets the next one try where a try was given up', () => {
    const breaker = opened();
    breaker.enter(1000);
    breaker.abandoned();
    expect(breaker.enter(1000)).toBe(true);
  });

  it('is not kept open by calls that began before it opened', () => {
    const breaker = opened();
    for (let count = 0; count < 10; count += 1) breaker.failed(500);
    expect(breaker.enter(1000)).toBe(true);
  });

  it('opens at once where the endpoint says when to come back, within reason', () => {
    const breaker = open();
    breaker.failed(0, 2000);
    expect([breaker.enter(1999), breaker.enter(2000)]).toEqual([false, true]);
    breaker.succeeded();
    breaker.failed(0, 1e12);
    expect(breaker.enter(3000)).toBe(true);
  });
});
