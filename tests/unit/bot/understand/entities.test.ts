import { describe, expect, test } from 'vitest';
import type { SlotName } from '../../../../bot/types.ts';
import { read } from './reader.ts';

describe('a room and a telephone side by side', () => {
  const place = (text: string, room: string) => ({ location: { text, room } });
  const cases: [string, object][] = [
    ['键盘坏了 三楼302 8302', { ...place('三楼302', '302'), phone: '8302' }],
    ['键盘坏了 三楼302 电话8302', { ...place('三楼302', '302'), phone: '8302' }],
    ['一号楼208 分机8208', { ...place('一号楼208', '208'), phone: '8208' }],
    ['三楼310 8310', { ...place('三楼310', '310'), phone: '8310' }],
    ['三楼三零八分机八三零八', { ...place('三楼三零八', '308'), phone: '8308' }],
    ['不急，鼠标坏了，五楼507，8507', { ...place('五楼507', '507'), phone: '8507' }],
    ['给新同事张三开个邮箱，财务科，8233', { department: '财务科', phone: '8233', person: '张三' }],
    ['电脑黑屏，打13812345678', { phone: '13812345678' }],
    ['电脑黑屏，电话 6800 0001', { phone: '68000001' }],
  ];
  test.each(cases)('%s', (text, slots) => {
    expect(read(text, { flow: 'report_fault' }).mentions).toMatchObject(slots);
  });

  test('a number that cannot be a room is a telephone, a ticket never one', () => {
    expect(read('电脑坏了，8233').slots).toMatchObject({ phone: '8233' });
    expect(read('电脑坏了，8233').slots.location).toBeUndefined();
    expect(read('T20261118-0221 换键盘').slots.phone).toBeUndefined();
    expect(read('打印机报错，代码8014').slots.phone).toBeUndefined();
  });

  test('a place is no answer to «what is your number», but it is kept', () => {
    const asked = { flow: 'report_fault', slot: 'phone' as SlotName };
    for (const text of ['1号楼701', '三楼302', '综合楼301', 'room 210']) {
      const { intent, slots } = read(text, asked);
      expect(intent).toBe('report_fault');
      expect(slots.phone).toBeUndefined();
      expect(slots.location?.text).toBe(text);
    }
    expect(read('型号是惠普1020', asked).slots.phone).toBeUndefined();
    expect(read('8888', asked).slots.phone).toBe('8888');
  });
});

describe('a symptom', () => {
  test.each([
    ['键盘坏了，三楼302，电话8302', '坏'],
    ['4楼402的电话不通', '不通'],
    ['电话没声音', '没声音'],
    ['打印机打不了', '打不了'],
    ['扫描仪扫不了 三楼302', '扫不了'],
    ['不着急，鼠标有点不灵', '不灵'],
    ['电脑等了一个小时也不动', '不动'],
    ['我的打印机不进纸，资产号ZC-2023-0456', '不进纸'],
  ])('of «%s» is %s', (text, symptom) => {
    expect(read(text).slots.symptom).toBe(symptom);
  });
});

describe('places', () => {
  test.each([
    ['明天下午四点到五点501开会', { text: '501', room: '501' }],
    ['明天下午三点201开碰头会10人', { text: '201', room: '201' }],
    ['刘局长办公室的网断了', { text: '刘局长办公室', room: '刘局长办公室' }],
    ['the printer on the third floor, room 305 is jammed', { floor: '3', room: '305' }],
    ['一楼大厅前台的电脑坏了', { text: '一楼大厅前台', floor: '1' }],
    ['不对 是五楼 5楼512', { floor: '5', room: '512' }],
    ['原来在三楼301，我现在在五楼511，打印机坏了', { text: '五楼511', room: '511' }],
  ])('%s', (text, location) => {
    expect(read(text).slots.location).toMatchObject(location);
  });

  test('a room that is meant to be a room is no section', () => {
    for (const text of ['五楼新办公室没有网口', '212办公室电脑蓝屏', '我换办公室了，要迁分机'])
      expect(read(text).slots.department).toBeUndefined();
  });
});

describe('people', () => {
  test.each([
    ['帮我同事刘强报一下，他的电脑上不了网', '刘强'],
    ['我们李科长的键盘坏了', '李科长'],
    ['打印机坏了，找财务科王丽', '王丽'],
    ['打印机坏了，三楼302，找小王', '小王'],
  ])('in «%s»: %s', (text, person) => {
    expect(read(text).slots.person).toBe(person);
  });
});

describe('how many come', () => {
  const asked = { flow: 'book_meeting', slot: 'attendees' as SlotName };
  test.each([
    ['大概七八个', 8],
    ['十七八个人', 18],
    ['二三十人', 30],
    ['大概两百号人', 200],
    ['人数:12', 12],
    ['二十来个', 20],
  ])('«%s» is %d: the most that it can be', (text, attendees) => {
    expect(read(text, asked).slots.attendees).toBe(attendees);
  });
  test('«十几个» is no number', () => {
    expect(read('十几个', asked).slots.attendees).toBeUndefined();
    expect(read('明天上午九点开会，十几个人').slots.attendees).toBeUndefined();
  });
});

describe('what a meeting is called', () => {
  test.each([
    ['局党组扩大会议明天上午九点在501', '局党组扩大会议'],
    ['订明天下午两点501开会，主题:安全生产', '安全生产'],
    ['我们要办招聘会，订下周二上午的会议室', '招聘会'],
  ])('«%s»: %s', (text, title) => {
    expect(read(text, { flow: 'book_meeting', slot: 'start' }).slots.title).toBe(title);
  });
  test('a bare meeting has no name', () => {
    expect(read('明天下午四点到五点501开会').slots.title).toBeUndefined();
  });
});

test('a thing that it is not is left out where another is named', () => {
  expect(read('不是打印机的问题，是我电脑坏了').slots.device).toBe('电脑');
});
