/** Everything this page says, in Chinese. What the desk itself says comes from the server. */
import type { TicketAction } from '../board/allowed-actions.ts';
import type { Span } from '../board/time-left.ts';
import type { Category, Meeting, Status, Urgency } from '../shapes.ts';

function length({ days, hours, minutes }: Span): string {
  if (days > 0) return hours > 0 ? `${days} 天 ${hours} 小时` : `${days} 天`;
  if (hours > 0) return minutes > 0 ? `${hours} 小时 ${minutes} 分` : `${hours} 小时`;
  return `${minutes} 分钟`;
}

const status: Record<Status, string> = {
  new: '新建',
  assigned: '已派',
  accepted: '已接',
  on_hold: '挂起',
  resolved: '待确认',
  closed: '已关闭',
  cancelled: '已取消',
};

const category: Record<Category, string> = {
  computer: '电脑',
  printing: '打印复印',
  network: '网络',
  phone: '电话',
  account: '账号权限',
  email: '邮箱',
  software: '软件',
  security: '安全',
  business: '业务系统',
  conference: '会议设备',
  infrastructure: '机房设施',
  publishing: '网站发布',
  other: '其他',
};

const urgency: Record<Urgency, string> = { critical: '特急', high: '紧急', normal: '一般', low: '不急' };

const meetingStatus: Record<Meeting['status'], string> = {
  requested: '待确认',
  confirmed: '已确认',
  in_progress: '进行中',
  done: '已结束',
  cancelled: '已取消',
};

const action: Record<TicketAction, string> = {
  assign: '指派',
  accept: '接单',
  transfer: '转派',
  hold: '挂起',
  resume: '恢复处理',
  resolve: '完成',
  close: '关闭',
  reopen: '重新打开',
  escalate: '升级',
  urge: '催办',
  comment: '补充说明',
  cancel: '取消工单',
};

/** What stands in a ticket's history. */
const event: Record<string, string> = {
  created: '登记',
  assign: '指派',
  accept: '接单',
  transfer: '转派',
  hold: '挂起',
  resume: '恢复处理',
  resolve: '处理完成',
  close: '关闭',
  reopen: '重新打开',
  cancel: '取消',
  escalate: '升级',
  urge: '催办',
  comment: '补充说明',
  rated: '评价',
  merged: '并单',
  linked: '关联',
  updated: '更新信息',
  breached: '超时',
  escalated: '逐级上报',
  notified: '通知',
};

/** What a requester was told of, in a history entry of the kind `notified`. */
const told: Record<string, string> = {
  accepted: '已接单',
  assigned: '已指派',
  transferred: '已转派',
  on_hold: '已挂起',
  resumed: '已恢复处理',
  resolved: '已处理完成',
  closed: '已关闭',
  cancelled: '已取消',
  reopened: '已重新打开',
  commented: '有补充说明',
  breached: '已超时',
};

/** Keys inside a history entry's detail; one that is not listed is shown as it is. */
const detail: Record<string, string> = {
  event: '告知',
  team: '班组',
  assignee: '工程师',
  vendor: '厂商',
  reason: '原因',
  until: '预计恢复',
  note: '备注',
  resolution: '处理结果',
  cause: '原因分析',
  parts: '更换配件',
  rating: '评分',
  score: '评分',
  reasons: '原因',
  text: '内容',
  internal: '内部',
  target: '时限',
  level: '级别',
  status: '状态',
  from: '原为',
  to: '对象',
  by: '经办',
  channel: '渠道',
  title: '标题',
  description: '描述',
  urgency: '紧急程度',
  category: '类别',
  location: '地点',
  phone: '电话',
};

const holdReason: Record<string, string> = {
  parts: '等配件',
  vendor: '等厂商',
  user: '等用户',
  approval: '等审批',
  other: '其他',
};

const equipment: Record<string, string> = {
  projector: '投影',
  microphone: '话筒',
  video_conference: '视频会议',
  name_cards: '桌签',
  laptop: '笔记本',
  screen: '屏幕',
  banner: '横幅',
  recording: '录音录像',
  tea: '茶水',
  whiteboard: '白板',
  signage: '指引牌',
  printing: '材料打印',
  livestream: '直播',
};

