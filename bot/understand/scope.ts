/** Who is hit by a fault, where the message says so. */
import type { Slots } from '../types.ts';

const ALL =
  /全(?:行|区|市|省|县|系统|校)[^,，。;；]{0,12}(?:均|都|无法|超时|瘫痪|中断|停)|各(?:网点|分支机构|县区|下属单位)(?:都|均)|成(?:个|栋|幢|间|座)(?:局|公司|单位|楼|厅|院|机关)|所有业务|全部业务|(?:整栋|整幢|整个|全)(?:楼都|大楼|办公楼|单位|公司|局|厅机关|机关|大院|院|市|区里|集团|园区|县|网)|全(?:单位|局|公司|院|厅|集团|楼|市|县)|(?:整|这|那)(?:栋|幢|座)楼|所有(?:人|单位|部门|用户|科室|处室|窗口单位)|全体|(?:整个|全部|所有)系统|系统(?:全|整个|彻底)?(?:瘫痪|宕机|崩溃|崩了|瘫了)|(?:everyone|everybody|the (?:whole|entire) (?:building|company|bureau|office|organi[sz]ation|system)|all users|nobody|no one)|(?:大家|所有人|谁)(?:全|都)(?:打不开|登不|进不|上不)|各(?:科室|处室|部门|单位)都/;
const UNIT =
  /整层|[层楼](?:的)?(?:全部|所有)办公室|(?:全体|所有|全部)(?:人员|员工|同事|坐席|柜台)[^,，。;；]{0,12}(?:均|都|无法|不能)|成(?:个|层|间)(?:科|处|部|层|楼|组|房)|(?:everyone|everybody|all of us|nobody|no one) (?:in|on|from|at) (?:the )?(?:[a-z]+|\d+(?:st|nd|rd|th)) ?(?:department|floor|dept|team|section|office|hall)?(?=[ ,.!]|$)|(?:整|全|一整)(?:个)?(?:科室?|处室?|部门|层楼?|楼层|大厅|办公室|中心|房间|办公区|会场|屋|组|窗口|楼道|镇|街道|所|站)|(?:科|处|部|科室|部门|大厅|窗口|楼|层|办公室|中心|所|站|组|镇|街道|单位|室)(?:里|这边|里面|这里|这|的)?(?:网络?|电脑|系统|电话|机器|的?人)?(?:全都?|都|全部|统统|集体)(?:是)?(?:上不|打不|断|没|连不|登不|进不|用不|不能|瘫|掉|停|不行|不通|办不|无法|没有|不得|卡|慢|停电)|(?:whole|entire) (?:floor|department|section|team|hall|unit|office area|wing)|(?:所有|全部)窗口|(?:department|floor|section|team|hall)[^,.]{0,20}(?:all|everyone)|(?:all of us|everyone) (?:on|in) (?:the )?(?:\d|third|second|first|fourth|fifth)|一层楼都|每个窗口/;
const SEVERAL =
  /[两三四五六七八九十\d]个(?:坐席|窗口|科室|点位|工位|办公室)(?:都|均)?受影响|(?:普遍|均有|多人|多次有人)反映|[两三四五六七八九十](?:台|部|间)[\u4e00-\u9fff]{2,8}(?:均|都|全部|触摸|走纸|从|自)|涉及多|(?:好几|几|好些|多|一些|有些|两三|三四|四五|三五|七八|十几|十来|\d+|[两二三四五六七八九十]|俩|仨)(?:台|个)?(?:电脑|机器|人|同事|办公室|打印机|科室|终端|部门|用户|会议室|座机|窗口|电话)?(?:都|全|同时)(?:是)?(?:这样|出现|上不|打不|断|没|连不|登不|进不|用不|不能|有|坏|蓝屏|死机|卡|掉|不行|无法|中|黑屏|慢|出)|(?:好几|几|好些|多)(?:台|个人|个同事|个科室|位|部)(?:电脑|机器|同事|打印机|座机|终端)?(?!月|小时|分钟|天|字)|我们(?:几个|俩|两个|三个|四个|几台)|(?:several|a few|some of|many|two of|three of|multiple|couple of) (?:us|computers|people|colleagues|pcs|users|machines|of)|多人(?!在?等|排)|多台|多名|(?<![\d一二三])[几两三四五](?:台|间|部)(?:电脑|办公室|机器|打印机)(?!一起|来|，)|部分(?:同事|用户|人|电脑|终端|科室)|有的人|有些人|旁边(?:几|两|的人|同事|工位|的同事)?[^,，。]{0,4}(?:也|都)|隔壁[^,，。]{0,6}(?:也|都)|同事(?:们)?(?:也|都)(?:是|打|上|连|登|不|这样|没|一样)/;
const ONE =
  /(?:(?<!都|是)就(?!是我(?:们|这个))|只有?|唯独|单单|单独|仅仅?)(?:是)?(?:我|这)(?:自己)?(?:的)?(?:一个人?|一台|这一?台|这|台|个|一人|这边|这里|电脑|机器|一个)?(?:电脑|机器|人|不行|上不|打不|登不|连不|进不|有问题|这样|没网|坏)?|(?:别人|其他人|其他(?:电脑|同事|机器)|旁边(?:的)?(?:电脑|同事|人)?|人家|同事(?:的|们)?|别的(?:电脑|同事|机器|人)|隔壁|他们|大家)(?:那边|那里|的)?(?:都|全)?(?:的)?(?:是)?(?:好的|正常|没问题|没事|能用|能上|可以|能打|能登|能|行|没得问题|冇事|冇问题)|(?:others|colleagues?|everyone else|people)[a-z ]{0,18} (?:are|is) (?:all )?(?:fine|ok|okay|working)|我这(?:一)?台|only (?:me|my|mine|this|my computer|one)|just (?:me|mine|my|this one)|(?:others|everyone else|my colleagues|other people) (?:are|is|can|have|work)|我一个人/;

/** Null where nothing is said about it. `plain` is folded. */
export function scopeOf(plain: string): NonNullable<Slots['scope']> | null {
  if (ONE.test(plain)) return 'one';
  if (UNIT.test(plain)) return 'unit';
  if (ALL.test(plain)) return 'all';
  if (SEVERAL.test(plain)) return 'several';
  return null;
}
