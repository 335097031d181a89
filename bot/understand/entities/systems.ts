/**
 * Systems that no list names: what ends in 系统, 平台, 模块 or the like carries its name before it («就业实名制系统»), and a
 * Latin word that is installed, opened or logged in to is one («装个SPSS»).
 */
import type { Mention } from '../gazetteer.ts';

const KIND = /系统|平台|模块|门户(?!网)|小程序/g;
const LONGEST_NAME = 10;
/** A name does not reach over these. */
const BORDER =
  /[^\u4e00-\u9fffa-z0-9+]|[的在了个我你他它们和与跟及点把被给从到去来对有是说让叫请帮装看连上下里那这哪各每全整两些只能都也还就又再没要想为由是将于着过吗吧呢啊哦嘛咋怎报修查搞弄找加改换访问前后其]/;
/** Characters of the border that are part of a word of a name: «申报», «信访», «就餐». */
const IN_NAME =
  /申报|填报|直报|上报|预报|报销|报名|报账|报送|报告|报表|交换|网上|线上|掌上|前置|售后|后勤|信访|访客|来访|来文|改革|整改|技改|房改|对账|对外|加班|加密|督查|巡查|核查|调查|检查|审查|普查|排查|查询|安全|调整|签到|国有|有线|点名|点餐|网点|站点|行为|检修|维修|修缮|申请|请假|请示|请销假|装备|服装|机要|要素|要情|个人|个税|就业|就餐|就诊|供给|内控|内网|外来|全科|全息/;
/** What only stands before a name: whose it is, which of many, how new. */
const BEFORE_NAME =
  '省厅|市局|区局|县局|省局|部里|总部|上级|全省|全市|全县|省|市|整个|单位|公司|相关|国产|新|老|旧|本|主|子|某|其他|别的|另|原|多个|所有|现有|外部|内部|第三方|大|小|什么|测试|国产化|服务器|的';
/** The kinds of system there are: one of them makes no name («业务系统»), two do («生产管理系统»). */
const KIND_OF =
  '操作|电脑|计算机|办公|业务|信息|软件|管理|后台|前台|应用|网络|控制|服务|核心|生产|视频|数据|电子|线上|网上|网页|手机|空调|消防|供电|监控|音响|会议|音视频|功能|教育|卫生|公安|考务|技术|云|一体|安全|微信|桌面|移动';
const NO_NAME = new RegExp(`^(?:${BEFORE_NAME})*(?:${KIND_OF})?$`);
const GENERIC_END = /(?:操作|办公|业务)系统$/;

/** Names read off what stands before such a word; those that the lexicon knows are left to it. */
export function findComposedSystems<T>(
  text: string,
  known: readonly Mention<T>[],
  stops: readonly { from: number; to: number }[],
  value: T,
): Mention<T>[] {
  const found: Mention<T>[] = [];
  for (const { index, 0: kind } of text.matchAll(KIND)) {
    const to = index + kind.length;
    const inside = known.find((mention) => mention.from < to && to <= mention.to);
    if (inside) {
      const whole = inside.to === to ? withPrefix(text, inside, stops) : null;
      if (whole) found.push(whole);
      continue;
    }
    const from = beginningOf(text, index, stops);
    const behind = known.findLast((mention) => mention.to <= index && mention.to >= from);
    if (behind) {
      if (behind.to === index && !/^[a-z0-9 ]+$/.test(behind.word))
        found.push({ ...behind, to, word: text.slice(behind.from, to) });
      continue;
    }
    const name = text.slice(from, index);
    if (name.length < 2 || NO_NAME.test(name) || GENERIC_END.test(text.slice(from, to))) continue;
    found.push({ from, to, word: text.slice(from, to), value });
  }
  return found;
}

/** What is done with a system, and its denial, do not begin its name; «登记系统», «用车系统» and «不动产…» are names. */
const LEAD =
  /^.*(?:开通|接通|办理|导出|导入|完成|部署|切换|启用|停用|更新|关闭|协助|申请|提供|迁移|进行|恢复|调整|取消|撤销|反映|关于|登[录陆]|登(?!记)|进入|进[去到]|打开|使用|不(?!动产|良)|用(?!车|户|电|水|能|章|印|地|工)|(?<!公)开(?!票|标|户|放|评|发))/;

