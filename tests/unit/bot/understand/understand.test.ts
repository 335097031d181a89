import { describe, expect, test } from 'vitest';
import { read, understandingFor } from './reader.ts';

describe('one message', () => {
  test('a fault with its place, thing, symptom, deadline and urgency', () => {
    expect(read('三楼302打印机卡纸了，下午两点前要用，急')).toMatchObject({
      intent: 'report_fault',
      category: 'printing',
      urgency: 'high',
      slots: {
        device: '打印机',
        symptom: '卡纸',
        location: { text: '三楼302', floor: '3', room: '302' },
        deadline: '2026-11-18T14:00:00+08:00',
      },
    });
  });

  test('a fault in English gives the same record', () => {
    const { intent, category, urgency, slots } = read(
      'the printer in room 302 on the 3rd floor is jammed, need it by 2pm',
    );
    expect({ intent, category, urgency }).toEqual({
      intent: 'report_fault',
      category: 'printing',
      urgency: 'high',
    });
    expect(slots).toMatchObject({
      device: 'printer',
      location: { text: 'room 302 on the 3rd floor', floor: '3', room: '302' },
      deadline: '2026-11-18T14:00:00+08:00',
    });
  });

  test('a meeting with its hour, people and equipment', () => {
    expect(read('明天下午三点二楼会议室开视频会，20 人，要话筒')).toMatchObject({
      intent: 'book_meeting',
      slots: {
        start: '2026-11-19T15:00:00+08:00',
        location: { text: '二楼会议室', floor: '2' },
        attendees: 20,
        equipment: ['video_conference', 'microphone'],
      },
    });
  });

  test('a meeting that is moved by a length', () => {
    expect(read('把今天下午三点的会往后推一个小时').slots.start).toBe('2026-11-18T16:00:00+08:00');
  });

  test('an hour belongs to the day named before it', () => {
    expect(read('订明天306会议室，开会用，九点到十点').slots).toMatchObject({
      start: '2026-11-19T09:00:00+08:00',
      end: '2026-11-19T10:00:00+08:00',
    });
  });

  test('category and urgency stand on requests alone', () => {
    const { category, urgency } = read('WPS怎么从第三页开始编页码');
    expect({ category, urgency }).toEqual({ category: undefined, urgency: undefined });
  });

  test('a slot that the message does not give is left out', () => {
    expect(Object.keys(read('电脑蓝屏了').slots).sort()).toEqual(['device', 'symptom']);
  });

  test('the same message gives the same record', () => {
    expect(read('OA打不开，急')).toEqual(read('OA打不开，急'));
  });

  test('an empty message and one of 20,000 characters are read too', () => {
    expect(read(' ').intent).toBe('out_of_scope');
    const long = '网络断了。'.repeat(4000);
    expect(read(long).text).toBe(long);
  });
});

describe('hurried writing', () => {
  test('spans are the person’s own spelling', () => {
    expect(read('３樓３０２嘅打印機卡紙').slots).toMatchObject({
      device: '打印機',
      symptom: '卡紙',
      location: { text: '３樓３０２', floor: '3', room: '302' },
    });
  });

  test('misheard words are understood and quoted as written', () => {
    const { intent, category, slots } = read('打印鸡没反映');
    expect({ intent, category }).toEqual({ intent: 'report_fault', category: 'printing' });
    expect(slots).toMatchObject({ device: '打印鸡', symptom: '没反映' });
  });
});

describe('places, numbers and names', () => {
  const cases: [string, object][] = [
    ['负一楼弱电间的交换机不亮', { location: { text: '负一楼弱电间', floor: 'B1', room: '弱电间' } }],
    ['B座5层打印机坏了', { location: { text: 'B座5层', building: 'B座', floor: '5' } }],
    ['财务部1503上不了网', { department: '财务部', location: { text: '财务部1503', room: '1503' } }],
    ['请把601的电脑搬到608', { location: { text: '601', room: '601' } }],
    ['座机没声音，电话八零一二', { phone: '8012' }],
    ['电脑黑屏，联系138 1234 5678', { phone: '13812345678' }],
    ['电脑黑屏，资产编号ZC-2023-0456', { asset: 'ZC-2023-0456' }],
    ['HP M428打印模糊', { model: 'HP M428' }],
    ['请给王处长的电脑装WPS', { person: '王处长', system: 'WPS' }],
    ['领三个鼠标', { quantity: 3, device: '鼠标' }],
  ];
  test.each(cases)('%s', (text, slots) => {
    expect(read(text).slots).toMatchObject(slots);
  });

  test('what merely looks like a room or a telephone is none', () => {
    expect(read('OA打不开，报错404').slots.location).toBeUndefined();
    expect(read('Excel2016打不开').slots.location).toBeUndefined();
    expect(read('IP地址10.12.8.66冲突了').slots.phone).toBeUndefined();
  });
});

describe('urgency', () => {
  test.each([
    ['人事科整个科室上不了网', 'critical'],
    ['电脑中了勒索病毒，文件全被加密', 'critical'],
    ['局长的电脑开不了机', 'high'],
    ['张科长的电脑开不了机', 'normal'],
    ['电脑开不了机，没法办公', 'high'],
    ['鼠标坏了，不急，有空再来', 'low'],
    ['鼠标坏了', 'normal'],
    ['投影没信号，十点要开会', 'high'],
    ['机房冒烟了', 'critical'],
    ['机房漏水了', 'critical'],
    ['大厅断网', 'critical'],
    ['大厅没网了', 'critical'],
    ['整层楼断网', 'critical'],
    ['复印机加点纸，A3的也顺便放点', 'normal'],
    ['座机按键不灵，我现在用手机顶着，不着急', 'low'],
    ['鼠标坏了，什么时候换都行', 'low'],
  ])('%s is %s', (text, urgency) => {
    expect(read(text).urgency).toBe(urgency);
  });
});

describe('two requests', () => {
  test('each is read by itself, in order', () => {
    const record = read('508的打印机卡纸了，另外请帮我装个WPS');
    expect(record).toMatchObject({
      intent: 'report_fault',
      category: 'printing',
      slots: { device: '打印机' },
    });
    expect(record.also).toMatchObject([
      { intent: 'request_service', category: 'software', slots: { system: 'WPS' } },
    ]);
    expect(record.text).toBe('508的打印机卡纸了，另外请帮我装个WPS');
  });

  test.each([
    '打印机卡纸，另外还有异响，请一并检查',
    '打印机坏了，另外我的电话是8123',
    '明天上午九点开会，二十人，另外再摆10个桌签',
    '网络断了，导致OA和邮箱都打不开',
    '请安装WPS和Chrome',
  ])('one stays one: %s', (text) => {
    expect(read(text).also).toBeUndefined();
  });
});

describe('a desk’s own words', () => {
  const understand = understandingFor({
    systems: [{ name: '海燕平台', aliases: ['海燕'], category: 'business' }],
    rooms: [{ name: '望江厅', floor: '9' }],
    departments: ['水情科'],
    buildings: ['观澜楼'],
  });
  test('are understood at once', () => {
    const record = understand('水情科说海燕平台打不开，人在观澜楼9楼望江厅', {
      now: Date.parse('2026-11-18T09:00:00+08:00'),
    });
    expect(record).toMatchObject({
      intent: 'report_fault',
      category: 'business',
      slots: {
        system: '海燕平台',
        department: '水情科',
        location: { text: '观澜楼9楼望江厅', building: '观澜楼', floor: '9', room: '望江厅' },
      },
    });
  });
});
