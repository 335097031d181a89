import { describe, expect, it } from 'vitest';
import { publicHolidaysCn } from '../../../../bot/holidays-cn.ts';
import { onDuty, onDutyOutOfHours } from '../../../../server/desk/roster.ts';
import { createCalendars } from '../../../../server/desk/sla.ts';
import { loadProfile } from '../../../../server/profile/load.ts';

const profile = loadProfile('pengjiang');
const nameOn = (team: string, text: string) => onDuty(profile, team, Date.parse(`${text}+08:00`))?.name;

describe('the roster', () => {
  it('turns on Monday morning, within the team', () => {
    expect(nameOn('compound-crew', '2026-01-05T00:00:00')).toBe('陈国栋');
    expect(nameOn('compound-crew', '2026-01-11T23:59:59')).toBe('陈国栋');
    expect(nameOn('compound-crew', '2026-01-12T00:00:00')).toBe('区志明');
    expect(nameOn('compound-crew', '2026-01-19T00:00:00')).toBe('陈国栋');
    expect(nameOn('compound-crew', '2026-01-04T23:59:59')).toBe('区志明');
  });

  it('asks one person of a team of one every week, and all in turn for a team that is not on it', () => {
    expect(nameOn('meeting-crew', '2026-01-12T12:00:00')).toBe('李伟强');
    expect(nameOn('office-systems', '2026-01-12T12:00:00')).toBe('李伟强');
    expect(nameOn('office-systems', '2026-01-19T12:00:00')).toBe('区志明');
  });

  it('gives the telephone, and nobody where there is no roster', () => {
    expect(onDuty(profile, 'meeting-crew', 0)).toMatchObject({ team: 'meeting-crew', phone: '6800-0033' });
    expect(onDuty(loadProfile('fujian'), 'desktop', 0)).toBeNull();
  });
});

describe('who is reached while a team is not at work', () => {
  const desk = loadProfile('default');
  const calendars = createCalendars(desk, publicHolidaysCn);
  const reached = (team: string | null, text: string) =>
    onDutyOutOfHours(desk, calendars, team, Date.parse(`${text}+08:00`));

  it('is the team’s person on duty, by telephone', () => {
    const night = '2026-11-20T22:50:00';
    expect(reached('网络系统组', night)).toMatchObject({
      team: 'systems',
      phone: expect.stringMatching(/^6800-/),
    });
    expect(reached('桌面组', night)).toMatchObject({ team: 'desktop' });
    expect(reached(null, night)).toEqual(reached('桌面组', night));
  });

  it('is nobody in working hours, and where there is no roster', () => {
    expect(reached('网络系统组', '2026-11-20T09:00:00')).toBeNull();
    const { roster: _, ...without } = desk;
    expect(onDutyOutOfHours(without, calendars, null, Date.parse('2026-11-20T22:50:00+08:00'))).toBeNull();
  });
});
