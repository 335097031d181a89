import { describe, expect, it } from 'vitest';
import { called, dueNow, signed, type Watch, watchFrom } from '../../../../adapters/wechat/watch.ts';

const SECOND = 1000;
const at = (watch: Watch, seconds: number) => dueNow(watch, seconds * SECOND);
const fresh = watchFrom(0);
const loggedIn = signed(fresh, 'login', 0);

describe('a login that is quiet', () => {
  it('is asked for a sign of life after a minute and a half', () => {
    expect(at(loggedIn, 89)).toBe('nothing');
    expect(at(loggedIn, 90)).toBe('call');
  });

  it('is given a minute to answer, then started anew', () => {
    const asked = called(loggedIn, 90 * SECOND);
    expect(at(asked, 149)).toBe('nothing');
    expect(at(asked, 150)).toBe('restart');
    expect(at(signed(asked, 'alive', 120 * SECOND), 150)).toBe('nothing');
  });
});

it('is left alone while a person has to scan, for hours', () => {
  expect(at(signed(loggedIn, 'scan', 0), 10_000)).toBe('nothing');
});

it('is started anew where neither a code nor a login comes within two minutes, of a start or a logout', () => {
  expect(at(fresh, 119)).toBe('nothing');
  expect(at(fresh, 120)).toBe('restart');
  expect(at(signed(loggedIn, 'logout', 0), 120)).toBe('restart');
});

it('is started anew at once where its process is gone', () => {
  expect(at(signed(loggedIn, 'gone', 5 * SECOND), 5)).toBe('restart');
});
