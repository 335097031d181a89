/** How urgent a request is, by what is said: see the urgency table of the understanding record. */
import type { Category, Slots, Urgency } from '../types.ts';
import type { Analysis } from './analysis.ts';
import { dayOf } from './day.ts';

const WHOLE =
  /(?:整个|整|全|一整|所有|一层|整栋|整幢|各)(?:个)?(?:单位|公司|局|厅|大楼|楼|层|楼层|楼都|科|科室|处|处室|部门|大厅|院|机关|办公区|大院|区域|园区|办公楼|栋楼|栋|窗口|业务|街道|镇|乡|村|社区|中心|会场|系统)|全(?:体|员|局|厅|司|楼|科|处|部|院|市|区|县|镇|单位|公司|层|网)(?!部分)|大面积|大范围|集体|(?:whole|entire|all of|everyone|everybody|nobody|no one)|全都|所有人|所有电脑|全部(?:断|瘫|掉|没|打不|不能|都|中断|上不)|大家都|统统|整体|全校|全院|全省|全集团|全镇|全乡|一屋子人|整条线|没人能|谁都|全体窗口|[两三四五六七八九十]栋楼|收费大厅|[三四五六七八九十\d](?:台|部)[^,，。]{0,5}全|成(?:个|栋|层|间|幢)(?:局|楼|科|公司|单位|层|部|厅)|所有的?(?:电话|座机|电脑|终端|业务|科室|处室|部门|办公室|同事)|各(?:个)?(?:科室|处室|部门|单位|窗口|街镇|站所|乡镇)[^,，。]{0,4}(?:都|均|全)|(?:大楼|大院|院区|园区|[东西南北]院|机关)(?:与[^,，。]{1,6}之间)?的?(?:网络?|系统|电话)[^,，。]{0,4}(?:瘫|中断|不通|崩)/;
const UNIT_DOWN =
  /(?:科|处|部|科室|部门|大厅|窗口|中心|楼|层|单位|局|公司|办公室|院|所|站|我们这)(?:的|里|里面|这边|所有)?(?:网络?|电脑|系统|电话|机器|人)?(?:全|都|全部|全都|整个|一起|集体|统统)[^,，。]{0,6}(?:断|瘫|没网|没有网|上不了|打不开|登不|连不|进不|用不|停|掉|不能|不通|办不了|中断|没信号|崩)/;
const DOWN =
  /断网|断了|全断|全停|全哑|宕了|开不起来|收发不了|打不进来|无法连接|上不去网|没人能|网全断|断开|瘫痪|瘫了|宕机|挂了|崩了|崩溃|中断|停电|没网|没有网|没网络|上不了网|打不开|进不去|登不上|登不进|登录不|登录不了|连不上|不能用|用不了|停摆|停了|掉线|不通|全黑|没信号|访问不了|无法访问|无法登录|无法使用|无法办理|办不了|没法办|网络不通|不能办|没法办公|没电|down|offline|outage|no internet|no network|can'?t (?:connect|access|log|get|work|open|use)|cannot (?:access|connect|log|work|open|use)|unavailable|not working|lost (?:connection|internet|network)|断线|连不起|上不到网|上唔到|上不得网|没得网|没网了|死了|卡死|报错|没法用|上不起|打不开了|都不行|不得行|异常|失灵|没反应|用不起|开不了|不动|收不到|发不出|没拨号音|冇网|没声音|烧(?:了|坏)/;
const CORE =
  /核心(?:系统|交换机|业务|数据库)|机房|主干|骨干|出口|数据中心|中心机房|server room|data cent|core (?:switch|system)|(?:主|核心|数据库|业务|应用)服务器|所有业务|全部业务|(?<!窗口)业务(?:系统)?(?:全|都|全都|全部)?(?:停|中断|瘫)/;
