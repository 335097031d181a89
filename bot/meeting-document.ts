/** What a person says to get something printed for a meeting: «打一份桌签», «把签到表发我», «桌签名单：张三、李四». */
import { z } from 'zod';
import { namesIn } from './name-list.ts';

export const MeetingDocument = z.enum(['name_cards', 'sign_in_sheet', 'door_sign']);
export type MeetingDocument = z.infer<typeof MeetingDocument>;

export interface DocumentRequest {
  document: MeetingDocument;
  /** For name cards, where they were said. */
  names: string[];
}

const KINDS: readonly [MeetingDocument, string][] = [
  ['name_cards', '桌签|席卡|座签|姓名牌|name ?cards?'],
  ['sign_in_sheet', '签到表|签到单|签到册|sign[- ]?in sheets?'],
  ['door_sign', '门牌|门口的?牌子|会议指示牌|door signs?'],
];
const GIVE =
  /打[印出一]|打(?:个|下|几)|印|出(?:一|个|份)|做(?:一|个|份|好|出)|生成|导出|发(?:给)?我|发(?:一下|过来|来)|给我|要一?份|来一?份|下载|模板|\b(?:print|send|make|give|get|need)\b/i;
/** More of them for a meeting that is booked, and what a booking wants, are other matters. */
const COUNTS =
  /(?:[2-9]|\d{2,}) ?[个块张]|[二两三四五六七八九十]+[个块张]|[加增减]|多|少|不要|需要|开会|订|预约|\b(?:add|more|book)\b/i;
/** What is wrong with one, or how one is made, is another matter too. */
const TROUBLE = /打不|坏|卡[^片]|不能|无法|没法|不了|出错|报错|乱码|丢|怎么|如何|哪里|在哪|打印机/;
const LIST = '(?:的)?(?:名单|名字|人员|内容|上?(?:写|印|打))?(?:如下|是|有|写|印|改成|改为)?[:：\\n]';
const MOST_SAID = 40;

/** Null where the words are about anything else. */
export function readDocumentRequest(text: string): DocumentRequest | null {
  const said = text.normalize('NFKC').trim();
  if (TROUBLE.test(said.slice(0, MOST_SAID))) return null;
  for (const [document, words] of KINDS) {
    const list =
      document === 'name_cards'
        ? new RegExp(`^.{0,30}?(?:${words})${LIST}([\\s\\S]+)$`, 'i').exec(said)?.[1]
        : undefined;
    if (list !== undefined) return { document, names: namesIn(list) };
    const isNamed = new RegExp(words, 'i').test(said);
    if (isNamed && said.length <= MOST_SAID && GIVE.test(said) && !COUNTS.test(said))
      return { document, names: [] };
  }
  return null;
}
