/** In Chinese: incidents, links between tickets, repairs sent out. */

export const dispatchLinks = {
  recurs: (times: number): string => `这台设备 30 天内第 ${times} 次`,
  incident: {
    title: (count: number): string => `疑似同一故障：${count} 人报告`,
    body: (number: string, title: string): string =>
      `${number} ${title}，最近有多人报了类似问题。是同一个故障吗？`,
    confirm: '合并为一个事件',
    dismiss: '不是同一个',
    confirmed: (number: string, count: number): string =>
      `已合并到 ${number}，共 ${count} 人报告。接单、挂起、完成都对 ${number} 操作，会同时告诉所有人。`,
    dismissed: (number: string): string => `好，${number} 单独处理，不再提示。`,
    reports: (count: number): string => `${count} 人报告`,
    behind: (number: string): string => `并入 ${number}`,
  },
  links: {
    merged: (number: string, to: string): string => `${number} 已合并到 ${to}。`,
    linked: (number: string, to: string): string => `${number} 已关联到 ${to}，进展一起告诉。`,
    unlinked: (number: string): string => `${number} 已拆出来，单独处理。`,
    needTwo: '要写两张单，后一张是留下的那张，例如「合并 T…0002 到 T…0001」。',
    refused: (number: string): string => `${number} 现在合不了：要么已经办结，要么不在事件里。`,
  },
  meetingApproval: {
    title: (number: string): string => `会议室审批 ${number}`,
    lead: (who: string, room: string, again: boolean): string =>
      again ? `${who}还在等您的答复：${room}能给这场会用吗？` : `${who}想用${room}，请您看看行不行：`,
    leadForDesk: (approver: string, room: string, again: boolean): string =>
      again
        ? `⚠ ${room}还没得到 ${approver} 的答复，请再联系，在这里记录：`
        : `${room}要 ${approver} 同意，请联系后在这里记录：`,
    approve: '同意',
    refuse: '不同意',
    reason: '原因（可不填）',
    approved: (number: string, who: string): string => `${who}同意了会议 ${number}，已经告诉预约人。`,
    refused: (number: string, who: string): string =>
      `${who}没有同意会议 ${number}，会议室已放出，已经告诉预约人。`,
    silent: (number: string, room: string, approver: string, lead: string): string =>
      `⚠ 会议 ${number} 等 ${approver} 同意使用${room}，还没有答复${lead ? `，请 ${lead} 联系` : ''}；答复后回「同意 ${number}」或「不同意 ${number}」。`,
  },
  sendOut: {
    title: (number: string): string => `送修审批 ${number}`,
    lead: (what: string): string => `有设备要送出去修，请审批：${what}`,
    leadForDesk: (what: string, who: string): string => `请联系${who}审批送修，再在这里记录：${what}`,
    nobody: '部门负责人',
    asks: '申请人',
    what: '送修',
    approve: '同意',
    reject: '不同意',
    approved: (number: string, who: string): string => `${who}同意了 ${number} 的送修。`,
    rejected: (number: string, who: string): string => `${who}没有同意 ${number} 的送修，设备不能带走。`,
    gone: '这张审批已经处理过了。',
    which: (numbers: readonly string[]): string =>
      `有几张等您审批：${numbers.join('、')}。请带上单号，例如「同意 ${numbers[0] ?? ''}」。`,
  },
};
