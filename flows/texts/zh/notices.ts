/** In Chinese: what requesters are told by themselves. */
import type { Wording } from '../wording.ts';

/** Whoever has a ticket, and how they are reached. */
export interface Reached {
  name: string;
  phone: string | undefined;
}

/** By when, and where to ring meanwhile. */
function promise({ phone }: Reached, until: string | undefined): string {
  const parts = [until ? `预计${until}前处理好` : '', phone ? `有事可以打 ${phone}` : ''].filter(Boolean);
  return parts.length > 0 ? `${parts.join('，')}。` : '';
}

export const notices = {
  notice: {
    accepted: (number: string, title: string, who: Reached, until: string | undefined): Wording => [
      `${who.name}已接单，来处理「${title}」（${number}）。${promise(who, until)}`,
    ],
    assigned: (number: string, title: string, who: Reached): Wording => [
      `「${title}」（${number}）已安排给${who.name}${who.phone ? `（${who.phone}）` : ''}。`,
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
      changed: (
        meeting: { number: string; title: string; when: string; room: string },
        actor: string,
        changed: readonly string[],
      ): Wording => [
        `${actor ? `${actor}调整了` : ''}您的会议「${meeting.title}」（${meeting.number}）${actor ? '' : '有调整'}${changed.length > 0 ? `：${changed.join('；')}` : ''}。现在是 ${meeting.when}，${meeting.room}；不合适就跟我说。`,
      ],
      approved: (number: string, when: string, room: string, who: string): Wording => [
        `${who || '负责人'}同意了：会议 ${number}，${when}，${room}。布场同事确认后我再告诉您。`,
      ],
      refused: (
        meeting: { number: string; title: string; when: string; room: string },
        who: string,
        why: string | undefined,
        hasOthers: boolean,
      ): Wording => [
        `${who || '负责人'}没有同意「${meeting.title}」（${meeting.number}）用 ${meeting.room}${why ? `：${why}` : ''}。${hasOthers ? '换成这些行吗？点一下我就订：' : '换个会议室或时间，直接跟我说。'}`,
      ],
      cancelled: (number: string, why: string | undefined): Wording => [
        `会议 ${number} 已取消${why ? `：${why}` : ''}。`,
      ],
      started: (number: string): Wording => [`会议 ${number} 开始了，有问题随时说。`],
      finished: (number: string): Wording => [`会议 ${number} 结束了，辛苦。`],
    },
  },
};
