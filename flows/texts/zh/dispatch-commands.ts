/** In Chinese: the crew's commands and what is answered to them. */
import type { Wording } from '../wording.ts';

export const dispatchCommands = {
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
  meetingNotApproved: (number: string, who: string): Wording => [
    `会议 ${number} 还要 ${who} 同意，同意后再确认。`,
  ],
  meetingRefused: (number: string): Wording => [`会议 ${number} 已经开始、结束或取消了，这一步办不了。`],
  closeLater: (number: string, status: string): Wording => [
    `${number} 现在是「${status}」，还不能关闭。处理好了先发「完成 ${number} 做了什么」。`,
  ],
  unknown: (number: string): Wording => [`没有 ${number} 这张单，请核对单号。`],
  unknownEnding: (ending: string): Wording => [`今天没有尾号 ${ending} 的单，请写全单号。`],
  whichEnding: (ending: string, numbers: readonly string[]): Wording => [
    `尾号 ${ending} 的有 ${numbers.join('、')}，请写全单号。`,
  ],
  whichOf: ['是哪张？回序号就行：', '说一下是这里的第几张：'],
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
  needPlan: (number: string): Wording => [`${number} 的备选方案是什么？`, `${number} 说一下打算怎么先顶上。`],
  needReview: (number: string): Wording => [
    `${number} 的故障原因是什么？可以一起说「原因：… 临时措施：… 根治：… 预防：…」。`,
    `${number} 至少说一下原因。`,
  ],
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
};
