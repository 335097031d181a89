/** The words of a desk are its profile's: what is added there is understood at once, with no code and no training. */
import { describe, expect, test } from 'vitest';
import { publicHolidaysCn } from '../../../bot/holidays-cn.ts';
import { createUnderstanding } from '../../../bot/understand/index.ts';
import { parseProfile } from '../../../server/profile/load.ts';

const PROFILE = `
id: words
name: 词汇服务台
sites:
  - { id: main, name: 大院, buildings: [望江楼] }
departments: [财务科]
calendars: { desk: { windows: { mon: [["08:30", "12:00"]] }, holidays: cn } }
defaultCalendar: desk
teams:
  - { id: a, name: 甲组, lead: li, members: [{ id: li, name: 李明 }] }
defaultTeam: a
sla: [{ respondWithin: PT1H, resolveWithin: P1D }]
rooms: [{ id: "302", name: 302会议室, floor: "3" }]
systems: [{ name: OA }]
`;
const now = Date.parse('2026-11-18T09:00:00+08:00');

/** What a desk with this profile reads. */
function readerOf(profile: string) {
  const { lexicon, zone } = parseProfile(profile, 'words.yaml');
  const understand = createUnderstanding({ lexicon, zone, holidays: publicHolidaysCn });
  return (text: string) => understand(text, { now });
}

describe('a word that is added to a profile', () => {
  test('a system with its other names and its category', () => {
    const added = PROFILE.replace(
      'systems: [{ name: OA }]',
      'systems: [{ name: OA }, { name: 司南, aliases: [罗盘, compass], category: business }]',
    );
    const [plain, read] = [readerOf(PROFILE), readerOf(added)];
    expect(plain('司南一点提交就报错').slots.system).toBeUndefined();
    expect(read('司南一点提交就报错')).toMatchObject({
      intent: 'report_fault',
      category: 'business',
      slots: { system: '司南' },
    });
    expect(read('罗盘打不开了').slots.system).toBe('罗盘');
    expect(read('请给王磊开通Compass的账号')).toMatchObject({
      intent: 'request_service',
      category: 'account',
      slots: { system: 'Compass', person: '王磊' },
    });
  });

  test('a section', () => {
    const added = PROFILE.replace('departments: [财务科]', 'departments: [财务科, 星火]');
    expect(readerOf(PROFILE)('星火的打印机卡纸了').slots.department).toBeUndefined();
    expect(readerOf(added)('星火的打印机卡纸了').slots.department).toBe('星火');
  });

  test('a room', () => {
    const added = PROFILE.replace('rooms: [{', 'rooms: [{ id: "yun", name: 云起轩, floor: "5" }, {');
    expect(readerOf(PROFILE)('云起轩的投影不亮').slots.location).toBeUndefined();
    expect(readerOf(added)('云起轩的投影不亮').slots.location).toMatchObject({
      text: '云起轩',
      room: '云起轩',
    });
  });

  test('a building', () => {
    const added = PROFILE.replace('buildings: [望江楼]', 'buildings: [望江楼, 听涛苑]');
    expect(readerOf(PROFILE)('听涛苑302没网').slots.location?.building).toBeUndefined();
    expect(readerOf(added)('听涛苑302没网').slots.location).toMatchObject({
      building: '听涛苑',
      room: '302',
    });
  });
});
