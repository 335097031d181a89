/** Everything the bot says in Chinese, in one place. Several wordings where a thing may have to be said twice. */
import type { EngineWords } from '../../bot/dialogue/definition.ts';
import type { SecretKind } from '../../bot/types.ts';

export type Wording = string | readonly string[];

const SECRETS: Record<SecretKind, string> = {
  id_card: '身份证号',
  bank_card: '银行卡号',
  password: '密码',
  classified: '涉密内容',
  key: '密钥',
};

const engine: EngineWords = {
  abandoned: (topic) =>
    topic
      ? [`好，「${topic}」先不办了。`, `好的，「${topic}」这件事放下。`]
      : ['好，先不办了。', '好的，放下这件事。'],
  nothingToAbandon: () => ['好的，有事随时说。', '行，需要时再叫我。'],
  resumed: (topic) => [`我们接着说「${topic}」。`, `回到「${topic}」。`],
  stale: () => [
    '这张卡片已经过期了，按钮不再有效。直接告诉我现在要办什么就行。',
    '这个按钮已经失效，刚才那件事有了新的进展。您现在想办什么，直接说。',
  ],
  secrets: (kinds) => {
    const names = [...new Set(kinds)].map((kind) => SECRETS[kind]).join('、');
    return kinds.includes('classified')
      ? [
          `您发的内容带有${names}，按保密规定我没有保存，也没有转给任何人。请走保密渠道处理；要报修的话，去掉涉密部分再说一遍。`,
          `这条消息里有${names}，没有留存也没有转发。涉密内容请不要在这里发，换个不涉密的说法我就能接着办。`,
        ]
      : [
          `消息里的${names}我已经打码，没有保存也不会转给别人。工程师不会向您要${names}，请不要再发。`,
          `为了您的安全，${names}已隐去、不留存。办事用不着它，以后请别发在聊天里。`,
        ];
  },
  corrected: (values) => {
    const list = values.filter(Boolean).join('，');
    return list ? [`好，改成「${list}」。`, `改过来了：「${list}」。`] : ['好，改过来了。', '已经改好。'];
  },
  waiting: () => ['好，不急，弄好了告诉我。', '您先忙，有结果了说一声。', '行，我等您消息。'],
  noted: () => ['好，一并记下了。', '记上了。', '收到，加进去了。'],
  queued: (text) => [
    `「${short(text)}」我也记着，办完手头这件马上办。`,
    `「${short(text)}」排在后面，这件办完就来。`,
  ],
  next: (text) => [`接着说另一件：「${short(text)}」。`, `再来看「${short(text)}」。`],
  setAside: (topic) => [
    `之前「${topic}」没说完，我先放下了；还要办的话再说一声。`,
    `「${topic}」隔得久了，先放一放，需要时重新说一遍就行。`,
  ],
  handedBack: () => ['好，我是机器人，接着为您服务，请说。', '我回来了，请讲。'],
  attachmentAlone: (kind) =>
    kind === 'image'
      ? [
          '图片收到了。请再用一句话说说：什么设备、在哪里、出了什么问题？我连图一起记下。',
          '图片我留着了。它说的是哪台设备、在哪儿、什么情况？打几个字就行。',
        ]
      : [
          '文件收到了。请用一句话说说要办什么，我连文件一起记下。',
          '文件我留着了。要我拿它办什么事？说一句就行。',
        ],
  attachmentKept: (kind) =>
    kind === 'image'
      ? ['图片收到了，和这件事放在一起。上面问的还请说一下。', '好，图片留下了。接着回答刚才的问题就行。']
      : ['文件收到了，和这件事放在一起。上面问的还请说一下。', '好，文件留下了。接着回答刚才的问题就行。'],
  notHeard: (kind) =>
    kind === 'voice'
      ? [
          '语音收到了，可我现在还听不了。麻烦打几个字：什么设备、在哪里、怎么了？急事请回复「转人工」。',
          '这条语音我先留着，内容还听不出来。请用文字说一下要办什么，或回复「转人工」。',
        ]
      : [
          '视频收到了，可我现在还看不了。麻烦打几个字：什么设备、在哪里、怎么了？急事请回复「转人工」。',
          '这段视频我先留着，内容还看不出来。请用文字说一下要办什么，或回复「转人工」。',
        ],
  attachmentNamed: (kind, name) =>
    `[${{ image: '图片', file: '文件', voice: '语音', video: '视频' }[kind]} ${name}]`,
  recalledInFlow: () => [
    '看到您撤回了一条消息，前面记下的没有变。要改就直接说，不办了回「算了」。',
    '有一条消息撤回了，已经记下的我先留着。哪里不对告诉我，不办了说「算了」。',
  ],
  recalledTicket: (number) => [
    `看到您撤回了一条消息，${number} 还照常在办。不用办了，请说「撤销 ${number}」。`,
    `有一条消息撤回了；${number} 没有受影响。要撤单就说「撤销 ${number}」。`,
  ],
  failed: () => [
    '抱歉，刚才这条没办成，我会自动再试；着急的话回复「转人工」。',
    '这一步出了点岔子，我正在重试。等不及就回复「转人工」，值班同事会接手。',
  ],
};

/** A quotation short enough for a sentence. */
export function short(text: string, most = 24): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > most ? `${line.slice(0, most)}…` : line;
}

const reach = (phone: string | undefined): string => (phone ? `急事请打服务台电话 ${phone}。` : '');

