/**
 * Devices that no list names: what ends in the word of a kind of thing («执法记录仪», «自助缴费机», «柜面终端») carries what
 * it is for before it. A name begins where a name found otherwise ends, or behind a word that is part of no name.
 */
import type { Category } from '../../types.ts';
import type { Mention } from '../gazetteer.ts';

interface Span {
  from: number;
  to: number;
}

/** How such names end, longest first, and the category that trouble with them falls under where it is said by that. */
const KINDS: readonly (readonly [ending: RegExp, category: Category])[] = [
  [/(?:打印|复印|扫描|传真|速印|装订|塑封|切纸|碎纸|制证|制卡|胶装)(?:一体)?机|扫描仪|高拍仪/y, 'printing'],
  [
    /(?:录像|录播|摄像|点歌|会议|同传|导播|翻译|投票|表决)[主一]?体?机|(?:同屏|投屏|表决|编码|解码|扩音|调音|混音)器|(?:宣传|显示|投影|拼接|信息|电子|触摸|触控)屏|控制台|调音台/y,
    'conference',
  ],
  [/(?:核心|接入|汇聚|光纤|堡垒|前置|加密|负载)机|交换机|服务器|网闸|防火墙|发电机/y, 'infrastructure'],
  [
    /(?:工控|笔记|便携|平板|盘点|瘦客户)机|工作站|(?:扫描|扫码|条码)枪|读卡器|阅读器|签批屏|手写屏|后台机|数位板/y,
    'computer',
  ],
  [/无线网桥|集线器|收发器|分线器|中继器|光端机|光模块/y, 'network'],
  [/耳麦|话务台|电话机|录音盒/y, 'phone'],
  [
    /(?:自助|缴费|挂号|取号|叫号|排队|排号|发药|借阅|查询|取款|存款|售票|检票|售货|打卡|刷卡|消费|人脸|识别|验钞|点钞|清分|验证|安检|对讲|测温|取证|考勤|签到|评价|翻拍|广告|领证|报到)一?体?机|记录仪|测温仪|识别仪|检测仪|分析仪|测试仪|监测仪|指纹仪|核验仪|评价器|呼叫器|采集站|采集器|传感器|对讲器|扩音机|身份证机|电台|道闸|闸机|密集架/y,
    'other',
  ],
  [/(?:核验|录像|录音|传译|视频|采集|监控|监测|识别|安检|播放|展示|检测|导播|测试|入场)设备/y, 'other'],
  [
    /(?:柜[面台]|自助|查询|移动|手持|采集|遥测|控制|支付|缴费|刷卡|考勤|识别|核验|医嘱|收银|分诊|签批|展示|显示|办税|电报|调度|指挥|车载|智能|触摸|触控|测控|值机|叫号|取号|监护|会议|录播)终端机?(?!管[理控]|安全|准入|名称|号)/y,
    'computer',
  ],
];
const FIRST_OF_KIND =
  /[打复扫传速装塑切碎制胶高录摄点会同导翻投表编解宣显拼信电触控调核接汇光堡前加负交服网防发工笔便平盘瘦条读阅签手后数无集收分中耳话自缴挂取叫排借查存售检刷消人识验清安对测考评广领报记指呼采传身道闸密监播展柜移手遥控支医签办车智触值]/;
const LONGEST_NAME = 8;
/** A name does not reach over these. */
const BORDER =
  /[^\u4e00-\u9fffa-z0-9]|[的在了个我你他它们和与跟及点把被给从到去来对是说让叫请帮装看连这哪各每全整两些只能都也还就又再没要想为由将于着过吗吧呢啊哦嘛咋怎修搞弄找换改配调领借用购补备部台套件张把支块批份副共约需拟申]/;
/** What may stand before a name and is no part of it. */
const LEAD =
  /^(?:.*(?:安装|更换|配备|配置|增加|增设|新增|使用|检修|维修|维护|调试|完成|部署|采购|购置|申领|发放|反映|加装|配?发|一台|两台)|[\d一二三四五六七八九十几多]+号?|新|旧|老|坏|本|该|其|现|原|大|小)+/;

/** Names of devices in `text` that are not among `known`; none reaches into `others` (places, sections, times, people, systems). */
export function findComposedDevices(
  text: string,
  known: readonly Span[],
  others: readonly Span[],
): Mention<Category | null>[] {
  const found: Mention<Category | null>[] = [];
  for (let at = 0; at < text.length; at++) {
    if (!FIRST_OF_KIND.test(text.charAt(at))) continue;
    const kind = kindAt(text, at);
    if (kind === null) continue;
    // «执法记录仪采集站» is one thing: the last word says which.
    const { to, category } = kindAt(text, kind.to) ?? kind;
    if (others.some((other) => other.from < to && at < other.to)) continue;
    const covering = known.find((span) => span.from < to && at < span.to);
    if (covering && covering.from <= at && to <= covering.to) continue;
    const from = beginningOf(text, at, to, others);
    found.push({ from, to, word: text.slice(from, to), value: category });
    at = to - 1;
  }
  return found;
}

function kindAt(text: string, at: number): { to: number; category: Category } | null {
  for (const [ending, category] of KINDS) {
    ending.lastIndex = at;
    const match = ending.exec(text);
    if (match) return { to: at + match[0].length, category };
  }
  return null;
}

function beginningOf(text: string, at: number, to: number, stops: readonly Span[]): number {
  const nearest = stops.reduce((last, span) => (span.to <= at && span.to > last ? span.to : last), 0);
  let from = at;
  while (
    from > nearest &&
    to - from < LONGEST_NAME + 4 &&
    at - from < LONGEST_NAME &&
    !BORDER.test(text.charAt(from - 1))
  )
    from -= 1;
  return from + (LEAD.exec(text.slice(from, at))?.[0].length ?? 0);
}
