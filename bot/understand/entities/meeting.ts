/** What a meeting needs: things, the layout of its room, and what it is called. */
import type { Equipment, Layout } from '../../types.ts';
import { Gazetteer } from '../gazetteer.ts';
import { equipment as equipmentWords, layouts as layoutWords } from '../lexicon/words.ts';
import type { Found } from './numbered.ts';

const equipment = new Gazetteer<Equipment>(equipmentWords);
const layouts = new Gazetteer<Layout>(layoutWords);

/** Things asked for, each once, in the order named. «不要话筒» asks for none. */
export function findEquipment(text: string): Equipment[] {
  const found: Equipment[] = [];
  for (const { from, to, value } of equipment.find(text)) {
    if (
      /(?:不要|不用|不需要|不使|不必|无需|没有|取消|去掉|撤掉|without|no )\s*(?:那个|这个)?$/.test(
        text.slice(Math.max(0, from - 8), from),
      )
    )
      continue;
    if (/^(?:不要|不用|取消|去掉|撤掉)/.test(text.slice(to, to + 3).replace(/^(?:就|也|都)/, ''))) continue;
    if (!found.includes(value)) found.push(value);
  }
  return found;
}

/** Whether a thing is named, wanted or not: «桌签不用了». */
export function namesEquipment(text: string): boolean {
  return equipment.find(text).length > 0;
}

/** How the seats stand, where said. */
export function findLayout(text: string): Layout | null {
  const written = text.replace(/(?<=[a-z]) (?=[型形字])/g, '');
  const found = layouts
    .find(written)
    .filter(({ to }) => !written.startsWith('会议室', to) && !written.startsWith('议室', to));
  const changed = found.find(({ from }) => /(?:改|换|调整|变)(?:为|成)? ?$/.test(written.slice(0, from)));
  return (changed ?? found[0])?.value ?? null;
}

const MEETING_END =
  '(?:动员大会|动员会|工作会议|工作会|座谈会|研讨会|推进会|评审会|发布会|通气会|协调会|调度会|碰头会|汇报会|民主生活会|组织生活会|总结会|表彰会|启动会|培训会|交流会|论证会|听证会|代表大会|党员大会|职工大会|例会|年会|办公会议|办公会|党组会议|党组会|党委会议|党委会|支委会|班子会|专题会|分析会|部署会|宣讲会|述职会|评标会|开标会|说明会|见面会|茶话会|晨会|周会|月会|全会|大会|会商|(?:培训|提升|研修|研讨|进修|集训|读书|学习)班|(?:集体|专题|集中|中心组)学习|会诊|会商|培训|讲座|晚会|观摩|联谊赛|论坛|述职|答辩|面试|考试|党课|学习会|中心组学习|启动仪式|宣誓仪式|签约仪式|仪式|决赛|比赛|大赛|汇演|路演|沙龙|宣讲|答疑|研讨|座谈|评审|备课|轮训|演练|彩排|会议|会)';