const layout: Record<string, string> = {
  theatre: '剧院式',
  classroom: '课桌式',
  u_shape: 'U 形',
  boardroom: '会议桌',
  banquet: '圆桌',
};

const task: Record<string, string> = { setup: '布场', test: '调试', standby: '保障', teardown: '撤场' };

export const zh = {
  code: 'zh-CN',
  otherLanguage: 'English',
  status,
  category,
  urgency,
  meetingStatus,
  action,
  event,
  told,
  detail,
  holdReason,
  equipment,
  layout,
  task,
  kind: { fault: '故障', service: '服务' },
  breached: { respond: '响应超时', resolve: '解决超时' } as Record<string, string>,
  channel: { web: '网页', feishu: '飞书', telegram: 'Telegram', wechat: '微信', phone: '电话' } as Record<
    string,
    string
  >,
  system: '系统',
  yes: '是',
  no: '否',

  deskName: '服务台',
  deskPhone: (phone: string) => `热线 ${phone}`,
  live: '实时',
  liveHint: '新消息和工单变化会立即显示',
  polling: '定时刷新',
  pollingHint: '实时连接暂不可用，每 5 秒刷新一次',
  connecting: '连接中',

  time: {
    left: (span: Span) => `剩 ${length(span)}`,
    over: (span: Span) => `超 ${length(span)}`,
    before: (moment: string) => `${moment} 前`,
    paused: '计时暂停',
    today: '今天',
    tomorrow: '明天',
    yesterday: '昨天',
    day: (month: number, day: number) => `${month}月${day}日`,
    respond: '响应',
    resolve: '解决',
    none: '未设时限',
  },

  signIn: {
    title: '登录服务台',
    token: '访问令牌',
    hint: '令牌由管理员发放；登录后只保存在本机浏览器的受保护 Cookie 中。',
    submit: '登录',
    refused: '令牌不对，请核对后再试。',
    signOut: '退出',
    role: { chat: '报修人', viewer: '只读', dispatcher: '调度', admin: '管理员' },
  },

  panes: { chat: '对话', board: '工单看板', group: '派单群', switch: '切换面板' },

  chat: {
    input: '对服务台说',
    placeholder: '说说遇到了什么问题，一句话就行',
    send: '发送',
    keys: 'Enter 发送，Shift+Enter 换行',
    working: '对方正在处理…',
    desk: '服务台',
    welcome: '您好，这里是服务台',
    welcomeBody:
      '电脑、打印机、网络、账号、会议有问题都可以直接说。能自己解决的先给办法，解决不了就派人上门。',
    examples: [
      '三楼302打印机卡纸了，下午两点前要用',
      'OA 打不开，一直提示超时',
      '帮我装个 WPS',
      'WPS 怎么从第三页开始编页码',
      '明天下午三点二楼会议室开视频会，20 人，要话筒',
      '我报的那个修到哪儿了',
    ],
    failed: '没有发出去',
    retry: '重发',
    discard: '不发了',
    newer: '有新消息',
    tooLong: '一次最多 20,000 字，请分几次发。',
    openTicket: (number: string) => `查看工单 ${number}`,
  },

  identity: {
    title: '以谁的身份说话',
    current: (name: string) => `当前身份：${name}`,
    name: '姓名',
    department: '部门',
    phone: '联系电话',
    phoneHint: '不填时，需要上门会再问',
    save: '保存',
    another: '换个人试试',
    earlier: '用过的身份',
    nameless: '未署名',
    noPhone: '未留电话',
  },

  board: {
    tickets: '工单',
    meetings: '会议',
    scope: '范围',
    open: '未关闭',
    all: '全部',
    search: '搜索单号、标题、地点、人员',
    empty: '现在没有未关闭的工单',
    emptyHint: '有人报修后会出现在这里。',
    nothingFound: '没有符合条件的工单',
    overdue: '超时',
    onlyOverdue: '只看超时',
    more: (count: number) => `已结束的只显示最近 ${count} 张，更早的请用搜索。`,
    unassigned: '未指派',
    vip: '重点用户',
    level: (level: number) => `已升级 ${level} 级`,
    noMeetings: '近期没有会议',
    people: (count: number) => `${count} 人`,
    taskDone: '已完成',
    showOnly: (name: string) => `只看${name}`,
  },

  ticket: {
    drawer: (number: string) => `工单 ${number}`,
    requester: '报修人',
    contact: '联系人',
    department: '部门',
    phone: '电话',
    place: '地点',
    device: '设备',
    system: '系统',
    model: '型号',
    asset: '资产编号',
    quantity: '数量',
    deadline: '要求时间',
    team: '班组',
    assignee: '工程师',
    vendor: '厂商',
    priority: '优先级',
    created: '登记时间',
    respondBy: '响应时限',
    resolveBy: '解决时限',
    reached: (moment: string) => `已于 ${moment} 达成`,
    onHoldFor: (span: Span) => `累计挂起 ${length(span)}`,
    rating: '评价',
    score: (score: number) => `${score} 分`,
    attachments: '附件',
    description: '描述',
    history: '处理经过',
    facts: '基本信息',
    targets: '时限',
    tried: '看过的文章',
    onHold: '挂起原因',
    resolution: '处理结果',
    cause: '原因分析',
    parts: '更换配件',
    tip: '给用户的提示',
    confirmedBy: '确认人',
    notFound: '没有这张工单，可能单号有误。',
    fields: {
      to: '交给',
      toTeam: '整个班组',
      engineer: '工程师',
      reason: '原因',
      until: '预计恢复时间',
      note: '备注',
      resolution: '查明什么、做了什么',
      cause: '故障原因',
      parts: '更换配件',
      tip: '给用户的提示',
      rating: '评分（1–5）',
      text: '内容',
      internal: '仅内部可见',
    },
    actingAs: (name: string) => `办理人 ${name}`,
    confirm: '确定',
    back: '返回',
    conflict: '没有办成：工单状态刚有变化，已为您刷新，请看一下再操作。',
    overtaken: '工单状态刚有变化，原来的操作已不适用，请看一下再操作。',
    carriedOut: (name: string) => `${name}：已办理`,
  },

  group: {
    input: '在派单群里说',
    placeholder: '例如：接单 T20261120-0001',
    iAm: '我是',
    chooseEngineer: '选择工程师',
    waiting: (count: number) => `待处理 ${count}`,
    all: '全部',
    empty: '还没有派单',
    emptyHint: '开出的工单会以卡片发到这里，由班组接单。',
    absent: '本服务台没有设网页上的派单群',
    noneWaiting: '没有待处理的卡片',
    updated: (moment: string) => `${moment} 更新`,
    readOnly: '当前角色只能查看',
  },

  card: { open: '详情', submit: '提交', cancel: '取消', required: (label: string) => `请填写${label}` },

  operator: {
    badge: (count: number) => `待处置 ${count}`,
    title: '需要人工处置',
    deadLetters: '没有送达的消息',
    parked: '没有处理成功的消息',
    resend: '重新发送',
    retry: '重新处理',
    none: '都处理好了',
    attempts: (count: number) => `已试 ${count} 次`,
    to: '发给',
    queued: '已重新排入队列',
  },

  problems: {
    network: '连不上服务台，请检查网络后重试。',
    forbidden: '当前身份没有这个权限。',
    missing: '没有找到，可能已经不在了。',
    tooMany: (seconds: number | null) =>
      seconds ? `发得太快了，请 ${seconds} 秒后再试。` : '发得太快了，请稍后再试。',
    tooBig: '内容太长了，请精简后再发。',
    server: '服务台暂时不可用，请稍后再试。',
    invalid: '填写的内容有误。',
    reload: '重试',
    crashed: '页面出了点问题，刷新后可继续使用，已发出的内容不会丢失。',
    refresh: '刷新页面',
  },
};

export type Texts = typeof zh;
