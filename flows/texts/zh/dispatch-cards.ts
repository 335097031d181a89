/** In Chinese: the cards in the dispatch groups. */
import type { Wording } from '../wording.ts';

export const dispatchCards = {
  title: (number: string, title: string): string => `${number} ${title}`,
  lead: {
    new: (number: string): string => `新工单 ${number}`,
    urgent: (number: string): string => `【加急】新工单 ${number}`,
    complaint: (number: string): string => `【投诉】${number}`,
    handoff: (number: string): string => `【转人工】${number}`,
    reopened: (number: string): string => `【重新打开】${number}`,
  },
  status: (status: string, who: string | null): string => (who ? `${status} · ${who}` : status),
  due: (respondBy: string | null, onSiteBy: string | null, resolveBy: string | null): string =>
    [
      respondBy ? `${respondBy}前响应` : '',
      onSiteBy ? `${onSiteBy}前到场` : '',
      resolveBy ? `${resolveBy}前解决` : '',
    ]
      .filter(Boolean)
      .join('，'),
  overdue: (text: string): string => `${text}（已超时）`,
  buttons: {
    accept: '接单',
    transfer: '转派',
    hold: '挂起',
    arrive: '到场',
    sendOut: '送修申请',
    resume: '继续处理',
    resolve: '完成',
    handback: '交还机器人',
  },
  form: {
    to: '转给谁（组或工程师）',
    why: '原因',
    holdReason: '为什么挂起',
    note: '说明',
    until: '到什么时候（可不填）',
    resolution: '做了什么',
    cause: '故障原因（可不填）',
    parts: '用了什么配件（可不填）',
    tip: '给用户的提示（可不填）',
    sendOut: '送修什么、为什么',
  },
  fields: {
    description: '原话',
    reporter: '报修人',
    contact: '联系',
    due: '时限',
    tried: '已试过',
    incident: '同一故障',
    recurs: '反复出现',
    left: '还剩',
    warning: '注意',
    suggested: '建议',
    attachments: '附件',
    status: '状态',
    duty: '今日值班',
  },
  meeting: {
    title: (number: string, title: string): string => `会议 ${number}「${title}」`,
    statuses: {
      requested: '待确认',
      confirmed: '已确认',
      in_progress: '进行中',
      done: '已结束',
      cancelled: '已取消',
    },
    bookedBy: '预约人',
    approval: '审批',
    agreed: (who: string, decision: 'approved' | 'refused' | null): string =>
      decision === null ? `等 ${who} 同意` : `${who}${decision === 'approved' ? '已同意' : '没有同意'}`,
    assurance: '保障级别',
    assured: '重要会议：两人到场、备用设备、提前联调',
    tasks: { setup: '布场', test: '会前联调', standby: '值守', teardown: '撤场' },
    finalTest: '开会前复测',
    checks: {
      remote_sites: '各分会场连通',
      spare: '备用设备到位',
      counted: '设备清点',
      powered_off: '断电关机',
    },
    nobody: '待安排',
    taskDue: (when: string, who: string, items: string): string =>
      `${when} 前，${who}${items ? `；检查：${items}` : ''}`,
    taskFrom: (when: string, who: string, items: string): string =>
      `${when} 起，${who}${items ? `；看着：${items}` : ''}`,
    taskDone: (who: string, result: string): string => `✓ ${who}${result ? `：${result}` : ''}`,
    found: (item: string, ok: boolean, note: string): string =>
      `${item}${ok ? '正常' : '异常'}${note ? `（${note}）` : ''}`,
    confirm: '确认保障',
    finish: (task: string): string => `${task}完成`,
    result: '结果（可不填）',
    taskNoted: (number: string, task: string, who: string): string =>
      `${who} 完成了会议 ${number} 的${task}。`,
    noOpenTask: (number: string): Wording => [`会议 ${number} 没有还没做完的这项任务。`],
  },
  missing: {
    phone: '未留电话，可用「备注」在对话里联系',
    place: '没有说地点',
  },
};
