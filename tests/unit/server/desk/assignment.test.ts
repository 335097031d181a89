import { describe, expect, it } from 'vitest';
import {
  type RoutingCase,
  routeTicket,
  siteOfCase,
  systemNamed,
} from '../../../../server/desk/assignment.ts';
import { loadProfile } from '../../../../server/profile/load.ts';

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
