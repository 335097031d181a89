/** In Chinese: booking, changing and cancelling a meeting. */
import type { Wording } from '../wording.ts';

export const meetings = {
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
  booked: (meeting: { number: string; room: string; when: string; approver: string }): Wording => [
    `会议登记好了：${meeting.number}，${meeting.when}，${meeting.room}。${
      meeting.approver
        ? `这间要 ${meeting.approver} 同意，我已经去问了，有答复马上告诉您`
        : '布场同事确认后我告诉您'
    }；要改或取消直接跟我说。`,
  ],
  meetingInvalid: (what: string): Wording =>
    ({
      past: ['这个时间已经过去了，换个时间吧。几点开始？', '这也是过去的时间。会是哪天、几点开始？'],
      end_before_start: [
        '结束时间比开始还早，请再说一遍几点到几点。',
        '时间还是对不上。从几点开到几点？不订了就说「算了」。',
      ],
      too_far: '这个时间太远了，只能预约一年以内的。换个时间？',
      too_long: '这个时间段太长了，像是哪里说反了。请再说一下几点到几点。',
      overnight: '这样会跨过零点，一般是哪里说反了。请再说一下几点到几点；真要开到第二天，就分两天各订一场。',
    })[what] ?? '这个时间排不了，请换一个。',
  dayOfMonth: (month: number, day: number): string => `${month}月${day}日`,
  whichMeeting: (): Wording => ['是哪一个会？', '您说的是哪场会？'],
  noMeetingThen: (day: string): Wording => [`${day}没有您的会，是下面这个吗？`],
  noMeetings: (): Wording => ['没有查到您预约的会议。要约会议室的话，告诉我时间、地点和人数。'],
  askChange: (again: boolean): Wording =>
    again
      ? [
          '改时间、会议室、人数还是设备？照「改到四点」「加 5 个桌签」这样说；别的要求直接写下来，我记给布场同事。',
        ]
      : ['会议要改成什么样？比如「改到四点」「换 302」「40 人」。'],
  changeTitle: (title: string): string => `修改「${title}」`,
  askApply: (): Wording => ['这样改，您看对吗？', '改成这样行吗？'],
  fromTo: (was: string, is: string): string => (was ? `${was} → ${is || '无'}` : is || '无'),
  changeUndone: (number: string): Wording => [`好，撤回了，${number} 还按原来的来。`],
  documents: {
    name_cards: '桌签',
    sign_in_sheet: '签到表',
    door_sign: '门牌',
    askNames: (again: boolean): Wording =>
      again
        ? ['把名单发我就行，一行一个，或者用顿号隔开，比如「张三、李四、王五」。']
        : ['桌签上印哪些名字？把名单发我，一行一个或用顿号隔开。'],
    made: (what: string, title: string, names: number): Wording => [
      `「${title}」的${what}做好了${names > 0 ? `，共 ${names} 张，对折后两面都能看` : ''}，直接打印就行：`,
    ],
  },
  meetingRating: {
    title: '这场会保障得怎么样？',
    thanks: (score: number): Wording => [
      score >= 4 ? '谢谢，记下了，也转告布场同事。' : '记下了，谢谢您直说。',
    ],
    why: (): Wording => ['抱歉没做好。哪里不满意？写一句就行，负责人会看；不想说就回「没有」。'],
    noted: (): Wording => ['记下了，负责人会跟进。'],
    notYours: (): Wording => ['没有找到您这场已经结束的会。'],
  },
  offerGone: (): Wording => ['这个刚被订走了，或者已经过了。时间、人数再跟我说一下，我重新找。'],
  changeKept: (): Wording => ['这次修改之后又有别的变动，撤不回了。要改成什么样，直接跟我说。'],
  meetingChanged: (number: string, differences: readonly string[], reconfirmed: boolean): Wording => [
    differences.length > 0
      ? `改好了（${number}）：${differences.join('；')}。${reconfirmed ? '布场同事会重新确认。' : '已经告诉布场同事。'}`
      : `${number} 本来就是这样，没有要改的。`,
  ],
  /** `was` is empty where it was not said before. */
  changedTo: (label: string, was: string, is: string): string =>
    was ? `${label} ${was} → ${is}` : `${label} → ${is || '无'}`,
  askCancelMeeting: (title: string, when: string): Wording => [`取消「${title}」（${when}）吗？`],
  meetingCancelled: (number: string): Wording => [`${number} 已取消，会议室放出来了。`],
  meetingKept: (): Wording => ['好，会议照旧。'],
};
