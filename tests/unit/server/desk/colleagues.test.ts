import { describe, expect, test } from 'vitest';
import { namedColleague } from '../../../../server/desk/colleagues.ts';
import { loadProfile } from '../../../../server/profile/load.ts';

const profile = loadProfile('default');
const named = (said: string) => namedColleague(profile, said);

describe('a colleague is known', () => {
  test.each([
    ['陈静', '陈静'],
    ['给陈静', '陈静'],
    ['到 陈静', '陈静'],
    ['@陈静', '陈静'],
    ['to chenjing', '陈静'],
    ['李工', '李明'],
    ['小李', '李明'],
    ['李师傅', '李明'],
    ['李', '李明'],
    ['李明去', '李明'],
  ])('as «%s»', (said, name) => {
    expect(named(said)).toMatchObject({ kind: 'person', name });
  });

  test.each([
    ['桌面组', '桌面组'],
    ['桌面', '桌面组'],
    ['给网络系统组', '网络系统组'],
    ['systems', '网络系统组'],
  ])('a team as «%s»', (said, name) => {
    expect(named(said)).toMatchObject({ kind: 'team', name });
  });

  test('what follows is why', () => {
    expect(named('给 陈静 原因 账号问题')).toMatchObject({ name: '陈静', rest: '账号问题' });
    expect(named('陈静，账号问题')).toMatchObject({ name: '陈静', rest: '账号问题' });
    expect(named('小李 他在三楼')).toMatchObject({ name: '李明', rest: '他在三楼' });
  });
});

describe('nobody is guessed', () => {
  test('where several bear the surname', () => {
    const two = {
      vendors: [],
      teams: profile.teams.map((team) =>
        team.id === 'systems'
          ? { ...team, members: [...team.members, { id: 'lihua', name: '李华', skills: [] }] }
          : team,
      ),
    };
    expect(namedColleague(two, '李工，账号')).toEqual({
      kind: 'several',
      names: ['李明', '李华'],
      rest: '账号',
    });
    expect(namedColleague(two, '李华')).toMatchObject({ kind: 'person', name: '李华' });
  });

  test('where the name only begins like one that is known', () => {
    expect(named('张浩然')).toMatchObject({ kind: 'unknown', said: '张浩然', near: ['张浩'] });
  });

  test('where nobody is called so: the teams are named', () => {
    expect(named('不存在')).toEqual({
      kind: 'unknown',
      said: '不存在',
      near: ['桌面组', '网络系统组'],
      rest: '',
    });
    expect(named('网络组')).toMatchObject({ kind: 'unknown', near: ['网络系统组'] });
  });
});

describe('a vendor is known', () => {
  const { vendors } = loadProfile('pengjiang');
  test.each([
    ['维护服务供应商 网线断了', '网线断了'],
    ['厂商，网线断了', '网线断了'],
    ['outside-vendor', ''],
  ])('as «%s», where there is one', (said, rest) => {
    expect(namedColleague({ ...profile, vendors }, said)).toEqual({
      kind: 'vendor',
      name: '维护服务供应商',
      rest,
    });
  });

  test('and asked for where there are several', () => {
    const two = [...vendors, ...loadProfile('fujian').vendors];
    expect(namedColleague({ ...profile, vendors: two }, '厂商')).toMatchObject({ kind: 'several' });
  });
});
