import { describe, expect, it } from 'vitest';
import { createBudget } from '../../../../server/model/budget.ts';
import { ledger, ZONE } from './parts.ts';

const EVENING = Date.parse('2026-11-18T23:59:00+08:00');
const MINUTE = 60_000;

describe('the budget of a day', () => {
  it('is used up by what was spent, and there again at the desk’s midnight', async () => {
    const budget = createBudget(100, ZONE, ledger());
    await budget.spend(EVENING, 99);
    expect(await budget.isLeft(EVENING)).toBe(true);
    await budget.spend(EVENING, 1);
    expect(await budget.isLeft(EVENING)).toBe(false);
    expect(await budget.isLeft(EVENING + MINUTE)).toBe(true);
  });

  it('counts what others spent, and what was spent before a restart', async () => {
    const shared = ledger();
    await createBudget(100, ZONE, shared).spend(EVENING, 60);
    const budget = createBudget(100, ZONE, shared);
    await shared.add('20261118', 40);
    expect(await budget.isLeft(EVENING)).toBe(false);
  });

  it('is without limit where it is 0, and counts all the same', async () => {
    const shared = ledger();
    const budget = createBudget(0, ZONE, shared);
    await budget.spend(EVENING, 1_000_000);
    expect(await budget.isLeft(EVENING)).toBe(true);
    expect(shared.days.get('20261118')).toBe(1_000_000);
  });
});