/** Fire and water where the machines of everybody stand; a hall that is cut off. */
const DISASTER =
  /光缆(?:被)?(?:施工)?(?:挖断|切断|断了)|挖断[^,，。]{0,3}(?:光缆|光纤)|(?:精密)?空调停机[^。]{0,12}机房|机房[^,，。]{0,8}(?:温度)[^,，。]{0,10}(?:上升|飙|报警|[三四五]十|[345]\d)|(?:机房|配电(?:室|房|间)|弱电(?:间|井)|数据中心|ups|服务器|机柜|server room|data cent(?:er|re))[^,，。;；]{0,8}(?:冒烟|起火|着火|失火|漏水|进水|水淹|被淹|停电|断电|跳闸|爆炸|on fire|smoke|flood|leak|lost power)|(?:冒烟|起火|着火|失火|漏水|进水|停电)[^,，。;；]{0,6}(?:机房|配电|数据中心)|(?:大楼|楼里|楼道|办公楼)[^,，。;；]{0,4}(?:起火|着火|失火)/;
const HALL_DOWN =
  /(?:大厅|办事处|收费处|服务区)(?:里|里面|这边|的|这里|这)*(?:网络?|系统|电脑)?(?:突然|又|现在|都|全)*(?:断网|没网|没有网|断了|断电|停电|瘫痪|瘫了|中断|不通|上不了网|连不上网|没得网|冇网|宕机|崩了)/;
const DATA_LOSS =
  /(?:文件|邮件|数据|资料)[^,，。]{0,8}(?:一个接一个|一封封|一个个|一条条)[^,，。]{0,4}(?:消失|变没|没了|不见)|(?:数据|文件|资料|数据库)(?:正在|在|一直在)(?:丢|被删|消失|减少|损坏)|数据(?:全|都|全部|大量)?(?:丢失|丢了|没了|不见)|数据库(?:崩|挂|丢)|正在丢数据|losing data|data (?:is being|are being|being) (?:lost|deleted)|data loss|(?:磁盘阵列|存储|raid).{0,8}(?:坏|掉|故障|报警|崩|告警|离线)/;
const INCIDENT =
  /(?:替换|植入|变)成?了?[^,，。;；]{0,8}(?:非法|违法|不良|博彩|赌博|色情)|变成[^,，。;；]{0,8}后缀|要我?付(?:钱|款|赎金)|赎金|(?:链接|网址)[^,，。;；]{0,6}输(?:入)?了|勒索|比特币|博彩|后缀(?:名)?(?:全|都|全都)?(?:变|被改)|外联境外|疑似被控|往外传|动我鼠标|首页都?被人?改|被挂(?:了|马|上)|(?:图标|文件)[^,，。]{0,6}一个个变|(?:链接|附件)[^,，。;；]{0,8}(?:填|输)了|被加密|加密了|被黑|被入侵|入侵|被攻击|攻击|篡改|挂马|木马|泄密|泄露|数据泄|信息泄|中毒|中了?病毒|病毒(?:扩散|传播|爆发)|钓鱼(?:邮件|链接|网站).{0,12}(?:点|输|填|开|上当|密码)|(?:点|打开|输|填)了.{0,12}(?:钓鱼|可疑|不明).{0,6}|被盗(?:号|用|了)?|报病毒.{0,8}(?:不掉|不了|清除不)|盗号|ransom|hacked|compromised|breach|malware|virus|phish(?:ing|ed)?.{0,24}(?:click|opened|entered|password)|(?:click|opened|entered).{0,30}phish|远程控制|鼠标自己(?:动|在动)|反动|不良信息|黄色网站|defaced|files? (?:are|is|were|got) encrypted|内外网(?:互联|混)|违规外联|挖矿/;
const NOT_INCIDENT =
  /(?:怎么(?!办|搞|回事)|如何|防|预防|误报|是不是误|培训|演练|安装|装个|装一下|升级|更新|病毒库|杀毒软件|扫一下|查杀一下|检查一下|例行|过期)/;
