/** Short messages that name what is wanted and nothing else: a service of the desk, or one of the person's own requests. */
import type { Expectation, Intent } from '../types.ts';
import type { Analysis } from './analysis.ts';
import { findLayout, namesEquipment } from './entities/meeting.ts';

const LEAD =
  "(?:你好|您好|那个|那|我们?|请问?|麻烦(?:你们?|您)?|帮我|帮忙|给我|想要?|要|需要|来|先|hi|i want to|i need to|i'd like to|please|can i|,|，| )*";
const TAIL = '(?:一下|下|哈|吧|啊|呀|呢|嘛|了|谢谢|please|,|，|。|！|!|\\?|？| )*';
const only = (list: string): RegExp => new RegExp(`^${LEAD}(?:${list})${TAIL}$`);

const REQUESTS: readonly (readonly [Intent, RegExp])[] = [
  [
    'report_fault',
    only(
      '报修|报障|报个修|报个故障|故障报修|申报故障|设备报修|电脑报修|网络报修|打印机报修|it报修|报告故障|维修申请|报故障|上报故障|report (?:a|an) (?:fault|problem|issue)|something is broken|报维修',
    ),
  ],
  [
    'request_service',
    only('申请服务|服务申请|提个?(?:服务)?(?:需求|申请)|服务请求|it服务|request a service|service request'),
  ],
  [
    'book_meeting',
    only(
      '(?:预订|预定|预约|订|定|约|借|申请|用|开|安排)(?:个|一个|一间|间|一下|场)?(?:会议室|视频会议|视频会|会议|会场|会)|会议室(?:预订|预定|预约|申请)|会议(?:预订|预定|预约|申请)|book (?:a )?(?:meeting )?room|book a meeting|reserve a (?:meeting )?room',
    ),
  ],
  [
    'ticket_status',
    only(
      '(?:查|看|查询|查看|问|查下|看下|查一下|看一下|查查|看看)(?:我的|下|一下)*(?:报修|工单|维修|处理|单子)?(?:的)?(?:进度|工单|单子|状态|情况|进展|报修)|(?:现在|目前)?(?:进度|进展|状态)(?:怎么样|如何|到哪|咋样|怎样|是什么|查询)?(?:了)?|还要?(?:等)?(?:多久|多长时间)(?:能?好|能?来|能?到|能?修好|才来|才好)?|还得(?:等)?多久|(?:什么时候|啥时候|几点|多久)(?:能|会|可以|才能?)?(?:来|到|修好|好|弄好|处理好|过来|来人|有人来)|(?:派|安排)?(?:谁|哪位|哪个(?:师傅|工程师)?)(?:会|能|要)?(?:来|过来|负责|在处理|在修|接的?单?|处理)(?:修|处理|弄)?(?:的)?|到哪(?:一步|儿|里)?|(?:修|弄|搞|处理|办)(?:得|的)?(?:怎么样|如何|咋样)|(?:我的)?(?:工单|单子|报修)(?:进度|状态|进展|怎么样|到哪|呢)|how long|how much longer|check (?:my )?(?:ticket|status|progress)|ticket status|any (?:update|news|progress)',
    ),
  ],
  [
    'urge_ticket',
    only(
      '催|催单|催办|催促|再催|催催|加急(?:处理)?|快点(?:来|儿)?|快来|搞快点|人呢|人去哪|(?:怎么|咋|为什么)(?:现在|到现在)?(?:还|仲|都)(?:没|不|没有)(?:来|修好|弄好|处理|到|人来|人|来人|好|修|动静|派人|有人来)|(?:还|仲|都)(?:没|没有|不)(?:来|人来|来人|修好|见人|到)|师傅(?:呢|怎么还没来|到哪)|hurry up|where is (?:he|she|the engineer|the technician)',
    ),
  ],
  [
    'cancel_ticket',
    only(
      '(?:算了,?|那|都|全|全都|就|先)*(?:不用|不必|不需要|不|别|唔使)(?:再|麻烦)?(?:修|报|处理|派人|跑|过来|来人?|上门)(?:过来|单)?|(?:撤单|撤销|撤回|取消)(?:报修|工单|单子|申请)|(?:报修|工单|单子)(?:取消|撤销|撤)|cancel (?:my |the )?(?:ticket|request)',
    ),
  ],
  [
    'help',
    only(
      "(?:你们|咱们|服务台|信息中心|今天|周末| )*(?:几点|什么时候|啥时候)(?:上班|下班|开门|关门|有人)|(?:你们|服务台)?(?:的)?(?:上班|工作|服务|办公)时间(?:是)?(?:几点|什么时候|怎么安排)?|(?:你们)?(?:现在|这会儿|今天)?(?:还)?(?:上班|下班)(?:了)?(?:吗|没|没有)|(?:what are )?(?:your )?(?:opening|office|working) hours|when do you (?:open|close)|(?:你们|咱们|服务台|信息中心|it部?|客服|值班室|运维)*(?:的)?(?:电话|热线|联系电话|座机|服务电话|报修电话)(?:号码?)?(?:是)?(?:多少|几多|啥|什么|几号|有吗|呢)(?:号)?|(?:怎么|如何)(?:打电话|联系)(?:给)?(?:你们|服务台)|(?:what is|what's) (?:your|the desk's?) (?:phone|number|phone number)",
    ),
  ],
  ['complain', only('投诉|提意见|投诉你们|要投诉|有意见|complain|make a complaint')],
  ['rate_service', only('评价|评分|打分|评个分|打个分|评价服务|服务评价|rate(?: the service)?')],
];

