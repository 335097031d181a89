/** In Chinese: what vendors are told, and what is said of them. */
import type { Wording } from '../wording.ts';

export const dispatchVendors = {
  vendor: {
    field: '厂商',
    given: (number: string, desk: string): string => `【${desk}】请处理：${number}`,
    greeting: (contact: string): string => `${contact}，您好！有一张单请贵方处理。`,
    again: (contact: string, why: string): string =>
      `${contact}，您好！这张单用户说还没好${why ? `：${why}` : ''}。`,
    withdrawn: (number: string, who: string): string => `${number} 不用再处理了，${who}会接着办。谢谢！`,
    cancelled: (number: string): string => `${number} 已经撤销，不用去了。谢谢！`,
    added: (number: string, text: string): string => `${number} 有补充：${text}`,
    contract: '合同',
    answerBy: '请在此前答复',
    doneBy: '请在此前完成',
    desk: '服务台',
    howTo: (number: string): string => `收到后请回复「${number} 什么时候到、怎么处理」。`,
    howToMail: (phone: string): string => `请回这封信或致电${phone}，告诉我们什么时候到、怎么处理。`,
    clock: (answerBy: string | null, doneBy: string | null): string =>
      [answerBy ? `${answerBy} 前答复` : '', doneBy ? `${doneBy} 前完成` : ''].filter(Boolean).join('，'),
    waiting: '还没答复',
    heard: (when: string): string => `${when} 答复过`,
    answered: (vendor: string, number: string, text: string): string => `${vendor}（${number}）答复：${text}`,
    noted: (number: string): string => `记下了，${number} 的同事会看到。谢谢！`,
    gone: (number: string): string => `${number} 现在不在贵方手上，有问题请打服务台电话。`,
  },
  needAnswer: (number: string): Wording => [
    `厂商对 ${number} 说了什么？例如「厂商答复 ${number} 明天上午到场」。`,
    `${number} 记一句厂商的话就行，例如「配件周五到」。`,
  ],
  noVendor: (number: string): Wording => [
    `${number} 现在不在厂商手上。要转给厂商，发「转给 厂商名 ${number}」。`,
  ],
  colleagueLeft: (who: string, near: readonly string[]): Wording => [
    `${who} 已经离开了，单子没有动。可以转给：${near.join('、')}。`,
  ],
};