const SAYS_URGENT =
  /(?<![应救])急(?!救|诊|聘|剧|性|冲|促|躁|转|停)|赶紧|赶快|尽快|尽早|(?:马上|立刻|立即)(?!(?:就|又|自动|被)*(?:挂|断|退|掉|黑|蓝|关|重启|闪|没|弹|跳|变|报错|死|消失|恢复))|速来|速派|(?<![印网机载传行转描读写览动率])速度(?=点|来|派|快|处理|解决|修|[!。 ]|$)|火速|抓紧|快点|快些|快来|快帮|快派|十万火急|紧急|加急|等着用|等着要|等着开|等着交|等着发|等用|立等|刻不容缓|as soon as possible|asap|urgent|immediately|right away|right now|hurry|emergency|快啲|快滴|快d|搞快|麻利|即刻|第一时间|火烧眉毛|越快越好|耽误不得|在线等|救命|快救|sos|十分钟内|quickly|at once|critical/;
const NOT_URGENT =
  /不(?:是很|太|怎么|是特别|很)?(?:急|着急|赶|紧急|慌)|不用(?:急|着急|赶|慌|太急|太赶)|别急|莫急|没那么急|(?:并|也)?不算(?:太)?急|not (?:really |very |that |too |so )?urgent|no (?:rush|hurry)|唔急|冇咁急/;
const CAN_WAIT =
  /不急|不着急|不(?:是很|太|怎么|是特别|很)(?:急|着急)|不用(?:急|着急|赶|慌|太急)|有空(?:的时候|时|了|再|来|帮|就|弄|处理|看|过来)?|有时间(?:再|的时候|了|时|来|帮|就|处理|看)|方便(?:的时候|时|了再)|得空|抽空|什么时候(?:都|来都)?(?:行|可以|方便)|(?:慢慢|晚点|晚些|改天|过几天|过两天|过一阵|以后|下周|回头|空了)(?:来|再|弄|处理|修|也行|都行|都可以|也可以|也没事)|不影响(?:使用|工作|办公|用|正常)|不赶时间|没那么急|莫急|不慌|no (?:rush|hurry)|not (?:really |very |that |too |so )?urgent|whenever (?:you|it|is|works|suits)|when you (?:have|get) (?:time|a chance|a moment|a minute)|at your convenience|can wait|low priority|take your time|唔急|得闲|不算急|闲下来|哪天(?:来|有空)?都?|随缘|不打紧|不碍事|不要紧|来得及|下次巡检|排期|(?:啥时候|什么时候|何时|几时)(?:换|弄|来|修|装|重新[^,，。]{0,4})?(?:一个)?(?:都|也)(?:行|成|可以|好)|(?:年后|下个?月|下周|明年|过后)(?:都|也)?(?:行|成|可以)|路过(?:的时候)?|等你们?(?:有空|忙完|不忙)|你们(?:忙完|不忙|有空)|any ?time|排队(?:等|也)|不紧急|先忙别的|(?:之?前|以后|内)[^,，。]{0,14}(?:就行|就可以|即可|都行)|能换就换|不能换也/;
const CANNOT_WORK =
  /(?:没法|无法)继续|排了[^,，。]{0,6}(?:人|队)|排起|(?:家长|群众|老百姓|患者|办事人|司机)们?(?:都)?在?(?:问|催|围|骂)|(?:没法|无法|没办法|不能|干不了|做不了|办不了|什么都(?:干|做)不(?:了|成)|影响|耽误|没得)(?:正常)?(?:办公|工作|干活|上班|办业务|办理业务|办事|业务|开展工作|对外服务|受理|办件|活|了业务)|干不了活|干不成|一点活|(?:啥|什么)(?:也|都)干不成|do any work|can'?t save my work|办不了公|办不了业务|上不了班|活没法干|啥也干不了|啥都干不了|什么都干不了|什么也干不了|什么也做不了|啥子都干不成|啥都做不成|工作(?:都)?(?:停|没法|做不|干不|开展不)|停工|群众(?:都)?(?:在|等|排)|排(?:着)?(?:长)?队(?!机|号|叫|系统|中)|排队(?:等|的人|的群众)|老百姓(?:都)?(?:在|等)|办事(?:的|群众|的群众).{0,4}(?:等|排)|客户(?:都)?在等|窗口(?:办|停|没法|业务)|业务(?:全|都)?停|做不了事|做唔到嘢|做不到嘢|做不到事|开不了工|can'?t (?:do (?:any|my) work|work at all|work)|cannot work|can'?t do anything|unable to work|stops? me from working|no way to work|people are waiting|queue|blocked|人在等|(?:人|群众|客户|大家|同事们?)(?:都)?(?:在)?(?:排队|等着|等紧|等到起)|多人在等|没有电脑用|一直在等|一点都用不了|瘫在这|业务受影响/;
