/** 2027 before its holidays are known: counted by plain weekends, and nobody is left in the dark about it. */
import { afterEach, expect, test } from 'vitest';
import { publicHolidaysCn } from '../../../bot/holidays-cn.ts';
import { holidaysKnownThrough, unknownYearNear } from '../../../server/desk/holiday-validity.ts';
import { loadProfile } from '../../../server/profile/load.ts';
import { ADMIN, openTestDesk, type TestDesk } from '../../support/desk.ts';

const YEAR = publicHolidaysCn.knownThrough + 1;
const at = (text: string) => Date.parse(`${text}T10:00:00+08:00`);
let desk: TestDesk | undefined;
afterEach(() => desk?.close());

test('is told of sixty days before it begins, until it is filled in; a desk without holidays is not', () => {
  const profile = loadProfile('default');
  const near = (day: string, of = profile) => unknownYearNear(of, publicHolidaysCn, at(day));
  expect(holidaysKnownThrough(profile, publicHolidaysCn)).toBe(YEAR - 1);
  expect([near(`${YEAR - 1}-11-01`), near(`${YEAR - 1}-11-02`), near(`${YEAR}-06-01`)]).toEqual([
    null,
    YEAR,
    YEAR,
  ]);
  const calendars = Object.fromEntries(
    Object.entries(profile.calendars).map(([id, one]) => [id, { ...one, filledYears: [YEAR] }]),
  );
  expect([
    near(`${YEAR}-06-01`, { ...profile, calendars }),
    near(`${YEAR}-06-01`, loadProfile('fujian')),
  ]).toEqual([null, null]);
});

test('a ticket whose targets reach into it says so on its card, one that does not is silent; the desk says through when', async () => {
  desk = await openTestDesk({ now: at(`${YEAR - 1}-12-31`) });
  const headers = { authorization: `Bearer ${ADMIN}` };
  const { http } = desk.desk;
  const open = async (urgency: string) => {
    const payload = {
      kind: 'fault',
      title: '打印机卡纸',
      category: 'printing',
      urgency,
      requester: { id: urgency },
    };
    return (await http.inject({ method: 'POST', url: '/api/tickets', headers, payload })).json()
      .number as string;
  };
  const [low, critical] = [await open('low'), await open('critical')];
  const cards = await desk.shownInGroup();
  const cardOf = (number: string) => cards.find((card) => card.ticket === number)?.text ?? '';
  expect(cardOf(low)).toContain(`${YEAR}年的放假安排未收录`);
  expect(cardOf(critical)).not.toContain('放假安排');
  const { holidays } = (await http.inject({ method: 'GET', url: '/api/desk', headers })).json();
  expect(holidays).toEqual({ knownThrough: YEAR - 1, missing: YEAR });
});
