/** In Chinese: hand-over, duty, greetings, help. */
import type { Wording } from '../wording.ts';

const reach = (phone: string | undefined): string => (phone ? `急事请打服务台电话 ${phone}。` : '');

export const conversation = {
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
  deskHours: (spans: readonly string[], opens: string | null, phone: string | undefined): string =>
    `${spans.length > 0 ? `服务台今天 ${spans.join('、')} 有人` : '服务台今天休息'}${opens ? `，${opens} 再上班` : ''}。我随时都在，报修现在说就行${phone ? `；急事打 ${phone}` : ''}。`,
  callUs: (phone: string): Wording => [
    `服务台电话 ${phone}。在这里直接说也一样，我马上登记、派人。`,
    `打 ${phone} 就行；不方便打的话，在这里说，我来办。`,
  ],
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
};
