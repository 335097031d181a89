/** A small desk with a clock that tests set, and a list of what was told. */
import { fileURLToPath } from 'node:url';
import type { TicketDraft } from '../../bot/desk.ts';
import type { Address } from '../../bot/types.ts';
import type { DeskEvent } from '../../server/desk/events.ts';
import type { DeskContext } from '../../server/desk-context.ts';
import { parseProfile } from '../../server/profile/load.ts';

export const ZONE = 'Asia/Shanghai';

const PROFILE = `
id: small
name: 小服务台
deskPhone: "8000"
sites: [{ id: main, name: 大院 }]
calendars: { always: { windows: 7x24 } }
defaultCalendar: always
teams:
  - id: desktop
    name: 桌面组
    lead: liming
    members: [{ id: liming, name: 李明 }, { id: wangfang, name: 王芳 }]
  - { id: systems, name: 系统组, lead: zhaojun, members: [{ id: zhaojun, name: 赵军 }] }
defaultTeam: desktop
routing: [{ when: { category: [network, account] }, team: systems }]
vips: [{ id: boss }]
sla:
  - { when: { urgency: critical }, respondWithin: PT10M, resolveWithin: PT2H }
  - { respondWithin: PT30M, resolveWithin: PT4H }
`;

const WITH_ROOMS = `${PROFILE}
rooms:
  - { id: "302", name: 302会议室 }
  - { id: "501", name: 501会议室 }
`;

export interface TestDesk {
  context: DeskContext;
  told: DeskEvent[];
  /** Epoch milliseconds; move it by assigning. */
  clock: { now: number };
}

/** A working day at nine in the morning. */
export const NINE = Date.parse('2026-11-18T09:00:00+08:00');
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** `more` is YAML that is added to the profile, `teams` to its teams; `calendars` and `routing` take the place of its own. */
export function testDesk(
  options: { rooms?: boolean; more?: string; calendars?: string; teams?: string; routing?: string } = {},
): TestDesk {
  const clock = { now: NINE };
  const told: DeskEvent[] = [];
  const { rooms, more = '', calendars, teams = '', routing } = options;
  const yaml = `${rooms ? WITH_ROOMS : PROFILE}${more}`
    .replace(/^calendars: .*$/m, (own) => (calendars ? `calendars: ${calendars}` : own))
    .replace(/^routing: .*$/m, (own) => (routing ? `routing: ${routing}` : own))
    .replace(/^defaultTeam: /m, `${teams}defaultTeam: `);
  const profile = parseProfile(yaml, fileURLToPath(import.meta.url));
  const context: DeskContext = {
    profile,
    zone: ZONE,
    now: () => clock.now,
    pageUrl: () => null,
    tell: async (_trx, events) => {
      told.push(...events);
    },
    propose: async () => {},
    groups: profile.dispatchGroups,
  };
  return { context, told, clock };
}

export const WEB: Address = { channel: 'web', chat: 'u1', kind: 'private' };

export function draft(changes: Partial<TicketDraft> = {}): TicketDraft {
  return {
    kind: 'fault',
    category: 'printing',
    urgency: 'normal',
    title: '打印机卡纸',
    description: '三楼302打印机卡纸了',
    slots: { device: '打印机', location: { text: '三楼302', floor: '3', room: '302' } },
    tried: [],
    ...changes,
  };
}
