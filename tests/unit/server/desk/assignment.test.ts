import { describe, expect, it } from 'vitest';
import {
  type RoutingCase,
  routeTicket,
  siteOfCase,
  systemNamed,
} from '../../../../server/desk/assignment.ts';
import { loadProfile, parseProfile } from '../../../../server/profile/load.ts';

const pengjiang = loadProfile('pengjiang');
const fault = (rest: Partial<RoutingCase>): RoutingCase => ({ kind: 'fault', category: 'computer', ...rest });
const routed = (name: string, rest: Partial<RoutingCase>) => {
  const { teamName, vendor } = routeTicket(loadProfile(name), fault(rest));
  return [teamName, vendor?.name ?? null];
};

describe('pengjiang', () => {
  it('sends its own crew inside the compound', () => {
    expect(routed('pengjiang', { location: { text: '政府大院3号楼302' } })).toEqual(['大院维护组', null]);
    expect(routed('pengjiang', { department: '财政局' })).toEqual(['大院维护组', null]);
    expect(routed('pengjiang', {})).toEqual(['大院维护组', null]);
  });

  it('gives the vendor what is outside, chased by the call centre', () => {
    const outside = ['呼叫中心', '维护服务供应商'];
    expect(routed('pengjiang', { location: { text: '棠下镇政府二楼' } })).toEqual(outside);
    expect(routed('pengjiang', { location: { text: '大院外的办证点' } })).toEqual(outside);
    expect(routed('pengjiang', { department: '丰乐社区居委会' })).toEqual(outside);
  });

  it('sends by category, wherever it is', () => {
    expect(routed('pengjiang', { category: 'publishing', department: '杜阮镇' })).toEqual([
      '政务系统组',
      null,
    ]);
    expect(routed('pengjiang', { category: 'conference', location: { text: '大院一号会议室' } })).toEqual([
      '会议布场组',
      null,
    ]);
  });
});

describe('the other desks', () => {
  it('default: by category', () => {
    expect(routed('default', { category: 'printing' })).toEqual(['桌面组', null]);
    expect(routed('default', { category: 'network' })).toEqual(['网络系统组', null]);
    expect(routed('default', { category: 'other' })).toEqual(['桌面组', null]);
  });

  it('chaoyangmen: key users have their own queue', () => {
    expect(routed('chaoyangmen', { vip: true })).toEqual(['关键用户组', null]);
    expect(routed('chaoyangmen', { vip: false })).toEqual(['桌面支持组', null]);
  });

  it('chengguan: the cabinets’ hardware goes to their maker', () => {
    expect(routed('chengguan', { category: 'business', system: '交换柜' })).toEqual([
      '系统运维组',
      '公文交换柜厂商',
    ]);
    expect(routed('chengguan', { category: 'business', system: '考勤系统' })).toEqual(['日常使用组', null]);
  });

  it('fujian: residents for machines, for systems', () => {
    expect(routed('fujian', { category: 'printing' })).toEqual(['桌面运维组', null]);
    expect(routed('fujian', { category: 'business' })).toEqual(['信息系统组', null]);
  });
});

describe('telling the site', () => {
  const siteId = (rest: Partial<RoutingCase>) => siteOfCase(pengjiang, fault(rest))?.id ?? null;

  it('goes by the longest name that stands in the words', () => {
    expect(siteId({ location: { text: '大院外' } })).toBe('outside');
    expect(siteId({ location: { text: '大院' } })).toBe('compound');
  });

  it('believes the place before the department, and an id before both', () => {
    expect(siteId({ location: { text: '政府大院302' }, department: '荷塘镇' })).toBe('compound');
    expect(siteId({ site: 'outside', location: { text: '政府大院302' } })).toBe('outside');
  });

  it('leaves open what nothing tells', () => {
    expect(siteId({ location: { text: '三楼302' } })).toBeNull();
  });

  it('reads a unit by its department', () => {
    const leshan = loadProfile('leshan');
    expect(siteOfCase(leshan, fault({ department: '人力资源中心' }))?.id).toBe('tianxing');
    expect(siteOfCase(leshan, fault({ location: { text: '马铺123号社保大厅' } }))?.id).toBe('mapu');
  });
});

describe('naming a system', () => {
  it('knows names and aliases, whatever the case of their letters', () => {
    const profile = loadProfile('chaoyangmen');
    expect(systemNamed(profile, 'notes')).toBe('Notes');
    expect(systemNamed(profile, '天擎')).toBe('奇安信天擎');
    expect(systemNamed(profile, '别的')).toBeNull();
    expect(systemNamed(profile, null)).toBeNull();
  });
});

describe('a rule', () => {
  const profile = parseProfile(
    `
id: rules
name: 服务台
sites: [{ id: main, name: 大院 }]
departments: [{ name: 财务科, aliases: [计财科] }, 办公室]
calendars: { always: { windows: 7x24 } }
defaultCalendar: always
teams:
  - { id: day, name: 白班组, lead: li, members: [{ id: li, name: 李明 }] }
  - { id: night, name: 夜班组, lead: zhao, members: [{ id: zhao, name: 赵军 }] }
  - { id: money, name: 财务组, lead: wang, members: [{ id: wang, name: 王芳 }] }
defaultTeam: day
routing:
  - { when: { department: 财务科 }, team: money, person: wang }
  - { when: { hours: ["18:00", "08:00"] }, team: night }
sla: [{ respondWithin: PT1H, resolveWithin: PT4H }]
`,
    'rules.yaml',
  );
  const at = (time: string) => Date.parse(`2026-11-18T${time}:00+08:00`);
  const route = (rest: Partial<RoutingCase>) => routeTicket(profile, fault(rest));

  it.each([
    ['17:59', '白班组'],
    ['18:00', '夜班组'],
    ['03:00', '夜班组'],
    ['08:00', '白班组'],
  ])('by the time of day: at %s to %s', (time, team) => {
    expect(route({ at: at(time) }).teamName).toBe(team);
  });

  it('by the department, by its name or an alias, to somebody by name', () => {
    expect(route({ department: '计财科', at: at('20:00') })).toMatchObject({
      teamName: '财务组',
      person: 'wang',
    });
    expect(route({ department: '办公室', at: at('12:00') }).teamName).toBe('白班组');
  });
});
