/** In Chinese: taking a report or a request. */
import type { Wording } from '../wording.ts';

export const reporting = {
  askDescription: (again: boolean): Wording =>
    again
      ? [
          '没太明白。是哪样设备或系统，现在是什么样子？比如「打印机卡纸」「OA 登不进去」。',
          '再说具体一点：什么东西，怎么个不好用法？',
        ]
      : ['好的，请说一下是什么东西、出了什么情况？', '具体是哪样设备或系统，怎么了？'],
  askWhatOf: (thing: string): Wording => [
    `${thing}怎么了？说说现象，比如打不开、没反应；要办别的也直接说。`,
    `${thing}是坏了，还是要办什么？说一句就行。`,
  ],
  askService: (again: boolean): Wording =>
    again
      ? ['想办的具体是什么？比如「装 WPS」「换硒鼓」「开邮箱」。']
      : ['好的，具体要办什么？', '请说一下需要我们做什么。'],
  noArticle: (): Wording => ['这个情况我给您登记，请工程师来处理。', '这个需要工程师看一下，我来登记。'],
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
    engineer: { name: string; phone: string | undefined } | null;
    respondBy: string | null;
    urgent: boolean;
  }): Wording => {
    const { engineer } = ticket;
    const who = engineer
      ? `由${engineer.name}${engineer.phone ? `（${engineer.phone}）` : ''}负责`
      : ticket.team
        ? `已派给${ticket.team}`
        : '已登记';
    const by = ticket.respondBy ? `，${ticket.respondBy} 前会有人联系您` : '';
    const urgent = ticket.urgent ? '已按加急处理。' : '';
    return [`登记好了：${ticket.number}，${who}${by}。${urgent}有进展我会告诉您。`];
  },
  openedClosedHours: (opensAt: string, reachAt: string | undefined): string =>
    `现在是下班时间，${opensAt} 上班。${reachAt ? `急事请找${reachAt}。` : ''}`,
  ticketTitle: (number: string) => `工单 ${number}`,
};