/** The intent of a message that holds nothing else, or null. `plain` is folded. */
export function bareRequest(plain: string): Intent | null {
  if (plain.length > 24) return null;
  return REQUESTS.find(([, words]) => words.test(plain))?.[0] ?? null;
}

const MEETING_FLOW = /^(?:book|change|cancel)[-_]meeting$/;
const CHANGES =
  /换(?:到|成|个|去|为)|改(?:到|成|为|在|用|去|一下|期)|挪|提前|提早|推迟|延(?:长|后|期|迟)|往[前后]|顺延|晚|早|调(?:到|整|成)|不要|不用|去掉|取消|撤掉|减|少|再(?:要|加|来|添|备|摆|多|补|准备|安排)|加(?:个|上|一|两|到|\d|点)|多(?:加|要|摆|备|来|\d)|还要|另外要|增加|变成|移到|换|move|change|push|extend|add|postpone|without|no |instead|earlier|later/;
/** «换大一点的», «改成现场»: what else could be meant is no matter of a meeting. */
const LARGER_ROOM =
  /^(?:那|就|还是|帮我|给我|请|,)*(?:换|改|要|找)(?:个|一个|一间|间|成|到)?(?:更?大)(?:一点|一些|点|些|一号)?(?:的|儿的)?(?:会议室|房间|地方|场地)?[吧啊。.!]*$|(?:改|换|变)(?:成|为|到)(?:现场|线下)/;
const NOT_ON =
  /^(?:那|就|先|算了|[,，。 ])*(?:不开|不办|不订|不约|不定|不搞|不用)(?:会)?(?:了|啦|咯)?[吧啊。.!！]*$/;

/** «12月8日的例会取消吧»: the meeting itself, nothing of it. */
const CALLED_OFF =
  /(?:会|会议|培训)(?:就|先|都|给我|帮我)*取消(?:了|吧|掉)*[。.!]*$|^(?:那|就|请|帮我|把|,)*取消.{0,14}(?:会|会议|培训)[吧了。.!]*$/;

/**
 * While a meeting is spoken of, «换到501», «话筒不要了» and «延长半小时» change it and «不开了» calls it off.
 * Null where the message says no such thing.
 */
export function meetingIntent(analysis: Analysis, expect: Expectation | undefined): Intent | null {
  if (!expect || !MEETING_FLOW.test(expect.flow)) return null;
  const plain = analysis.message.plain.trim();
  if (plain.length > 40) return null;
  if (NOT_ON.test(plain)) return 'cancel_meeting';
  if (CALLED_OFF.test(plain) && !namesEquipment(plain)) return 'cancel_meeting';
  if (LARGER_ROOM.test(plain)) return 'change_meeting';
  return CHANGES.test(plain) && namesMeetingThing(analysis) && analysis.symptom === null
    ? 'change_meeting'
    : null;
}

function namesMeetingThing({ message: { plain }, times, places, headcounts, devices }: Analysis): boolean {
  return (
    times.length + places.length + headcounts.length > 0 ||
    namesEquipment(plain) ||
    findLayout(plain) !== null ||
    devices.some(({ value }) => value === 'conference')
  );
}

const KEYBOARD_ROW = /(?:qwert|asdf|zxcv|hjkl|jkl;|qaz|wsx|uiop)/;

/** «asdkjhaskjdh»: letters that no word of any language is made of. */
export function isGibberish(plain: string): boolean {
  const text = plain.trim();
  if (!/^[a-z ;,.]{5,}$/.test(text)) return false;
  return text.split(/[ ;,.]+/).every((word) => {
    if (word === '') return true;
    return /[bcdfghjklmnpqrstvwxz]{5,}/.test(word) || KEYBOARD_ROW.test(word) || /(.)\1{3,}/.test(word);
  });
}
