/** Names that no list holds are read by what stands around them. */
import { describe, expect, test } from 'vitest';
import { read } from './reader.ts';

describe('a system that nobody listed', () => {
  test.each([
    ['不动产登记系统提交不了', '不动产登记系统'],
    ['用不了开票系统', '开票系统'],
    ['登录渔船监管平台时一直转圈', '渔船监管平台'],
    ['the payroll portal keeps timing out', 'payroll portal'],
    ['请给我装个Blender', 'Blender'],
  ])('«%s»: %s', (text, system) => {
    expect(read(text).slots.system).toBe(system);
  });

  test.each(['这个系统打不开了', '电脑系统太慢了', '我们单位的办公系统登不上', 'my new system is slow'])(
    'what kind of thing it is, is no name: «%s»',
    (text) => {
      expect(read(text).slots.system).toBeUndefined();
    },
  );

  test('a format is no program', () => {
    expect(read('pdf打不开').slots.system).toBeUndefined();
  });
});

describe('a place', () => {
  test.each([
    ['请为 906 办公室开通外网', { text: '906 办公室', room: '906' }],
    ['三楼阅卷室没网了', { text: '三楼阅卷室', floor: '3', room: '阅卷室' }],
    ['图书馆三楼的打印机卡纸', { building: '图书馆', floor: '3' }],
    ['旧楼 4 楼 407 的电话不通', { text: '旧楼 4 楼 407', building: '旧楼', floor: '4', room: '407' }],
    ['会议室 305 的电视黑屏', { text: '会议室 305', room: '305' }],
    ['订乙会议室，明天上午九点开会', { room: '乙会议室' }],
  ])('«%s»', (text, location) => {
    expect(read(text).slots.location).toMatchObject(location);
  });

  test('a meeting room that could be any is none', () => {
    expect(read('会议室话筒没声音').slots.location).toBeUndefined();
  });
});

describe('a section or a person', () => {
  test.each([
    ['我是疾控科的，打印机不出纸', { department: '疾控科' }],
    ['畜牧站反映电脑上不了网', { department: '畜牧站' }],
    ['请给副科长郭文斌配一台笔记本', { person: '郭文斌' }],
    ['我处沈佳怡的电脑蓝屏了', { person: '沈佳怡' }],
    ['何静反映打印机不出纸', { person: '何静' }],
    ['孙志刚同志的邮箱收不到邮件', { person: '孙志刚' }],
  ])('«%s»', (text, slots) => {
    expect(read(text).slots).toMatchObject(slots);
  });

  test('a hall is a place, no section', () => {
    const { department, location } = read('一楼服务大厅的打印机坏了').slots;
    expect(department).toBeUndefined();
    expect(location).toMatchObject({ text: '一楼服务大厅', floor: '1' });
  });
});

describe('what is wrong, where no known words say it', () => {
  test.each([
    ['网站上的咨询电话印反了', '印反了'],
    ['胸牌的标签贴反了', '贴反'],
    ['主机哐哐哐响', '哐哐哐响'],
    ['复印件右边少了一截', '少了一截'],
  ])('«%s»', (text, symptom) => {
    expect(read(text).slots.symptom).toContain(symptom.replace(/了$/, ''));
  });

  test('an answer tells of none', () => {
    for (const text of ['八零一二', '在三楼会议室旁边', '他的电话是8033']) {
      const { slots, mentions } = read(text, { flow: 'report-fault', slot: 'phone' });
      expect([slots.symptom, mentions?.symptom]).toEqual([undefined, undefined]);
    }
  });
});

describe('the border between categories', () => {
  test.each([
    ['VPN的账号被锁了', 'account'],
    ['邮箱密码忘了', 'account'],
    ['wifi密码不对连不上', 'network'],
    ['请装一下扫描仪驱动', 'software'],
    ['官网首页被换成了赌博页面，被植入了违法内容', 'security'],
    ['U盘插上就被拦截，要开通权限', 'security'],
    ['闸机刷卡不开门', 'other'],
  ])('«%s»: %s', (text, category) => {
    expect(read(text).category).toBe(category);
  });
});

describe('how urgent', () => {
  test.each([
    ['办公大楼网络瘫痪', 'critical'],
    ['各科室都反映上不了网', 'critical'],
    ['施工把光缆挖断了，两个院区都没网', 'critical'],
    ['吴总的电脑连不上网', 'high'],
    ['王科长的电脑连不上网', 'normal'],
    ['大厅的排队机不出声', 'normal'],
    ['电话拨出后立即挂断', 'normal'],
    ['打印机打印速度明显变慢', 'normal'],
    ['电脑开不了机，请立即派人来', 'high'],
  ])('«%s»: %s', (text, urgency) => {
    expect(read(text).urgency).toBe(urgency);
  });
});

describe('two requests with little between them', () => {
  test.each([
    ['会议室电视没信号，再配根HDMI线', ['report_fault', 'request_service']],
    ['打印机坏了键盘也不行了', ['report_fault', 'report_fault']],
    ['装个WPS，顺手把旧的Office卸了，电脑风扇也响得厉害', ['request_service', 'report_fault']],
  ])('«%s»', (text, [first, last]) => {
    const { intent, also = [] } = read(text);
    expect([intent, also.at(-1)?.intent]).toEqual([first, last]);
  });

  test.each([
    '打印机缺纸报警，放了纸还是这样，请来看看',
    '三楼打印机坏了，二楼也打不了',
    'OA登不进去，密码没错',
  ])('one stays one: «%s»', (text) => {
    expect(read(text).also).toBeUndefined();
  });
});
