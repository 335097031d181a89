/** In Chinese: targets near or missed, and lines in the groups. */

export const dispatchAlerts = {
  alert: {
    targets: {
      respond: '响应',
      on_site: '到场',
      resolve: '解决',
      fallback_plan: '备选方案',
      report: '故障报告',
    },
    over: (number: string, target: string, late: string): string => `⚠ ${number} 超过${target}时限 ${late}`,
    ahead: (number: string, target: string, left: string): string => `${number} 离${target}时限还有 ${left}`,
    about: (title: string, facts: string): string => `${title}（${facts}）`,
    nobody: '还没人接',
    asked: (names: string): string => `请 ${names} 关注`,
    pressing: '前一级没有回应，已经逐级上报',
    told: (when: string): string => `已告诉用户预计 ${when}`,
    minutes: (count: number): string => `${count} 分钟`,
    hours: (hours: number, minutes: number): string =>
      minutes > 0 ? `${hours} 小时 ${minutes} 分钟` : `${hours} 小时`,
    days: (days: number): string => `${days} 天`,
    title: (number: string): string => `时限提醒 ${number}`,
    digestTitle: (count: number): string => `时限提醒：${count} 张单`,
    digest: (over: number, ahead: number): string =>
      [over > 0 ? `${over} 项已超时` : '', ahead > 0 ? `${ahead} 项快到时限` : ''].filter(Boolean).join('，'),
    more: (count: number): string => `还有 ${count} 张，在工单列表里筛「超时」可以看到全部。`,
    acknowledge: '已知悉',
    acknowledged: (who: string, numbers: string): string => `${who} 已知悉：${numbers}。`,
    acknowledgedMany: (who: string, count: number): string => `${who} 已知悉这 ${count} 张单。`,
    nothing: '这条提醒已经处理过了。',
  },
  line: {
    yours: (who: string, number: string, title: string): string => `@${who} ${number} 交给您了：${title}`,
    urge: (number: string, who: string): string => `${who} 催办 ${number}。`,
    comment: (number: string, who: string, text: string): string => `${who}（${number}）补充：${text}`,
    updated: (number: string, who: string, text: string): string => `${who}（${number}）补充更正：${text}`,
    reopen: (number: string, who: string, why: string): string => `${who} 说 ${number} 还没好：${why}`,
    cancel: (number: string, who: string): string => `${who} 撤销了 ${number}，不用去了。`,
    escalate: (number: string, who: string, why: string): string => `${who} 要找人处理 ${number}：${why}`,
    low: (number: string, score: number, why: string): string =>
      `${number} 评价 ${score} 分${why ? `：${why}` : ''}，请回访。`,
    meetingNew: (number: string, when: string, room: string, title: string): string =>
      `新会议 ${number}：${when}，${room}，${title}`,
    meetingChanged: (number: string, when: string, room: string, changed: readonly string[]): string =>
      `会议 ${number}（${when}，${room}）有变动${changed.length > 0 ? `：${changed.join('；')}` : ''}。`,
    meetingRated: (number: string, score: number, why: string): string =>
      `会议 ${number} 评价 ${score} 分${why ? `：${why}` : ''}，请回访。`,
    meetingPeople: (count: number): string => `${count} 人`,
    meetingAtOnce: (who: string): string => `现在是下班时间，请值班 ${who} 马上确认。`,
    meetingUnconfirmed: (number: string, when: string, room: string, who: string): string =>
      `⚠ 会议 ${number}（${when}，${room}）还没有人确认保障，请 ${who} 回复「确认 ${number}」。`,
    meetingTaskLate: (number: string, task: string, due: string, who: string): string =>
      `⚠ 会议 ${number} 的${task}应在 ${due} 完成，还没有报完成，请 ${who} 处理，做好了回复「完成 ${number} ${task}」。`,
    onDuty: (who: string): string => `值班 ${who}`,
    meetingApprover: (who: string): string => `这间要 ${who} 同意，同意后再确认。`,
    meetingConfirm: (number: string): string => `能保障就回复「确认 ${number}」，预约人会收到通知。`,
    someone: '报修人',
    meetingCancelled: (number: string): string => `会议 ${number} 取消了。`,
  },
};
