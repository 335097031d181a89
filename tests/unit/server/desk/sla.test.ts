import { describe, expect, it } from 'vitest';
import { publicHolidaysCn } from '../../../../bot/holidays-cn.ts';
import { toIsoOrNull } from '../../../../server/desk/moments.ts';
import { createCalendars, type SlaCase, targetsFor } from '../../../../server/desk/sla.ts';
import { loadProfile } from '../../../../server/profile/load.ts';

const at = (text: string) => Date.parse(`${text}+08:00`);

function targets(name: string, opened: string, rest: Partial<SlaCase> = {}) {
  const profile = loadProfile(name);
  const found = targetsFor(profile, createCalendars(profile, publicHolidaysCn), {
    openedAt: at(opened),
    kind: 'fault',
    category: 'computer',
    urgency: 'normal',
    ...rest,
  });
  const shown = (ms: number | null) => toIsoOrNull(ms, profile.zone)?.slice(0, 16) ?? null;
  return {
    respondBy: shown(found.respondBy),
    onSiteBy: shown(found.onSiteBy),
    resolveBy: shown(found.resolveBy),
    fallbackPlanBy: shown(found.fallbackPlanBy),
    calendar: found.calendar,
    warning: found.warning,
  };
}

describe('fujian: at any hour of any day', () => {
  const saturdayNight = '2026-10-03T23:30';

  it('responds in 1 h, resolves in 4 h, and plans for a fault that lasts 24 h', () => {
    expect(targets('fujian', saturdayNight)).toEqual({
      respondBy: '2026-10-04T00:30',
      onSiteBy: null,
      resolveBy: '2026-10-04T03:30',
      fallbackPlanBy: '2026-10-04T23:30',
      calendar: 'always',
      warning: null,
    });
  });

  it('is on site within 1 h of an emergency', () => {
    expect(targets('fujian', saturdayNight, { urgency: 'critical' })).toMatchObject({
      respondBy: '2026-10-04T00:30',
      onSiteBy: '2026-10-04T00:30',
      resolveBy: '2026-10-04T03:30',
    });
  });

  it('has an engineer on site within 3 h of a disaster, and a fallback plan where 24 h did not mend it', () => {
    for (const urgency of ['critical', 'normal'] as const)
      expect(targets('fujian', saturdayNight, { urgency, disaster: true })).toMatchObject({
        respondBy: '2026-10-04T00:30',
        onSiteBy: '2026-10-04T02:30',
        resolveBy: null,
        fallbackPlanBy: '2026-10-04T23:30',
      });
  });

  it('plans no fallback for a service request', () => {
    expect(targets('fujian', saturdayNight, { kind: 'service' }).fallbackPlanBy).toBeNull();
  });

  it('holds every target while it is paused', () => {
    const pauses = [{ from: at('2026-10-03T23:45'), to: at('2026-10-04T01:45') }];
    expect(targets('fujian', saturdayNight, { urgency: 'critical', pauses })).toMatchObject({
      respondBy: '2026-10-04T02:30',
      onSiteBy: '2026-10-04T02:30',
      resolveBy: '2026-10-04T05:30',
      fallbackPlanBy: '2026-10-05T01:30',
    });
  });
});

describe('pengjiang: in working time', () => {
  it('counts a make-up Saturday, with its lunch break', () => {
    expect(targets('pengjiang', '2026-10-10T10:00').resolveBy).toBe('2026-10-10T16:30');
  });

  it('gives the vendor outside the compound longer than its own crew inside', () => {
    const inside = targets('pengjiang', '2026-11-18T08:30', { site: 'compound' });
    const outside = targets('pengjiang', '2026-11-18T08:30', { site: '棠下镇' });
    expect(inside).toMatchObject({ onSiteBy: null, resolveBy: '2026-11-18T15:00' });
    expect(outside).toMatchObject({ onSiteBy: '2026-11-18T17:30', resolveBy: '2026-11-19T17:30' });
  });
});

describe('chaoyangmen', () => {
  it('is faster for key users', () => {
    expect(targets('chaoyangmen', '2026-11-18T11:58', { vip: true }).respondBy).toBe('2026-11-18T13:03');
    expect(targets('chaoyangmen', '2026-11-18T11:58').respondBy).toBe('2026-11-18T13:28');
  });
});

describe('leshan', () => {
  it('answers an emergency by telephone at night, the rest when it is open', () => {
    expect(targets('leshan', '2026-11-20T20:00', { urgency: 'critical' })).toMatchObject({
      respondBy: '2026-11-20T20:15',
      calendar: 'phone',
    });
    expect(targets('leshan', '2026-11-20T20:00')).toMatchObject({
      respondBy: '2026-11-23T09:30',
      calendar: 'desk',
    });
  });
});

describe('chengguan', () => {
  it('works on faults all year round and plans requests in office hours', () => {
    expect(targets('chengguan', '2026-10-01T02:00', { category: 'business' }).resolveBy).toBe(
      '2026-10-01T10:00',
    );
    expect(targets('chengguan', '2026-10-01T02:00', { category: 'business', kind: 'service' })).toMatchObject(
      {
        respondBy: '2026-10-08T10:00',
        calendar: 'office',
      },
    );
  });
});

describe('a year whose holidays are not published', () => {
  it('is named where a target reaches into it', () => {
    const next = publicHolidaysCn.knownThrough + 1;
    const lastDay = `${publicHolidaysCn.knownThrough}-12-31T17:00`;
    expect(targets('default', lastDay, { urgency: 'low' }).warning).toContain(String(next));
    expect(targets('fujian', lastDay).warning).toBeNull();
  });
});

describe('more urgent is never slower', () => {
  it.each(['default', 'chaoyangmen', 'chengguan', 'pengjiang', 'leshan', 'fujian'])('%s', (name) => {
    const order = ['critical', 'high', 'normal', 'low'] as const;
    for (const kind of ['fault', 'service'] as const)
      for (const vip of [true, false]) {
        const due = order.map((urgency) => targets(name, '2026-11-18T09:00', { urgency, kind, vip }));
        const responds = due.map((one) => one.respondBy ?? '');
        const resolves = due.map((one) => one.resolveBy ?? '');
        expect(responds).toEqual([...responds].sort());
        expect(resolves).toEqual([...resolves].sort());
      }
  });
});
