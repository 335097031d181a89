import { describe, expect, test } from 'vitest';
import { readDocumentRequest } from '../../../bot/meeting-document.ts';
import { namesIn } from '../../../bot/name-list.ts';

describe('something to be printed for a meeting', () => {
  test.each([
    ['打一份桌签', 'name_cards'],
    ['帮我把桌签打出来', 'name_cards'],
    ['把签到表发我', 'sign_in_sheet'],
    ['要一份签到表', 'sign_in_sheet'],
    ['M20261118-0001 的签到表给我一份', 'sign_in_sheet'],
    ['门牌打一张', 'door_sign'],
    ['please send me the sign-in sheet', 'sign_in_sheet'],
  ])('%s', (said, document) => {
    expect(readDocumentRequest(said)).toEqual({ document, names: [] });
  });

  test.each([
    '再加5个桌签',
    '桌签不要了',
    '明天下午三点302开会，要桌签、茶水',
    '桌签多打几个',
    '打印机卡纸了',
    '签到系统打不开',
    '会议要10个桌签',
  ])('%s is another matter', (said) => expect(readDocumentRequest(said)).toBeNull());

  test.each([
    ['桌签名单：张三、李四、王五', ['张三', '李四', '王五']],
    ['桌签的名单如下：\n1. 张三 局长\n2、李四\n\n3）欧阳明月', ['张三 局长', '李四', '欧阳明月']],
    ['帮我打桌签：张三，李四', ['张三', '李四']],
    ['name cards: John Smith, Jane Doe', ['John Smith', 'Jane Doe']],
  ])('%s', (said, names) => {
    expect(readDocumentRequest(said)).toEqual({ document: 'name_cards', names });
  });

  test('a list as it was pasted: blanks, tabs and numbers before names are left out, at most 500', () => {
    expect(namesIn('  张三\t处长 \r\n·李四\n')).toEqual(['张三 处长', '李四']);
    expect(namesIn(Array.from({ length: 600 }, (_, at) => `人${at}`).join('\n'))).toHaveLength(500);
    expect(namesIn('、、\n')).toEqual([]);
  });
});
