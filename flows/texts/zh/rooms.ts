/** In Chinese: rooms, free and taken. */
import type { Wording } from '../wording.ts';

export const rooms = {
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
    crewFull: (): Wording => [
      '那个时间要全程看着的会（视频、录像、直播）已经排满，腾不出布场同事。',
      '那会儿布场同事都在别的会上，人手不够。',
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
};