export const zh = {
  engine,
  channels: {
    tooFast: '您发得太快了，刚才这几条我没有记下。请等一分钟，再把要办的事发一遍。',
    /** Stands in the place of what was taken back. */
    recalled: '[已撤回]',
    /** A bot's menu, where a platform has one: the command, what tapping it says, and what the menu says of it. */
    commands: [
      { name: 'start', says: '你好', description: '打个招呼，看看能办什么' },
      { name: 'help', says: '帮助', description: '能办什么，怎么说' },
      { name: 'tickets', says: '我的工单', description: '我报的事到哪一步了' },
      { name: 'human', says: '转人工', description: '找一位同事来接' },
    ],
    /** What somebody says by sharing their own telephone number. */
    sharedContactSays: '我是谁',
    toast: {
      received: '收到，马上办',
      tooFast: '点得太快了，请过一会儿再点',
      notKept: '刚才没有记下，请再点一次',
      unknown: '这张卡片已经失效，请直接发消息告诉我',
    },
  },
  labels: {
    what: '问题',
    request: '需求',
    place: '地点',
    device: '设备',
    system: '系统',
    model: '型号',
    asset: '资产编号',
    deadline: '要求完成',
    since: '开始时间',
    urgency: '紧急程度',
    category: '类别',
    department: '科室',
    person: '使用人',
    phone: '联系方式',
    quantity: '数量',
    notes: '补充',
    status: '状态',
    team: '处理组',
    assignee: '工程师',
    respondBy: '最迟响应',
    resolveBy: '最迟解决',
    result: '处理结果',
    video: '视频',
    source: '来源',
    time: '时间',
    room: '会议室',
    attendees: '人数',
    equipment: '设备与服务',
    layout: '桌型',
    title: '会议',
    repeats: '重复',
    reportedAt: '报修时间',
    requester: '报修人',
    tried: '已试过',
    reason: '原因',
    until: '挂起至',
    remark: '说明',
  },
  buttons: {
    same: '是同一件事',
    other: '不是，另外报',
    solved: '已解决',
    unsolved: '没解决',
    full: '看全文',
    submit: '提交',
    edit: '修改',
    drop: '不报了',
    ticketInstead: '帮我登记',
    noThanks: '不用了',
    human: '转人工',
    cancelYes: '确定撤销',
    cancelNo: '先不撤',
    fixed: '修好了',
    notFixed: '还没好',
    book: '确认预约',
    stars: (score: number) =>
      ['1 分 很不满意', '2 分 不满意', '3 分 一般', '4 分 满意', '5 分 很满意'][score - 1] ?? `${score} 分`,
  },
  urgencies: { critical: '特急', high: '急', normal: '一般', low: '不急' },
  statuses: {
    new: '已登记',
    assigned: '已派单',
    accepted: '处理中',
    on_hold: '挂起',
    resolved: '待确认',
    closed: '已办结',
    cancelled: '已撤销',
  },
  categories: {
    computer: '电脑',
    printing: '打印复印',
    network: '网络',
    phone: '电话',
    account: '账号与证书',
    email: '邮件',
    software: '软件',
    security: '安全',
    business: '业务系统',
    conference: '会议音视频',
    infrastructure: '机房与服务器',
    publishing: '网站与公众号',
    other: '其他',
  },
  holdReasons: { parts: '等配件', vendor: '等厂商', user: '等用户', approval: '等审批', other: '其他原因' },
  equipment: {
    projector: '投影',
    microphone: '话筒',
    video_conference: '视频会议',
    name_cards: '桌签',
    laptop: '笔记本电脑',
    screen: '显示屏',
    banner: '横幅',
    recording: '录音录像',
    tea: '茶水',
    whiteboard: '白板',
    signage: '指引牌',
    printing: '材料打印',
    livestream: '直播',
  },
  layouts: {
    theatre: '剧院式',
    classroom: '课桌式',
    u_shape: 'U 形',
    boardroom: '会议桌',
    banquet: '宴会式',
  },
  /** How a request is called in a clarifying question. */
  intents: {
    report_fault: '报修',
    request_service: '申请服务',
    book_meeting: '预约会议室',
    change_meeting: '修改会议',
    cancel_meeting: '取消会议',
    ask_howto: '问怎么操作',
    ticket_status: '查进度',
    urge_ticket: '催一下',
    add_to_ticket: '补充情况',
    cancel_ticket: '撤销报修',
    reopen_ticket: '又坏了，重新处理',
    talk_to_human: '转人工',
    rate_service: '评价',
    complain: '投诉',
    confirm: '',
    deny: '',
    greet: '',
    thank: '',
    help: '看看能办什么',
    out_of_scope: '',
  },

  askDescription: (again: boolean): Wording =>
    again
      ? [
          '没太明白。是哪样设备或系统，现在是什么样子？比如「打印机卡纸」「OA 登不进去」。',
          '再说具体一点：什么东西，怎么个不好用法？',
        ]
      : ['好的，请说一下是什么东西、出了什么情况？', '具体是哪样设备或系统，怎么了？'],
  askService: (again: boolean): Wording =>
    again
      ? ['想办的具体是什么？比如「装 WPS」「换硒鼓」「开邮箱」。']
      : ['好的，具体要办什么？', '请说一下需要我们做什么。'],
  articleLead: (title: string): Wording => [
    `先试试这个办法，多半几分钟就好：${title}`,
    `这种情况可以先这样处理：${title}`,
  ],
  lectureLead: (title: string): Wording => [`微课堂里正好讲过：${title}`, `这一课讲的就是它：${title}`],
  articleOthers: (titles: readonly string[]): string =>
    `相近的还有：${titles.map((title) => `《${title}》`).join('、')}`,
  /** Who keeps it, and the day on which it was last checked. */
  articleSource: (owner: string, checked: string | undefined): string =>
    ['知识库', owner, checked && `${checked} 核对过`].filter(Boolean).join(' · '),
  videoPlace: (episode: number | undefined, at: string | undefined): string =>
    [episode && `第${episode}课`, at && `${at} 处`].filter(Boolean).join(' '),
  askSolved: (): Wording => [
    '试过了吗？好了就回「已解决」，不行就回「没解决」，我马上登记。',
    '这样好了没有？「已解决」还是「没解决」？',
  ],
  fullLead: (title: string): Wording => [`《${title}》全文：`],
  solved: (): Wording => [
    '太好了，问题解决了就好。以后有事随时找我。',
    '好，那这件事就办结了，不用登记。有需要再说。',
  ],
  noArticle: (): Wording => ['这个情况我给您登记，请工程师来处理。', '这个需要工程师看一下，我来登记。'],
  notInBase: (): Wording => [
    '知识库里没有这个问题的答案，不敢乱说。要不要我登记下来，请同事专门回复您？',
    '这个知识库里还没有。我可以登记成一张单，让懂的同事答复您，要吗？',
  ],
  notNow: (): Wording => ['好的，需要时再说。', '行，有事随时叫我。'],
  askPlace: (again: boolean): Wording =>
    again
      ? ['在哪栋哪层、哪个房间？说个门牌或附近的标志也行。', '工程师该往哪儿走？楼层、房间号都行。']
      : ['人和设备在哪里？比如「三楼302」。', '请说一下地点，几楼几号房？'],
  askPhone: (again: boolean): Wording =>
    again
      ? [
          '留个分机或手机号就行；不方便留也可以回「没有」，我在这里联系您。',
          '联系您用哪个电话？分机、手机都行，没有就回「没有」。',
        ]
      : ['怎么联系您？留个分机或手机号。', '工程师来之前怎么联系您？分机或手机都行。'],
  whyPhone: (): Wording => [
    '工程师上门前要和您约一下，号码只用在这张单上。',
    '为了来之前能找到您，只用于这件事。',
  ],
  whyPlace: (): Wording => ['知道在哪儿，工程师才好直接过去。', '有了地点，就不用来回找您了。'],
  afterSubmit: (): Wording => [
    '提交后马上派给工程师，他会按时限联系您。先核对一下：',
    '您一提交我就派单，随后告诉您谁来、最晚什么时候。',
  ],
  securityFirstAid: (): Wording => [
    '先别再操作：拔掉网线（或关掉 WiFi），不要关机，点过的账号换台电脑改密码。我马上报给安全同事。',
  ],
  confirmLead: (): Wording => ['我准备这样登记，您看对不对？', '核对一下，没问题就提交：'],
  confirmTitle: '报修单（待提交）',
  confirmServiceTitle: '服务单（待提交）',
  askEdit: (): Wording => [
    '哪里要改？直接说正确的，比如「四楼」「电话 8013」。',
    '请说要改成什么，比如「是四楼」。',
  ],
  opened: (ticket: {
    number: string;
    team: string | null;
    respondBy: string | null;
    urgent: boolean;
  }): Wording => {
    const who = ticket.team ? `已派给${ticket.team}` : '已登记';
    const by = ticket.respondBy ? `，${ticket.respondBy} 前会有人联系您` : '';
    const urgent = ticket.urgent ? '已按加急处理。' : '';
    return [`登记好了：${ticket.number}，${who}${by}。${urgent}有进展我会告诉您。`];
  },
  openedClosedHours: (opensAt: string, reachAt: string | undefined): string =>
    `现在是下班时间，${opensAt} 上班。${reachAt ? `急事请找${reachAt}。` : ''}`,
  ticketTitle: (number: string) => `工单 ${number}`,

  statusOne: (ticket: {
    number: string;
    title: string;
    status: string;
    who: string;
    by: string;
  }): Wording => [`${ticket.number}「${ticket.title}」：${ticket.status}${ticket.who}${ticket.by}。`],
  statusMany: (count: number): Wording => [`您有 ${count} 张在办的单：`],
  noTickets: (): Wording => [
    '您现在没有在办的单。要报修的话，直接说哪里坏了就行。',
    '没有查到您在办的单。有新问题直接告诉我。',
  ],
  noSuchTicket: (number: string): Wording => [
    `您名下没有 ${number} 这张单，请核对一下单号。`,
    `没有查到您的 ${number}。单号是 T 开头加日期和四位数，麻烦再看一眼。`,
  ],
  whichTicket: (): Wording => ['是哪一张？', '您说的是哪张单？'],
  nothingEligible: (): Wording => [
    '没有可以这样处理的单。需要报修的话直接说情况就行。',
    '您目前没有对得上的单，有新问题请直接说。',
  ],
  openedKnown: (number: string): Wording => [
    `${number} 记下了。这是已知故障，好几位同事都遇到了，正在处理，每一步进展我都告诉您。`,
  ],
  askSame: (number: string, title: string): Wording => [`这和 ${number}「${title}」是同一件事吗？`],
  sameTitle: '是不是同一件事',
  urged: (ticket: { number: string; who: string; by: string }): Wording => [
    `已经替您催了 ${ticket.number}，${ticket.who}${ticket.by}。有消息第一时间告诉您。`,
    `${ticket.number} 又催了一遍，${ticket.who}${ticket.by}。让您久等了。`,
  ],
  added: (number: string): Wording => [`补充到 ${number} 里了，工程师能看到。`, `好，已加进 ${number}。`],
  changed: (number: string): Wording => [`${number} 改过来了，处理的同事能看到。`, `好，${number} 已更正。`],
  askCancel: (number: string, title: string): Wording => [
    `要撤销 ${number}「${title}」吗？撤销后就不派人了。`,
  ],
  cancelled: (number: string): Wording => [`${number} 已撤销，不再派人。以后有问题再找我。`],
  kept: (number: string): Wording => [`好，${number} 保留，照常处理。`],
  askReopen: (): Wording => [
    '还有什么问题？说一下现在的情况，我请工程师再来。',
    '现在是什么样子？我转给工程师。',
  ],
  reopened: (number: string): Wording => [`${number} 已重新打开，会有人再来处理。给您添麻烦了。`],
  notAllowed: (number: string, status: string): Wording => [
    `${number} 现在是「${status}」，这一步办不了。有别的需要请直接说。`,
    `这张单（${number}）已经是「${status}」了，不能再这样处理。`,
  ],
  askRating: (number: string): Wording => [
    `${number} 这次服务您打几分？1–5 分。`,
    `给 ${number} 打个分吧，1 到 5。`,
  ],
  nothingToRate: (): Wording => [
    '您现在没有等着评价的单，谢谢。有需要办的直接说。',
    '没有待评价的单。要办什么，直接说就行。',
  ],
  ratingLeft: (): Wording => ['好的，不评也没关系。有事再找我。'],
  ratingRange: (): Wording => ['打分是 1 到 5 分。', '1 到 5 分里选一个就行。'],
  reasonLeft: (): Wording => ['好的，谢谢您。', '明白，谢谢。'],
  askCallback: (): Wording => ['负责人会给您回电，打哪个号码方便？'],
  ratingTitle: '服务评价',
  rated: (score: number): Wording =>
    score >= 4
      ? ['谢谢您的肯定，我会转告工程师。', '收到，谢谢！']
      : ['谢谢您如实打分，我们会改进。', '记下了，谢谢您的意见。'],
  askLowReason: (): Wording => ['哪里没做好？说一句就行，我们来改；不想说可以回「没有」。'],
  reasonKept: (): Wording => ['记下了，会有人回访您。给您添麻烦了，抱歉。'],
  askComplaint: (): Wording => ['对不住。请说说是什么事、哪里不满意，我原样转给负责人。'],
  complained: (number: string): Wording => [
    `实在抱歉。您的意见已登记（${number}），直接交给负责人，会有人回电给您。`,
    `给您添堵了，对不起。投诉 ${number} 已转负责人处理。`,
  ],
  handoff: (number: string, phone: string | undefined): Wording => [
    `已经转给值班同事（${number}），他会在这里直接回复您。这期间您说的话都会转给他；想继续用机器人就回「转机器人」。${reach(phone)}`,
  ],
  handoffAfterMisses: (number: string, phone: string | undefined): Wording => [
    `我没弄明白，已请值班同事接手（${number}），他会在这里回复您。想继续用机器人就回「转机器人」。${reach(phone)}`,
  ],
  handoffClosed: (opensAt: string, reachAt: string | undefined): string =>
    `现在是下班时间，${opensAt} 上班。${reachAt ? `等不及可以找${reachAt}。` : ''}`,
  onDutyList: {
    lead: (day: string): string => `${day}值班：`,
    line: (team: string, name: string, phone: string): string => `· ${team}：${name} ${phone}`,
    none: (phone: string | undefined): string =>
      phone
        ? `没有排值班表，有事打服务台电话 ${phone}，或在这里直接说。`
        : '没有排值班表，有事在这里直接说。',
  },
  onDuty: (name: string, phone: string | undefined): string =>
    phone ? `今日值班${name}（${phone}）` : `今日值班${name}`,
  deskPhone: (phone: string): string => `服务台电话 ${phone}`,
  clarify: (): Wording => ['我没太听明白，您是想办哪件事？', '您是指下面哪一种？'],
  clarifyTitle: '请选一个',
  greeting: (name: string | undefined, desk: string): Wording => [
    `${name ? `${name}，` : ''}您好，这里是${desk}。哪里坏了、要办什么、想问怎么操作，直接说就行。`,
    `您好${name ? `，${name}` : ''}！有什么要我办的，直接说。`,
  ],
  thanked: (): Wording => ['不客气，有事随时找我。', '应该的。', '不用谢，祝您工作顺利。'],
  help: (desk: string, phone: string | undefined): string =>
    `我是${desk}的机器人，您用平常的话说就行：\n· 报修：「三楼302打印机卡纸了」\n· 办事：「帮我装个 WPS」「换个硒鼓」\n· 问操作：「WPS 怎么从第三页编页码」\n· 订会议室：「明天下午三点二楼会议室，20 人，要话筒」\n· 查进度、催办、补充、撤销、评价、投诉，说一声就办\n· 找人：「转人工」${phone ? `，或打 ${phone}` : ''}`,
  outOfScope: (): Wording => [
    '这个我帮不上忙，我管的是电脑、打印、网络、系统和会议这些事。',
    '这事不归服务台管，我怕说错。电脑、网络、打印、会议方面的问题尽管找我。',
  ],
  idle: (): Wording => ['好的。还有什么要办的，直接说。', '嗯，有事您说。'],

  askStart: (again: boolean): Wording =>
    again
      ? ['会议哪天几点开始？比如「明天下午三点」。', '说一下日期和钟点就行，比如「周五上午九点到十一点」。']
      : ['什么时候开？从几点到几点？', '会议时间是？几点开始、几点结束？'],
  noSuchDay: (day: string): Wording => [`没有${day}这一天，是不是记错了？会议哪天、几点到几点？`],
  askHour: (day: string): Wording => [`${day}几点开始？`, `${day}从几点开到几点？`],
  askEnd: (again: boolean): Wording =>
    again
      ? ['大概开多久？比如「两个小时」或「到五点」。', '几点散会？说个钟点或时长都行。']
      : ['开到几点？', '几点结束，或者大概多长时间？'],
  askRoom: (again: boolean): Wording =>
    again
      ? ['在哪个会议室？说楼层或房间号也行。', '说个会议室名字或门牌号，比如「302」「第一会议室」。']
      : ['用哪个会议室？', '在哪里开？'],
  askAttendees: (again: boolean): Wording =>
    again ? ['大概多少人？给个数就行。', '估个人数，比如「20」。'] : ['大约多少人参加？', '有多少人？'],
  meetingLead: (): Wording => ['会议我这样记，您看对不对？', '核对一下会议安排：'],
  meetingTitle: '会议预约（待确认）',
  meetingDefaultTitle: (who: string | undefined): string => (who ? `${who}的会议` : '会议'),
  booked: (meeting: { number: string; room: string; when: string }): Wording => [
    `会议登记好了：${meeting.number}，${meeting.when}，${meeting.room}。布场同事确认后我告诉您；要改或取消直接跟我说。`,
  ],
  rooms: {
    taken: (room: string): Wording => [`${room} 那个时间已经有会了。`, `${room} 那会儿还是已经有会。`],
    closed: (room: string, hours: string): Wording =>
      hours
        ? [`${room} 那个时间不开放，当天开放的是 ${hours}。`, `${room} 当天只开放 ${hours}。`]
        : [`${room} 那天不开放。`, `${room} 那天关着，订不了。`],
    tooSmall: (room: string, capacity: number, people: number): Wording => [
      `${room} 这样摆最多坐 ${capacity} 人，${people} 人坐不下。`,
      `${people} 人超过了 ${room} 能坐的 ${capacity} 人。`,
    ],
    reserved: (room: string, departments: string): Wording => [
      `${room} 只供${departments}使用，您这边订不了。`,
      `${room} 是${departments}专用的。`,
    ],
    short: (things: readonly string[]): Wording => [
      `那个时间${things.join('，')}。`,
      `设备不够：${things.join('，')}。`,
    ],
    shortOf: (what: string, wanted: number, free: number): string =>
      free > 0 ? `${what}只剩 ${free}，不够 ${wanted}` : `${what}没有空余的了`,
    thesePossible: (): string => '这些可以：',
    noAlternative: (): string => '一周内没找到合适的安排。换个会议室、时间，或者减点需求？',
    noneFree: (): Wording => [
      '那个时间没有合适的会议室空着。换成这些行吗？',
      '还是没有空着的，这些时间可以：',
    ],
    which: (again: boolean): Wording =>
      again
        ? ['选一间，或者说会议室的名字；没有特别要求就回「随便哪个」。']
        : ['用哪个会议室？这几间那时空着：', '在哪里开？那个时间空着的有：'],
    noneLarger: (): Wording => ['那个时间没有更大的会议室空着。换个时间，或者说个会议室的名字？'],
    offerSize: (capacity: number): string => `${capacity} 人`,
    offerPlace: (building: string, floor: string): string => `${building}${floor ? `${floor}楼` : ''}`,
    held: (until: string): string => `会议室先给您留到 ${until}。`,
    partOfDay: (said: string): string =>
      ['上午', '中午', '下午', '晚上'].find((part) => said.includes(part)) ??
      (/早上/.test(said) ? '上午' : ''),
    meetingOf: (department: string): string => `${department}的会`,
    busyAt: (span: string, whose: string): string => `${span} ${whose || '有会'}`,
    busyRoom: (room: string, busy: readonly string[]): string => `${room}：${busy.join('，')}`,
    noMeetingThere: (when: string, place: string): Wording => [
      `${when}${place}没有会。`,
      `查过了，${when}${place}没有安排会议。`,
    ],
    meetingsThere: (when: string, place: string): string => `${when}${place}有这些会：`,
    isFree: (when: string, room: string): string => `${when}${room}空着，要的话我现在就订。`,
    isBusy: (when: string, busy: string): string => `${when}都占着：${busy}。要不要看看别的会议室？`,
    isPartlyFree: (when: string, busy: string, free: readonly string[]): string =>
      `${when}有会：${busy}；${free.join('、')} 空着。`,
    allBusy: (when: string): Wording => [
      `${when}合适的会议室都占着。换个时间？`,
      `${when}没有空着的了，换个时间看看？`,
    ],
    freeThen: (when: string): string => `${when}空着的有：`,
    freeRoom: (room: string, times: readonly string[]): string =>
      times.length > 0 ? `${room}：${times.join('、')}` : `${room}：都空着`,
    bookThis: (room: string): string => `订${room}`,
    noSuchRoom: (): Wording => ['没有符合条件的会议室。换个条件，或者说会议室的名字？'],
    noneOfYours: (when: string): Wording => [`${when}没有您约的会。`, `没查到您${when}约的会。`],
    theseAreYours: (count: number): string => (count === 1 ? '您约了这场会：' : `您约了 ${count} 场会：`),
    yours: (number: string, title: string, when: string, room: string, things: string): string =>
      `${when} ${room}「${title}」（${number}）${things ? `，${things}` : ''}`,
  },
  series: {
    daily: '每天',
    workdays: '每个工作日',
    weekly: (interval: number, days: readonly number[]): string =>
      `${interval > 1 ? '每两周的' : '每'}${days.map((day) => ['周一', '周二', '周三', '周四', '周五', '周六', '周日'][day]).join('、')}`,
    monthly: (day: number): string => `每月 ${day} 号`,
    until: (when: string): string => `到 ${when}`,
    skipped: '遇法定节假日跳过',
    moved: '遇法定节假日顺延',
    comma: '，',
    askUntil: (): Wording => [
      '这个会开到什么时候为止？比如「到12月底」；没定就回「长期」。',
      '最后一场到哪天？说个日期，没定就回「长期」。',
    ],
    booked: (count: number, first: string, last: string, missed: string): Wording => [
      `订好了 ${count} 场：第一场 ${first}，最后一场 ${last}。${missed ? `这几天没订上（会议室不空）：${missed}，要不要给它们另找会议室？` : ''}要改或取消，说一声就行，只动一场或全部都可以。`,
    ],
    none: (missed: string): Wording => [
      missed
        ? `一场都没订上，会议室在这些天都不空：${missed}。换个会议室或时间？`
        : '按这个安排排不出一场来。换个日子试试？',
    ],
    andMore: (days: readonly string[], count: number): string => `${days.join('、')} 等 ${count} 天`,
    askWhich: (title: string): Wording => [`「${title}」是重复的会，只改这一场，还是往后每场都改？`],
    askCancelWhich: (title: string): Wording => [`「${title}」是重复的会，只取消这一场，还是往后的都取消？`],
    one: (when: string): string => `只这一场（${when}）`,
    all: '往后每一场',
    changed: (count: number, missed: string): Wording => [
      `改好了 ${count} 场。${missed ? `这几天没改成，还是原来的安排：${missed}。` : ''}布场同事会重新确认。`,
    ],
    cancelled: (count: number): Wording => [`往后的 ${count} 场都取消了，会议室放出来了。`],
  },
  meetingInvalid: (what: string): Wording =>
    ({
      past: '这个时间已经过去了，换个时间吧。几点开始？',
      end_before_start: '结束时间比开始还早，请再说一遍几点到几点。',
      too_far: '这个时间太远了，只能预约一年以内的。换个时间？',
      too_long: '这个时间段太长了，像是哪里说反了。请再说一下几点到几点。',
      overnight: '这样会跨过零点，一般是哪里说反了。请再说一下几点到几点；真要开到第二天，就分两天各订一场。',
    })[what] ?? '这个时间排不了，请换一个。',
  whichMeeting: (): Wording => ['是哪一个会？', '您说的是哪场会？'],
  noMeetingThen: (day: string): Wording => [`${day}没有您的会，是下面这个吗？`],
  noMeetings: (): Wording => ['没有查到您预约的会议。要约会议室的话，告诉我时间、地点和人数。'],
  askChange: (): Wording => ['会议要改成什么样？比如「改到四点」「换 302」「40 人」。'],
  meetingChanged: (number: string, differences: readonly string[]): Wording => [
    differences.length > 0
      ? `改好了（${number}）：${differences.join('；')}。布场同事会重新确认。`
      : `${number} 本来就是这样，没有要改的。`,
  ],
  /** `was` is empty where it was not said before. */
  changedTo: (label: string, was: string, is: string): string =>
    was ? `${label} ${was} → ${is}` : `${label} → ${is || '无'}`,
  askCancelMeeting: (title: string, when: string): Wording => [`取消「${title}」（${when}）吗？`],
  meetingCancelled: (number: string): Wording => [`${number} 已取消，会议室放出来了。`],
  meetingKept: (): Wording => ['好，会议照旧。'],

  notice: {
    accepted: (number: string, title: string, who: string): Wording => [
      `${who}已接单，来处理「${title}」（${number}）。`,
    ],
    assigned: (number: string, title: string, who: string): Wording => [
      `「${title}」（${number}）已安排给${who}。`,
    ],
    transferred: (number: string, who: string): Wording => [`${number} 转给${who}处理了，进度不受影响。`],
    on_hold: (number: string, reason: string, until: string | undefined): Wording => [
      `${number} 要等一等${reason ? `：${reason}` : ''}${until ? `，预计${until}${/\d$/.test(until) ? ' ' : ''}继续` : ''}。继续处理时我会告诉您。`,
    ],
    resumed: (number: string): Wording => [`${number} 继续处理了。`],
    resolved: (number: string, title: string, who: string, result: string): Wording => [
      `${who}说「${title}」（${number}）处理好了：${result}。您看好了吗？`,
    ],
    resolvedTitle: '请确认',
    closed: (number: string): Wording => [`${number} 已办结。`],
    cancelled: (number: string, why: string | undefined): Wording => [
      `${number} 已撤销${why ? `：${why}` : ''}。有疑问请直接回复。`,
    ],
    reopened: (number: string): Wording => [`${number} 已重新打开，会再来处理。`],
    commented: (number: string, who: string, text: string): Wording => [`${who}（${number}）：${text}`],
    breached: (number: string, who: string, expected: string | undefined): Wording => [
      `${number} 没能按约定时间处理，对不起。已经上报负责人${who ? `，并再催了${who}` : ''}，${
        expected ? `预计${expected}前处理好，有变化我先告诉您。` : '有进展马上告诉您。'
      }`,
    ],
    arrived: (number: string, who: string): Wording => [`${who}已到现场，在处理 ${number}。`],
    delayed: (number: string, until: string | undefined, why: string | undefined): Wording => [
      `${number} 要比原先约的久一些${why ? `：${why}` : ''}${until ? `，预计${until}前处理好` : ''}。让您久等了，有变化我先告诉您。`,
    ],
    send_out: (number: string, what: string): Wording => [
      `${number} 在现场修不好，要送出去修：${what}。已经请您部门审批，批下来之前设备不会带走。`,
    ],
    send_out_approved: (number: string, who: string): Wording => [
      `${number} 的送修已由${who}批准，接着去修。`,
    ],
    send_out_rejected: (number: string, who: string, why: string | undefined): Wording => [
      `${number} 的送修${who}没有批${why ? `：${why}` : ''}，设备不动，工程师会另想办法。`,
    ],
    linked: (number: string): Wording => [
      `${number} 和别的同事报的是同一个故障，已经并在一起处理，每一步进展都会告诉您。`,
    ],
    merged: (number: string, into: string): Wording => [
      `${number} 和 ${into} 是同一件事，合并到 ${into} 继续处理。`,
    ],
    major: (number: string): Wording => [`${number} 已按重大故障处理，负责人在跟进，每一步都会告诉您。`],
    meeting: {
      confirmed: (number: string, when: string, room: string): Wording => [
        `会议 ${number} 已确认：${when}，${room}。`,
      ],
      changed: (number: string, when: string, room: string): Wording => [
        `会议 ${number} 有变动，现在是 ${when}，${room}。`,
      ],
      cancelled: (number: string, why: string | undefined): Wording => [
        `会议 ${number} 已取消${why ? `：${why}` : ''}。`,
      ],
      started: (number: string): Wording => [`会议 ${number} 开始了，有问题随时说。`],
      finished: (number: string): Wording => [`会议 ${number} 结束了，辛苦。`],
    },
  },
  /** What the knowledge base tells people by itself. */
  knowledge: {
    nowAnswered: (question: string, title: string): string =>
      `您之前问过「${short(question)}」，当时没有答案。现在知识库里有了：《${title}》。照原话再问我一次，就能看到步骤。`,
    lecturePublished: (title: string, episode: number | undefined, url: string | undefined): string =>
      `微课堂上新${episode === undefined ? '' : `第${episode}课`}：《${title}》${url ? `\n${url}` : ''}\n不想再收到，回复「退订微课堂」。`,
    subscribed: (): string => '订好了，微课堂每出一课我就告诉您。想停随时说「退订微课堂」。',
    alreadySubscribed: (): string => '您已经订阅了微课堂，有新课我会告诉您。',
    unsubscribed: (): string => '已退订，以后不再推送微课堂。想看了说「订阅微课堂」就行。',
    notSubscribed: (): string => '您没有订阅微课堂，不会收到推送。',
    rated: (episode: number, stars: number): string => `记下了，第${episode}课 ${stars} 分，谢谢。`,
    noSuchLecture: (episode: number): string =>
      `没有找到第${episode}课。课号在微课堂的卡片上，例如「第12课5分」。`,
    lectureDue: (title: string, episode: number, due: string): string =>
      `微课堂第${episode}课《${title}》应在 ${due} 前发布，现在还没有。录好后请在知识库里发布；要改期请告诉我们。`,
  },
  /** One person, several accounts. */
  identity: {
    channels: { web: '网页', feishu: '飞书', telegram: 'Telegram', wechat: '微信', phone: '电话' } as Record<
      string,
      string
    >,
    code: (code: string, minutes: number): string =>
      `您的绑定码是 ${code}，${minutes} 分钟内有效。在另一个聊天软件里对我说「绑定 ${code}」，两边就是同一个人了。这个码请不要告诉别人。`,
    joined: (name: string | undefined): string =>
      `绑定好了${name ? `，${name}` : ''}。您在别处报的单子，在这里也能查、能催了。`,
    joinedElsewhere: (channel: string): string =>
      `您的身份刚刚在${channel}上绑定了一个账号。不是您本人操作的话，请马上回复「转人工」。`,
    refused: {
      unknown: (): string =>
        '这个绑定码不对，或者已经过期。请在原来的聊天里说「绑定账号」重新取一个，再发给我。',
      too_many: (): string => '试错的次数多了，请一小时后再试；着急的话回复「转人工」。',
      own: (): string => '这个账号早已绑定好了，不用再绑一次。',
      taken: (): string => '这个账号已经绑定在另一个人名下。要换的话，先说「解除绑定」，再重新绑定。',
    },
    left: (): string => '已经解除绑定。这里只看得到在这里报的单子；想再绑定，随时说「绑定账号」。',
    notJoined: (): string => '这个账号没有绑定过，不用解除。',
    unknownYou: (): string =>
      '我还不知道您在通讯录里是哪一位。在别的聊天软件里用过我的话，说「绑定账号」就能连起来。',
    you: ({
      name,
      department,
      channels,
    }: {
      name: string;
      department?: string | undefined;
      channels: string[];
    }): string =>
      `您是${department ?? ''}${name}${channels.length > 1 ? `，${channels.join('、')}都认得您` : ''}。`,
  },
  dispatch: {
    title: (number: string, title: string): string => `${number} ${title}`,
    lead: {
      new: (number: string): string => `新工单 ${number}`,
      urgent: (number: string): string => `【加急】新工单 ${number}`,
      complaint: (number: string): string => `【投诉】${number}`,
      handoff: (number: string): string => `【转人工】${number}`,
      reopened: (number: string): string => `【重新打开】${number}`,
    },
    status: (status: string, who: string | null): string => (who ? `${status} · ${who}` : status),
    due: (respondBy: string | null, onSiteBy: string | null, resolveBy: string | null): string =>
      [
        respondBy ? `${respondBy}前响应` : '',
        onSiteBy ? `${onSiteBy}前到场` : '',
        resolveBy ? `${resolveBy}前解决` : '',
      ]
        .filter(Boolean)
        .join('，'),
    overdue: (text: string): string => `${text}（已超时）`,
    buttons: {
      accept: '接单',
      transfer: '转派',
      hold: '挂起',
      arrive: '到场',
      sendOut: '送修申请',
      resume: '继续处理',
      resolve: '完成',
      handback: '交还机器人',
    },
    form: {
      to: '转给谁（组或工程师）',
      why: '原因',
      holdReason: '为什么挂起',
      note: '说明',
      until: '到什么时候（可不填）',
      resolution: '做了什么',
      cause: '故障原因（可不填）',
      parts: '用了什么配件（可不填）',
      tip: '给用户的提示（可不填）',
      sendOut: '送修什么、为什么',
    },
    fields: {
      description: '原话',
      reporter: '报修人',
      contact: '联系',
      due: '时限',
      tried: '已试过',
      incident: '同一故障',
      recurs: '反复出现',
      left: '还剩',
      suggested: '建议',
      attachments: '附件',
      status: '状态',
      duty: '今日值班',
    },
    meeting: {
      title: (number: string, title: string): string => `会议 ${number}「${title}」`,
      statuses: {
        requested: '待确认',
        confirmed: '已确认',
        in_progress: '进行中',
        done: '已结束',
        cancelled: '已取消',
      },
      bookedBy: '预约人',
      assurance: '保障级别',
      assured: '重要会议：两人到场、备用设备、提前联调',
      tasks: { setup: '布场', test: '会前联调', standby: '值守', teardown: '撤场' },
      finalTest: '开会前复测',
      checks: {
        remote_sites: '各分会场连通',
        spare: '备用设备到位',
        counted: '设备清点',
        powered_off: '断电关机',
      },
      nobody: '待安排',
      taskDue: (when: string, who: string, items: string): string =>
        `${when} 前，${who}${items ? `；检查：${items}` : ''}`,
      taskFrom: (when: string, who: string, items: string): string =>
        `${when} 起，${who}${items ? `；看着：${items}` : ''}`,
      taskDone: (who: string, result: string): string => `✓ ${who}${result ? `：${result}` : ''}`,
      found: (item: string, ok: boolean, note: string): string =>
        `${item}${ok ? '正常' : '异常'}${note ? `（${note}）` : ''}`,
      confirm: '确认保障',
      finish: (task: string): string => `${task}完成`,
      result: '结果（可不填）',
      taskNoted: (number: string, task: string, who: string): string =>
        `${who} 完成了会议 ${number} 的${task}。`,
      noOpenTask: (number: string): Wording => [`会议 ${number} 没有还没做完的这项任务。`],
    },
    missing: {
      phone: '未留电话，可用「备注」在对话里联系',
      place: '没有说地点',
    },
    done: {
      accept: (number: string, who: string): string => `${who} 接了 ${number}。`,
      transfer: (number: string, who: string, to: string, why: string): string =>
        `${who} 把 ${number} 转给了 ${to}${why ? `：${why}` : ''}。`,
      hold: (number: string, who: string, reason: string): string => `${who} 挂起了 ${number}：${reason}。`,
      cancel: (number: string, who: string): string => `${who} 撤销了 ${number}，不用去了。`,
      close: (number: string, who: string): string => `${who} 关闭了 ${number}。`,
      meetingConfirmed: (number: string): string => `会议 ${number} 已确认，已告诉预约人。`,
      meetingCancelled: (number: string): string => `会议 ${number} 已取消，已告诉预约人。`,
      resume: (number: string, who: string): string => `${who} 恢复处理 ${number}。`,
      acknowledge: (number: string, who: string): string => `${who} 已知悉 ${number}。`,
      arrive: (number: string, who: string): string => `${who} 已到场：${number}。`,
      delay: (number: string, when: string): string => `${number} 改为预计 ${when} 前处理好，已经告诉用户。`,
      send_out: (number: string, approver: string): string =>
        `${number} 的送修申请已经提交给${approver}，批准之前设备不能带走。`,
      declare_major: (number: string, who: string): string => `${who} 把 ${number} 定为重大故障。`,
      plan: (number: string): string => `${number} 的备选方案记下了。`,
      review: (number: string): string => `${number} 的故障报告记下了。`,
      resolve: (number: string, who: string): string => `${who} 完成了 ${number}，等用户确认。`,
      comment: (number: string): string => `已转告用户（${number}）。`,
      escalate: (number: string, who: string): string => `${who} 上报了 ${number}。`,
      handback: (number: string): string => `${number} 已交还机器人，后面由它接着答。`,
    },
    takenBy: (number: string, status: string, who: string): Wording => [
      `${number} 已经由 ${who} 接了（${status}）。`,
    ],
    alreadyYours: (number: string): Wording => [`${number} 您已经接了，正在您手上。`],
    refused: (number: string, status: string): Wording => [`${number} 已经是「${status}」，这一步办不了。`],
    meetingRefused: (number: string): Wording => [`会议 ${number} 已经开始、结束或取消了，这一步办不了。`],
    closeLater: (number: string, status: string): Wording => [
      `${number} 现在是「${status}」，还不能关闭。处理好了先发「完成 ${number} 做了什么」。`,
    ],
    unknown: (number: string): Wording => [`没有 ${number} 这张单，请核对单号。`],
    unknownEnding: (ending: string): Wording => [`今天没有尾号 ${ending} 的单，请写全单号。`],
    whichEnding: (ending: string, numbers: readonly string[]): Wording => [
      `尾号 ${ending} 的有 ${numbers.join('、')}，请写全单号。`,
    ],
    needNumber: (): Wording => [
      '是哪张单？带上单号，例如「接单 T20261118-0001」，或者直接回复那张卡片。',
      '还差单号。今天的单写后四位也行，例如「0001」；要看有哪些没接，发「查单」。',
    ],
    needTarget: (number: string): Wording => [
      `${number} 转给谁？例如「转给 李工 ${number}」。`,
      `${number} 转给哪个组或哪位工程师？直接说名字就行。`,
    ],
    unknownColleague: (said: string, near: readonly string[]): Wording => [
      `没有「${said}」这个人或组，单子没有动。可以转给：${near.join('、')}。`,
    ],
    whichColleague: (names: readonly string[]): Wording => [`是哪一位？${names.join('、')}。`],
    needHoldReason: (number: string): Wording => [
      `${number} 为什么挂起？等配件、等厂商、等用户、等审批，还是别的？`,
      `${number} 等什么？说一句就挂起，例如「等配件 到周五」。`,
    ],
    pastUntil: (number: string): Wording => [`那个时间已经过去了，${number} 没有挂起。要挂到什么时候？`],
    needResolution: (number: string): Wording => [
      `${number} 做了什么？例如「完成 ${number} 更换定影组件」。`,
      `${number} 还差一句处理结果，直接说就行，例如「更换定影组件」。`,
    ],
    needUntil: (number: string): Wording => [
      `${number} 预计什么时候好？例如「明天下午三点」。`,
      `${number} 说个日期和钟点，我转告用户，例如「周五上午十点」。`,
    ],
    needWhat: (number: string): Wording => [
      `${number} 要送修什么、为什么？例如「送修 ${number} 打印机定影坏，返厂」。`,
      `${number} 说一句送修什么就行，例如「主机电源坏，返厂」。`,
    ],
    needPlan: (number: string): Wording => [
      `${number} 的备选方案是什么？`,
      `${number} 说一下打算怎么先顶上。`,
    ],
    needReview: (number: string): Wording => [
      `${number} 的故障原因是什么？可以一起说「原因：… 临时措施：… 根治：… 预防：…」。`,
      `${number} 至少说一下原因。`,
    ],
    recurs: (times: number): string => `这台设备 30 天内第 ${times} 次`,
    incident: {
      title: (count: number): string => `疑似同一故障：${count} 人报告`,
      body: (number: string, title: string): string =>
        `${number} ${title}，最近有多人报了类似问题。是同一个故障吗？`,
      confirm: '合并为一个事件',
      dismiss: '不是同一个',
      confirmed: (number: string, count: number): string =>
        `已合并到 ${number}，共 ${count} 人报告。接单、挂起、完成都对 ${number} 操作，会同时告诉所有人。`,
      dismissed: (number: string): string => `好，${number} 单独处理，不再提示。`,
      reports: (count: number): string => `${count} 人报告`,
      behind: (number: string): string => `并入 ${number}`,
    },
    links: {
      merged: (number: string, to: string): string => `${number} 已合并到 ${to}。`,
      linked: (number: string, to: string): string => `${number} 已关联到 ${to}，进展一起告诉。`,
      unlinked: (number: string): string => `${number} 已拆出来，单独处理。`,
      needTwo: '要写两张单，后一张是留下的那张，例如「合并 T…0002 到 T…0001」。',
      refused: (number: string): string => `${number} 现在合不了：要么已经办结，要么不在事件里。`,
    },
    sendOut: {
      title: (number: string): string => `送修审批 ${number}`,
      lead: (what: string): string => `有设备要送出去修，请审批：${what}`,
      leadForDesk: (what: string, who: string): string => `请联系${who}审批送修，再在这里记录：${what}`,
      nobody: '部门负责人',
      asks: '申请人',
      what: '送修',
      approve: '同意',
      reject: '不同意',
      approved: (number: string, who: string): string => `${who}同意了 ${number} 的送修。`,
      rejected: (number: string, who: string): string => `${who}没有同意 ${number} 的送修，设备不能带走。`,
      gone: '这张审批已经处理过了。',
      which: (numbers: readonly string[]): string =>
        `有几张等您审批：${numbers.join('、')}。请带上单号，例如「同意 ${numbers[0] ?? ''}」。`,
    },
    needText: (number: string): Wording => [
      `要转告什么？例如「备注 ${number} 下午三点到」。`,
      `${number} 要转告用户哪句话？直接说就行。`,
    ],
    dropped: (): Wording => ['好，不办了。'],
    help: (): string =>
      '群里可以这样用：「接单 T…」「转给 李工 T…」「挂起 T… 等配件」「继续 T…」「到场 T…」「延期 T… 到什么时候」「送修 T… 什么」「完成 T… 做了什么」「备注 T… 转告用户的话」「撤销 T… 原因」「关闭 T…」「查 T…」，会议「确认 M…」「取消 M…」。「查单」列出还没人接的单。今天的单写后四位也行，几张单可以一起写；直接回复卡片不用带单号。',
    waiting: {
      none: '现在没有等着接的单。',
      lead: (count: number, shown: number): string =>
        count > shown ? `还有 ${count} 张单没人接，最急的 ${shown} 张：` : `还有 ${count} 张单没人接：`,
      respondBy: (when: string): string => `${when} 前响应`,
      overdue: '已超时',
    },
    alert: {
      targets: {
        respond: '响应',
        on_site: '到场',
        resolve: '解决',
        fallback_plan: '备选方案',
        report: '故障报告',
      },
      over: (number: string, target: string, late: string): string => `⚠ ${number} 超过${target}时限 ${late}`,
      ahead: (number: string, target: string, left: string): string =>
        `${number} 离${target}时限还有 ${left}`,
      about: (title: string, facts: string): string => `${title}（${facts}）`,
      nobody: '还没人接',
      asked: (names: string): string => `请 ${names} 关注`,
      pressing: '前一级没有回应，已经逐级上报',
      told: (when: string): string => `已告诉用户预计 ${when}`,
      minutes: (count: number): string => `${count} 分钟`,
      hours: (hours: number, minutes: number): string =>
        minutes > 0 ? `${hours} 小时 ${minutes} 分钟` : `${hours} 小时`,
      days: (days: number): string => `${days} 天`,
      title: (number: string): string => `时限提醒 ${number}`,
      digestTitle: (count: number): string => `时限提醒：${count} 张单`,
      digest: (over: number, ahead: number): string =>
        [over > 0 ? `${over} 项已超时` : '', ahead > 0 ? `${ahead} 项快到时限` : '']
          .filter(Boolean)
          .join('，'),
      more: (count: number): string => `还有 ${count} 张，在工单列表里筛「超时」可以看到全部。`,
      acknowledge: '已知悉',
      acknowledged: (who: string, numbers: string): string => `${who} 已知悉：${numbers}。`,
      acknowledgedMany: (who: string, count: number): string => `${who} 已知悉这 ${count} 张单。`,
      nothing: '这条提醒已经处理过了。',
    },
    line: {
      urge: (number: string, who: string): string => `${who} 催办 ${number}。`,
      comment: (number: string, who: string, text: string): string => `${who}（${number}）补充：${text}`,
      updated: (number: string, who: string, text: string): string => `${who}（${number}）补充更正：${text}`,
      reopen: (number: string, who: string, why: string): string => `${who} 说 ${number} 还没好：${why}`,
      cancel: (number: string, who: string): string => `${who} 撤销了 ${number}，不用去了。`,
      escalate: (number: string, who: string, why: string): string => `${who} 要找人处理 ${number}：${why}`,
      low: (number: string, score: number, why: string): string =>
        `${number} 评价 ${score} 分${why ? `：${why}` : ''}，请回访。`,
      meetingNew: (number: string, when: string, room: string, title: string): string =>
        `新会议 ${number}：${when}，${room}，${title}`,
      meetingChanged: (number: string, when: string, room: string): string =>
        `会议 ${number} 有变动：${when}，${room}`,
      meetingPeople: (count: number): string => `${count} 人`,
      meetingAtOnce: (who: string): string => `现在是下班时间，请值班 ${who} 马上确认。`,
      meetingUnconfirmed: (number: string, when: string, room: string, who: string): string =>
        `⚠ 会议 ${number}（${when}，${room}）还没有人确认保障，请 ${who} 回复「确认 ${number}」。`,
      meetingTaskLate: (number: string, task: string, due: string, who: string): string =>
        `⚠ 会议 ${number} 的${task}应在 ${due} 完成，还没有报完成，请 ${who} 处理，做好了回复「完成 ${number} ${task}」。`,
      onDuty: (who: string): string => `值班 ${who}`,
      meetingApprover: (who: string): string => `这间要 ${who} 同意，同意后再确认。`,
      meetingConfirm: (number: string): string => `能保障就回复「确认 ${number}」，预约人会收到通知。`,
      someone: '报修人',
      meetingCancelled: (number: string): string => `会议 ${number} 取消了。`,
    },
  },
  pendingWho: (team: string | null, assignee: string | null): string =>
    assignee ? `，${assignee}负责` : team ? `，${team}负责` : '',
  pendingBy: (by: string | null): string => (by ? `，最迟${by}前` : ''),
  pendingLate: (expected: string | null): string =>
    expected ? `，比约定的晚了，预计${expected}前处理好` : '，已经超过约定时间，正在催',
  pendingHold: (reason: string | null, until: string | null): string =>
    [reason, until ? `预计${until}${/\d$/.test(until) ? ' ' : ''}继续` : '']
      .filter(Boolean)
      .map((part) => `，${part}`)
      .join(''),
};

type Loose<T> = T extends (...args: infer A) => string
  ? (...args: A) => string
  : T extends (...args: infer A) => infer R
    ? (...args: A) => R
    : T extends string
      ? string
      : { [K in keyof T]: Loose<T[K]> };

/** What every language has to say. */
export type Texts = Loose<typeof zh>;
