/** In Chinese: meetings that repeat. */
import type { Wording } from '../wording.ts';

export const series = {
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
    askApply: (count: number, missed: string): Wording => [
      `往后 ${count} 场都这样改，您看对吗？${missed ? `这几天改不了（会议室不空），会保持原样：${missed}。` : ''}`,
    ],
    noneChanged: (missed: string): Wording => [
      `一场都改不了，会议室在这些天都不空：${missed}。换个时间或会议室？`,
    ],
    changed: (count: number, missed: string): Wording => [
      `改好了 ${count} 场。${missed ? `这几天没改成，还是原来的安排：${missed}。` : ''}布场同事会重新确认。`,
    ],
    cancelled: (count: number): Wording => [`往后的 ${count} 场都取消了，会议室放出来了。`],
  },
};
