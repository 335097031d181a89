/** A ticket as the rules see it, and rules whose targets can be counted in the head: 30 minutes, 4 hours. */

import { publicHolidaysCn } from '../../bot/holidays-cn.ts';
import { type Calendar, createCalendar } from '../../server/desk/calendar.ts';
import { CalendarDefinition } from '../../server/desk/calendar-definition.ts';
import type { DeskRules } from '../../server/desk/ticket-effects.ts';
import { pausedMs, type TicketState } from '../../server/desk/ticket-state.ts';
import { HOUR, MINUTE, NINE } from './small-desk.ts';

/** Every minute is working time. */
export const alwaysOpen: Calendar = createCalendar(
  CalendarDefinition.parse({ windows: '7x24' }),
  publicHolidaysCn,
  'Asia/Shanghai',
);

export const simpleRules: DeskRules = {
  priority: (urgency) => ({ critical: 1, high: 2, normal: 3, low: 4 })[urgency],
  vendor: () => null,
  teamName: (idOrName) => (idOrName === 'systems' ? '系统组' : idOrName),
  person: (idOrName) =>
    idOrName === 'liming' ? { name: '李明', team: '桌面组' } : { name: idOrName, team: null },
  targets({ openedAt, pauses, urgency }) {
    const stopped = pausedMs(pauses.filter((pause) => pause.from >= openedAt));
    const resolve = urgency === 'critical' ? HOUR : 4 * HOUR;
    return {
      respondBy: openedAt + 30 * MINUTE + stopped,
      onSiteBy: null,
      resolveBy: openedAt + resolve + stopped,
      fallbackPlanBy: null,
    };
  },
  reportBy: () => null,
  ladder: () => ({ calendar: alwaysOpen, rungs: [], chase: null }),
  stopsClock: () => true,
  moment: (text) => Date.parse(text),
};

export function ticketState(changes: Partial<TicketState> = {}): TicketState {
  return {
    number: 'T20261118-0001',
    kind: 'fault',
    status: 'assigned',
    category: 'printing',
    urgency: 'normal',
    priority: 3,
    title: '打印机卡纸',
    description: '三楼302打印机卡纸了',
    requester: { id: 'u1', channel: 'web', vip: false },
    contact: null,
    location: null,
    device: '打印机',
    system: null,
    model: null,
    asset: null,
    quantity: null,
    deadline: null,
    slots: { device: '打印机' },
    tried: [],
    attachments: [],
    team: '桌面组',
    assignee: null,
    vendor: null,
    respondBy: NINE + 30 * MINUTE,
    resolveBy: NINE + 4 * HOUR,
    onSiteBy: null,
    fallbackPlanBy: null,
    reportBy: null,
    respondedAt: null,
    arrivedAt: null,
    fallbackPlanAt: null,
    reportedAt: null,
    expectedAt: null,
    resolvedAt: null,
    closedAt: null,
    breached: [],
    pauses: [],
    hold: null,
    escalationLevel: 0,
    escalatedAt: null,
    climbs: [],
    major: false,
    review: null,
    sendOut: null,
    vendorClock: null,
    incident: null,
    reports: 1,
    noIncident: false,
    externalId: null,
    resolution: null,
    rating: null,
    complaint: false,
    handoff: false,
    createdAt: NINE,
    reopenedAt: null,
    updatedAt: NINE,
    version: 1,
    ...changes,
  };
}
