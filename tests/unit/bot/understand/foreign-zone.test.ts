/** Times told by the clock of another place become the desk's own. The desk is in Asia/Shanghai. */
import { describe, expect, it } from 'vitest';
import { zonesNamed } from '../../../../bot/understand/foreign-zone.ts';
import { read } from './reader.ts';

const slotsOf = (text: string) => read(text).slots;

describe('a meeting by another clock', () => {
  it.each([
    // London is eight hours behind in November, seven in July.
    ['订后天伦敦时间上午九点到十点的视频会', '2026-11-20T17:00:00+08:00', '2026-11-20T18:00:00+08:00'],
    ['2027年7月1日伦敦时间上午九点到十点开视频会', '2027-07-01T16:00:00+08:00', '2027-07-01T17:00:00+08:00'],
    // New York's evening is the desk's next morning.
    ['11月20日纽约时间晚上8点到9点半开视频会', '2026-11-21T09:00:00+08:00', '2026-11-21T10:30:00+08:00'],
    ['11月20日14:00到15:00 UTC开视频会', '2026-11-20T22:00:00+08:00', '2026-11-20T23:00:00+08:00'],
    ['后天北京时间下午三点到四点开视频会', '2026-11-20T15:00:00+08:00', '2026-11-20T16:00:00+08:00'],
  ])('%s', (text, start, end) => {
    expect(slotsOf(text)).toMatchObject({ start, end });
  });

  it('says which clocks were named, in their order', () => {
    expect(zonesNamed('纽约时间晚上8点，东京时间上午10点').map(({ name, zone }) => [name, zone])).toEqual([
      ['纽约', 'America/New_York'],
      ['东京', 'Asia/Tokyo'],
    ]);
  });

  it.each(['会议时间改到下午三点', '当地时间不清楚', '把时间定在下午', '英国来访，下午三点开会'])(
    'no clock: %s',
    (text) => {
      expect(zonesNamed(text)).toEqual([]);
    },
  );
});
