/** Messages that nobody writes, or only somebody who means harm: random text, shuffled words of the trade, long repetitions. */
import fc from 'fast-check';

const PIECES = [
  '三楼302',
  '打印機',
  '卡纸',
  '明天下午三点',
  '，',
  '。',
  '另外',
  '还有',
  'OA',
  '打不开',
  '8012',
  '\n',
  '急',
  '🖨️',
  '２０',
  '「会」',
  'B座',
  'the printer',
  ' ',
  '不是',
  '会议室',
  '周五',
  '張三',
  '\u200b',
  '①',
];
/** What patterns that backtrack would stumble over, said again and again. */
const REPEATED = [
  '1',
  '一',
  '的',
  ' ',
  '，',
  'a ',
  '1-',
  '三楼',
  '会',
  '没有',
  '不了',
  '周五下午三点到',
  '电脑坏了，打印机',
  '提示"',
  '联系电话',
  'not ',
  '资产编号',
  '王',
  '帮我给',
  '\ud83d',
  '另外',
];

const shuffled = fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }).map((parts) => parts.join(''));
const repeated = fc
  .tuple(fc.constantFrom(...REPEATED), fc.integer({ min: 2, max: 400 }), fc.constantFrom(...PIECES, ''))
  .map(([piece, times, tail]) => piece.repeat(times) + tail);

export const strangeMessages = fc.oneof(fc.string({ unit: 'binary', maxLength: 80 }), shuffled);
export const adversarialMessages = fc.oneof(
  { weight: 4, arbitrary: strangeMessages },
  { weight: 1, arbitrary: repeated },
);
