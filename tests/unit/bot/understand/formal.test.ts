/** What notices and polite reports name under words that no list holds. Each said on Wednesday 2026-11-18 at 09:00. */
import { describe, expect, test } from 'vitest';
import { BEGINS, bestTags, firstSpan, GOES_ON, OUTSIDE } from '../../../../bot/understand/symptom-tagger.ts';
import { read } from './reader.ts';

describe('a device is read off the kind of thing that its name ends in', () => {
  test.each([
    ['窗口的执法记录仪无法充电，请维修', '执法记录仪'],
    ['一楼自助缴费机显示暂停服务，请派人处理', '自助缴费机'],
    ['请为窗口配发手持盘点机五台', '手持盘点机'],
    ['综合执法队申请配发执法记录仪采集站一台', '执法记录仪采集站'],
    ['监控室硬盘录像机打不开', '硬盘录像机'],
    ['主机前面板的USB口没反应', 'USB口'],
    ['饮水机旁的网口没有信号', '网口'],
  ])('%s', (text, device) => {
    expect(read(text).slots.device).toBe(device);
  });
});

describe('a section is named in full', () => {
  test.each([
    ['水库管理处的电脑蓝屏，请派人', '水库管理处'],
    ['营业部柜面终端打不开，请处理', '营业部'],
    ['请给经营计划部装一台打印机', '经营计划部'],
    ['我公司法律事务部需要恢复误删的邮件', '法律事务部'],
    ['请在周五前开通三个外网端口。审计处', '审计处'],
  ])('%s', (text, department) => {
    expect(read(text).slots.department).toBe(department);
  });

  test.each(['请把新版报销管理办法挂到内网首页', '一体化平台办件推送失败', '收发室的电脑打不开'])(
    'no section: %s',
    (text) => {
      expect(read(text).slots.department).toBeUndefined();
    },
  );
});

describe('a system is named in full, without whose it is', () => {
  test.each([
    ['干部考核系统打不开', '干部考核系统'],
    ['项目申报平台打不开', '项目申报平台'],
    ['生产管理系统打不开', '生产管理系统'],
    ['我院影像归档系统打不开', '影像归档系统'],
    ['申请开通供应链金融平台的测试环境', '供应链金融平台'],
  ])('%s', (text, system) => {
    expect(read(text).slots.system).toBe(system);
  });

  test('one kind of system is no name', () => {
    expect(read('业务系统打不开').slots.system).toBeUndefined();
  });
});

describe('a meeting is called what it says', () => {
  test.each([
    ['明天上午九点在601召开“双创”工作联席会议，15人', '“双创”工作联席会议'],
    ['下周三上午十点召开2026年度民主生活会征求意见座谈会，20人', '2026年度民主生活会征求意见座谈会'],
    ['拟于12月1日在培训室举办财务人员培训班，80人', '财务人员培训班'],
    ['12月3日下午3时召开第四季度安全生产形势分析会，45人', '第四季度安全生产形势分析会'],
  ])('%s', (text, title) => {
    expect(read(text).slots.title).toBe(title);
  });
});

describe('by when', () => {
  test.each([
    ['新员工将于下周一报到，请提前备好台式机一台', '2026-11-23'],
    ['下周二起我部开展盘点，请在此之前配发打印机五台', '2026-11-24'],
    ['烦请于今日闭馆前（17点）给打印机加纸', '2026-11-18T17:00:00+08:00'],
    ['监控画面没有图像，今天下午有群体接访，请修复', '2026-11-18'],
    ['省厅要求今天之内报送数据，系统打不开', '2026-11-18'],
    ['录音检索不到，监管部门本周要调阅，请核查', '2026-11-22'],
  ])('%s', (text, deadline) => {
    expect(read(text).slots.deadline).toBe(deadline);
  });

  test.each(['VPN账号已过期，请续期至明年6月底', '3号主变后台机黑屏，请派人', '电脑每天中午都会自动关机'])(
    'none: %s',
    (text) => {
      expect(read(text).slots.deadline).toBeUndefined();
    },
  );
});

describe('where a symptom begins and ends', () => {
  const weights = {
    rowOf: null,
    // Bucket 0 speaks for the beginning, bucket 1 for going on.
    rows: Float32Array.from([0, 2, 0, 0, 0, 2]),
    moves: new Float32Array(9),
  };
  const buckets = (...each: number[][]): Uint32Array[] => each.map((one) => Uint32Array.from(one));

  test('the best sequence of tags is taken', () => {
    const tags = bestTags(buckets([], [0], [1], [1], []), weights);
    expect([...tags.slice(1, 4)]).toEqual([BEGINS, GOES_ON, GOES_ON]);
    expect(firstSpan(tags)).toEqual({ from: 1, to: 4 });
  });

  test('a span does not go on before it has begun', () => {
    expect(bestTags(buckets([1], []), weights)[0]).not.toBe(GOES_ON);
  });

  test('nothing is found where nothing speaks for it', () => {
    expect(firstSpan(Uint8Array.from([OUTSIDE, OUTSIDE]))).toBeNull();
    expect(bestTags([], weights)).toHaveLength(0);
  });

  test.each([['收费处的打印机打印出的票据错位，请协查', '打印出的票据错位']])('%s', (text, symptom) => {
    expect(read(text).slots.symptom).toBe(symptom);
  });
});