/** Between two words for a meeting these begin something else: «培训会在三楼», «党组会需要». */
const LINK = '[在于的需要请有和与到将把是由让被改推取布用开召举办]|定于|会议';
const CHAINED = `[\\u4e00-\\u9fff0-9a-z“"《》()]{0,18}?${MEETING_END}(?:(?:(?!${LINK})[\\u4e00-\\u9fff]){0,8}${MEETING_END}(?![议场员计展]))?(?:(?<=会)议(?!室))?`;
const TITLE = new RegExp(CHAINED, 'g');
const NAMED = /(?:主题|议题|会议名称|会议名|名称|题目)\s*(?:是|为|叫|定为|:)\s*([^,，。;；\s"《》]{2,24})/;
const QUOTED = /[《"]([^《》"]{2,30})[》"]/;
/** «“双创”工作联席会议»: what is quoted begins the name. */
const QUOTED_REST = new RegExp(
  `(?:(?![在于的需要请])[\\u4e00-\\u9fff]){0,10}?${MEETING_END}(?:(?<=会)议(?!室))?`,
  'y',
);
const BARE =
  /^(?:个|一个|场|次|的|大|小|短|视频|电话|线上|线下|远程|现场|内部|部门|这个|那个|我的|我们的|今天的|明天的|网络|在线|紧急|临时|重要|下午的|上午的|刚才|刚才那个|那场|这次|上次|领导|有|要|开|召开|举行|我们|我|订|定|预定|预订|原来|原定|室|钉钉|腾讯|飞书|zoom|全天|正式|多方|三方|参|不|唔|入|与|散|到|不用)*(?:会议|会|大会|培训|会商|面试|考试|讲座)$/;
const LEAD =
  /^.*(?:召开|举行|举办|组织|参加|是|开一?个|开一?场|开一?次|要开的?|事由|主题为|内容为|为期|开(?=[\u4e00-\u9fff]{2})|有个|有一个|有场|要办|办个|办一?场|搞个|搞一?场|搞(?=[\u4e00-\u9fff]{2})|用于|安排|预定|预订|订一?个|订|定个|的(?!会)|点半?|提交|申请|上次|那次|同(?!志|学|事|步|城|心|业)|跟|和(?=[\u4e00-\u9fff]{1,4}开)|上午|下午|晚上|早上|明天|后天|今天|号|室|厅|楼|(?<=[\d十百几多])人|(?<=[\d一两二三])间|周[一二三四五六日]|为|取消|推迟|提前|那个|这个|那场|把|将|给|在|到|个(?!案|人|税|体)|要(?!素|情)|做|上(?!市|海|级|半年|门|山)|正式|题目换成|保障|布置|原定)/;

/** What the meeting is («党组会», «半年工作会»); a bare «会» or «视频会» is no title. `busy` are spans taken by times and places. */
export function findTitle(text: string, busy: readonly { from: number; to: number }[]): Found | null {
  const quoted = QUOTED.exec(text);
  if (quoted?.[1] && !/http/.test(quoted[1])) {
    const end = quoted.index + quoted[0].length;
    QUOTED_REST.lastIndex = end;
    const rest = QUOTED_REST.exec(text)?.[0] ?? '';
    const from = rest === '' ? quoted.index + 1 : quoted.index;
    const to = rest === '' ? end - 1 : end + rest.length;
    return { from, to, value: text.slice(from, to) };
  }
  const named = NAMED.exec(text);
  if (named?.[1]) {
    const from = named.index + named[0].length - named[1].length;
    return { from, to: from + named[1].length, value: named[1] };
  }
  const blanked = blank(text, busy);
  for (const match of blanked.matchAll(TITLE)) {
    const whole = match[0];
    if (
      /^(?:室|场|议室|后|前|期间|展|计|员|不|用|标|场景|让|把|有)/.test(
        blanked.slice(match.index + whole.length, match.index + whole.length + 2),
      ) &&
      whole.endsWith('会')
    )
      continue;
    const title = whole.replace(LEAD, '');
    if (title.length < 2 || BARE.test(title) || BARE.test(whole)) continue;
    const to = match.index + whole.length;
    const from = to - title.length - (PERIOD.exec(text.slice(0, to - title.length))?.[0].length ?? 0);
    return { from, to, value: text.slice(from, to) };
  }
  return englishTitle(text);
}

/** «2026年度…座谈会», «第四季度…分析会»: the period that a meeting is about is part of its name, though it is a time. */
const PERIOD =
  /(?:(?:\d{4}|[二〇零一三四五六七八九十]{4})年(?:度|第?[一二三四]季度)?|第?[一二三四]季度|[上下]半年|半年度?|全年|年度|年终|[春夏秋冬]季|国庆|元旦|春节|新春|迎新|中秋|端午|清明|五一|七一|八一)$/;

function blank(text: string, spans: readonly { from: number; to: number }[]): string {
  let result = text;
  for (const { from, to } of spans)
    result = `${result.slice(0, from)}${' '.repeat(to - from)}${result.slice(to)}`;
  return result;
}

const ENGLISH_TITLE =
  /(?:for (?:the |our |a |an )?|the |our |a |an )((?:[a-z0-9-]+ ){1,4}(?:meeting|review|workshop|training|briefing|seminar|conference|session|kick-?off|standup|interview))/;
const ENGLISH_BARE =
  /^(?:(?:video|online|team|quick|short|small|big|next|another|our|the|a|my|this|that|conference|room|for|book|new|hold|have|meeting|monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|today|to|change|\d{1,2}[ap]m|morning|afternoon|is|be|now|off) )*(?:meeting|session|conference|training|interview)$/;

function englishTitle(text: string): Found | null {
  const match = ENGLISH_TITLE.exec(text);
  if (!match?.[1] || ENGLISH_BARE.test(match[1])) return null;
  const title = match[1].replace(/^(?:.* )?(?:for|book|the|a|an|our|change|cancel|move) /, '');
  if (ENGLISH_BARE.test(title) || !title.includes(' ')) return null;
  const from = match.index + match[0].length - title.length;
  return { from, to: from + title.length, value: title };
}
