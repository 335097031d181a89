/** What a correction is about where it says so: «电话错了，是8013» is the phone and nothing else. */
import type { SlotName } from '../types.ts';

const NAMED: readonly [RegExp, SlotName][] = [
  [/电话|号码|分机|手机|phone|extension/i, 'phone'],
  [/地点|地址|楼层|房间|房号|位置|\b(?:place|floor)\b/i, 'location'],
  [/人数|人头|headcount|attendees/i, 'attendees'],
  [/名字|姓名|\bname\b/i, 'person'],
  [/型号|\bmodel\b/i, 'model'],
  [/资产号|编号|\basset\b/i, 'asset'],
];

export function correctedSlot(text: string): SlotName | null {
  return NAMED.find(([words]) => words.test(text))?.[1] ?? null;
}
