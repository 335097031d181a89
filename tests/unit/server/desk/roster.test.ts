import { describe, expect, it } from 'vitest';
import { publicHolidaysCn } from '../../../../bot/holidays-cn.ts';
import { dutyDays, onDuty, onDutyOutOfHours } from '../../../../server/desk/roster.ts';
import { createCalendars } from '../../../../server/desk/sla.ts';
import { loadProfile, parseProfile } from '../../../../server/profile/load.ts';

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

describe('leave, shifts and periods of assurance', () => {
  const rosterOf = (more: string) =>
    parseProfile(
      `
id: r
name: 值班
sites: [{ id: main, name: 大院 }]
calendars: { always: { windows: 7x24 } }
defaultCalendar: always
teams:
  - id: net
    name: 网络组
    lead: a
    members:
      - { id: a, name: 甲, phone: "8001", skills: [network] }
      - { id: b, name: 乙, phone: "8002", skills: [network, phone] }
      - { id: c, name: 丙, phone: "8003", skills: [printing] }
defaultTeam: net
sla: [{ respondWithin: PT30M, resolveWithin: PT4H }]
${more}`,
      'r.yaml',
    );
  const names = (more: string, ...moments: string[]) =>
    moments.map((text) => onDuty(rosterOf(more), 'net', Date.parse(`${text}+08:00`))?.name);
  const WEEKLY = `
roster: { from: 2026-11-02, duty: [{ team: net, person: a, phone: "801" }, { team: net, person: b, phone: "802" }] }`;

  it('who is on leave is stood in for by their substitute, from the first day to the last', () => {
    const leave = `${WEEKLY}\nleave: [{ person: a, from: 2026-11-17, to: 2026-11-18, substitute: b }]`;
    const at = (day: number) => `2026-11-${day}T10:00:00`;
    expect(names(leave, at(16), at(17), at(18), at(19))).toEqual(['甲', '乙', '乙', '甲']);
    expect(onDuty(rosterOf(leave), 'net', Date.parse(`${at(17)}+08:00`))?.phone).toBe('8002');
  });

  it('a substitute has a skill of the one who is away, and both are known', () => {
    const faults = (who: string, by: string) => {
      try {
        rosterOf(
          `${WEEKLY}\nleave: [{ person: ${who}, from: 2026-11-17, to: 2026-11-18, substitute: ${by} }]`,
        );
        return '';
      } catch (error) {
        return (error as Error).message;
      }
    };
    expect(faults('a', 'b')).toBe('');
    expect(faults('a', 'c')).toContain('leave[0].substitute: found "c", expected one of the skills network');
    expect(faults('a', 'x')).toContain('leave[0].substitute: found "x"');
    expect(faults('a', 'a')).toContain('expected somebody else');
  });

  it('shifts have turns of their own, and a night belongs to the day it began on', () => {
    const shifts = `
roster:
  from: 2026-11-16
  every: day
  shifts: [{ id: day, name: 白班, from: "08:00", to: "20:00" }, { id: night, name: 夜班, from: "20:00", to: "08:00" }]
  duty:
    - { team: net, person: a, phone: "801", shift: day }
    - { team: net, person: b, phone: "802", shift: night }
    - { team: net, person: c, phone: "803", shift: night }`;
    expect(
      names(
        shifts,
        '2026-11-16T09:00:00',
        '2026-11-16T21:00:00',
        '2026-11-17T07:00:00',
        '2026-11-17T21:00:00',
      ),
    ).toEqual(['甲', '乙', '乙', '丙']);
  });

  it('a period of assurance has a list of its own, a day each', () => {
    const assured = `${WEEKLY}
assurance: [{ name: 国庆, from: 2026-11-18, to: 2026-11-19, duty: [{ team: net, person: c, phone: "809" }, { team: net, person: b, phone: "808" }] }]`;
    const at = (day: number) => `2026-11-${day}T10:00:00`;
    expect(names(assured, at(17), at(18), at(19), at(20))).toEqual(['甲', '丙', '乙', '甲']);
  });

  it('a person’s days of duty that follow one another are one entry', () => {
    const from = Date.parse('2026-11-16T09:00:00+08:00');
    expect(dutyDays(rosterOf(WEEKLY), 'a', from, 21)).toEqual([
      { team: '网络组', from: '2026-11-16', to: '2026-11-23' },
      { team: '网络组', from: '2026-11-30', to: '2026-12-07' },
    ]);
  });
});