const NOW_EVENT =
  /(?:马上|正在|立刻|一会儿?|等会儿?|等下|待会儿?|等一下|很快|即将|快要|就要|等阵|阵间|现在(?:就)?)(?:就)?(?:要|在)?(?:开会|开始|用|汇报|演示|直播|上会|开个会|有个会|有会|检查|开视频|面试|考试|开|培训|接待|发言)|会(?:议)?(?:马上|正在|快要|就要|立刻|已经|都)(?:就)?(?:开始|要开|开|进行|等)|会都开始了|正(?:在)?开(?:着)?(?:会|视频)|开会(?:呢|等着|中|急用|要用)|今天(?:要|得|必须|下班前|就要|内|之内)|当天|今日(?:内|要)|领导(?:在|都|等|要|马上|急|已经)|(?:in|within) (?:an hour|\d+ min|half an hour|\d+ hours?|ten minutes|a few minutes)|(?:meeting|presentation|call) (?:is )?(?:about to|starting|starts? (?:soon|now)|in progress|on now)|下班前|开(?:紧|着)会|(?:must|due|need(?:ed|s)?|has to|have to|by|deadline|before)[^.,]{0,24}today|closing is today|today[^.,]{0,10}(?:deadline|at \d)/;

const LEADER_ASKS =
  /(?:领导|老细|老板|大佬)(?:们)?(?:的|办公室|那|在|都|等|急|已经|催|着急|马上|要|用|看|坐)|(?:给|为)(?:新)?领导|\bboss|催死|催得/;

function sameDay(moment: string | undefined, now: number, zone: string): boolean {
  if (moment === undefined) return false;
  return moment.slice(0, 10) <= dayOf(now, zone);
}

function isCritical(text: string, slots: Slots): boolean {
  if (INCIDENT.test(text) && !NOT_INCIDENT.test(text)) return true;
  if (DATA_LOSS.test(text) || DISASTER.test(text) || HALL_DOWN.test(text)) return true;
  const hit = slots.scope === 'unit' || slots.scope === 'all' || WHOLE.test(text) || UNIT_DOWN.test(text);
  return DOWN.test(text) && (hit || CORE.test(text));
}

/** The urgency of a fault or request. `category` and `slots` are those already read from the message. */
export function urgencyOf(
  analysis: Analysis,
  reading: { fault: boolean; category: Category; slots: Slots; zone: string },
): Urgency {
  const text = analysis.message.plain;
  const { fault, slots, zone } = reading;
  if (fault && isCritical(text, slots)) return 'critical';
  const said = SAYS_URGENT.test(text.replace(NOT_URGENT, ' '));
  if (said && !NOT_URGENT.test(text)) return 'high';
  if (sameDay(slots.deadline, analysis.now, zone)) return 'high';
  if (CAN_WAIT.test(text)) return 'low';
  if (analysis.leader || LEADER_ASKS.test(text)) return 'high';
  if (NOW_EVENT.test(text)) return 'high';
  if (CANNOT_WORK.test(text)) return 'high';
  return 'normal';
}