/** «我院影像归档系统», «全市医保结算系统», «新计费系统»: whose it is, how new it is. */
const OWNER =
  /^.?((?<=我)(?:单位|公司|中心|[院局处部行市科司委厅所校])|(?<=[全各])[院局市省县区行校]|(?<!更|创|高)[新旧老](?!闻|生|农|华|能|媒|冠|业|型))/;

/** «干部考核系统» where «考核系统» is known: the whole name, where it begins at a border. */
function withPrefix<T>(
  text: string,
  mention: Mention<T>,
  stops: readonly { from: number; to: number }[],
): Mention<T> | null {
  if (!/^[\u4e00-\u9fff]/.test(mention.word)) return null;
  const from = beginningOf(text, mention.from, stops);
  const prefix = text.slice(from, mention.from);
  if (!/^[\u4e00-\u9fff]{2,4}$/.test(prefix) || NO_NAME.test(prefix)) return null;
  return { ...mention, from, word: text.slice(from, mention.to) };
}

const isBorder = (text: string, at: number): boolean =>
  BORDER.test(text.charAt(at)) && !IN_NAME.test(text.slice(Math.max(0, at - 1), at + 2));

function beginningOf(text: string, end: number, stops: readonly { from: number; to: number }[]): number {
  const nearest = stops.reduce((last, span) => (span.to <= end && span.to > last ? span.to : last), 0);
  let from = end;
  while (from > nearest && end - from < LONGEST_NAME && !isBorder(text, from - 1)) from -= 1;
  from += LEAD.exec(text.slice(from, end))?.[0].length ?? 0;
  return from + (OWNER.exec(text.slice(Math.max(0, from - 1), end))?.[1]?.length ?? 0);
}

const ENGLISH =
  /(?<![a-z])((?!(?:the|our|my|your|this|that|a|an|whole|entire|new|old|operating|file|email|mail|sound|audio|meeting|conference|video|phone|computer|in|on|of|to|into|for|from|and|with|is|company|internal|office|desktop|web|it|same|other|another|any|login|core) )[a-z][a-z0-9-]+(?: [a-z][a-z0-9-]+)?) (?:system|portal|module|platform)(?![a-z])/g;
const STARTS_WITH_LINK = /^(?:the|our|my|your|in|on|of|to|into|for|from|and|with|a) /;

export function findEnglishSystems<T>(text: string, value: T): Mention<T>[] {
  return Array.from(text.matchAll(ENGLISH), (match) => {
    const link = STARTS_WITH_LINK.exec(match[0])?.[0].length ?? 0;
    const from = match.index + link;
    return { from, to: match.index + match[0].length, word: match[0].slice(link), value };
  });
}

const USED =
  /(?:装[个下上一]{0,2}|安装|卸载|卸掉|打开|登录|登|进|激活|升级|开通|锁在|sign in to|log ?(?:in|on) ?to|logged out of|locked out of|install|into) ?([a-z][a-z0-9+-]{2,15})(?![a-z0-9])/g;
/** Latin words that are things, formats, protocols or plain English. */
const NO_PRODUCT =
  /^(?:the|our|my|your|his|her|this|that|new|old|all|any|usb|hdmi|vga|led|ups|cpu|ssd|ram|nas|dns|vlan|wifi|wi-fi|wlan|lan|ip|app|pdf|ofd|docx?|xlsx?|pptx?|txt|zip|jpg|png|mp4|http|https|www|win\d*|typec|type-c|pos|cad|printer|computer|laptop|email|mail|mailbox|account|network|internet|internal|system|portal|server|room|software|driver|drivers|updates?|it|and|with|windows|pc|monitor|keyboard|mouse|phone|guest|visitor|ukey|ca|kvm|vpn|more|some|another|screen|scanner|projector|camera|website|web)$/;

/** Latin names that are used like a program's, without a lexicon's help. */
export function findUsedProducts<T>(text: string, value: T): Mention<T>[] {
  return Array.from(text.matchAll(USED)).flatMap((match) => {
    const name = match[1] ?? '';
    if (NO_PRODUCT.test(name)) return [];
    const to = match.index + match[0].length;
    return [{ from: to - name.length, to, word: name, value }];
  });
}
