/** In Chinese: following up an open ticket. */
import type { Wording } from '../wording.ts';

export const tickets = {
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
  toldStill: (number: string): Wording => [
    `知道了，${number} 还没好，我已转告处理的同事。有消息马上告诉您。`,
    `记到 ${number} 里了，也告诉了处理的同事：还没好。`,
  ],
  added: (number: string): Wording => [`补充到 ${number} 里了，工程师能看到。`, `好，已加进 ${number}。`],
  changed: (number: string): Wording => [`${number} 改过来了，处理的同事能看到。`, `好，${number} 已更正。`],
  askCancel: (number: string, title: string): Wording => [
    `要撤销 ${number}「${title}」吗？撤销后就不派人了。`,
  ],
  askDone: (number: string, title: string): Wording => [
    `太好了！${number}「${title}」就不派人了，给您办结，好吗？`,
    `那就好。${number}「${title}」现在办结、不用来人了，对吗？`,
  ],
  doneByItself: (number: string): Wording => [`好，${number} 办结了，不派人了。再有问题随时说。`],
  goodToHear: (): Wording => ['那就好，有事随时说。', '太好了，再有问题随时找我。'],
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
  askCallback: (again: boolean): Wording =>
    again
      ? ['记下了，一并转给负责人。回电打哪个号码？不用回电就回「没有」。']
      : ['负责人会给您回电，打哪个号码方便？'],
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
