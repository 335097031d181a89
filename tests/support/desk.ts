/** A whole desk in memory, with a clock that a test holds: spoken to as people do. */
import { pino } from 'pino';
import { decode, privateAddress } from '../../adapters/web/index.ts';
import type { PushChannel } from '../../bot/channel.ts';
import type { CardAction, Reply } from '../../bot/reply.ts';
import type { Address } from '../../bot/types.ts';
import { receive } from '../../server/chat/receive.ts';
import { type Config, parseConfig } from '../../server/config.ts';
import { createDesk, type Desk } from '../../server/desk-app.ts';
import { tellAlerts } from '../../server/dispatch/tell-alerts.ts';
import { accountByName } from '../../server/people/account-by-name.ts';
import { workInbox } from '../../server/queue/inbox-worker.ts';
import { createSerial } from '../../server/queue/serial.ts';
import { shownAt } from '../../server/store/outbox.ts';
import { climbLadders } from '../../server/tickets/climb-ladders.ts';
import { getTicket } from '../../server/tickets/get-ticket.ts';
import { migratedTemplate } from './template.ts';

export const ADMIN = 'admin-token-for-tests';
export const silent = pino({ level: 'silent' });

/** A Wednesday morning, a quarter of an hour after the default desk opened. */
export const MORNING = Date.parse('2026-11-18T09:00:00+08:00');

export interface Who {
  id: string;
  name?: string;
  department?: string;
  phone?: string;
}

export interface TestDesk {
  desk: Desk;
  config: Config;
  clock: { now: number; pass(ms: number): void };
  /** What the bot answers to words, or to the button whose label is given as `[label]`. */
  say(who: Who, text: string): Promise<Reply[]>;
  press(who: Who, action: Pick<CardAction, 'id' | 'value'>): Promise<Reply[]>;
  /** Words or a button in the dispatch group; `replyTo` is the ticket whose card is replied to, `mentioned`: the bot is spoken to. */
  group(who: Who, text: string, replyTo?: string, mentioned?: boolean): Promise<Reply[]>;
  pressInGroup(who: Who, id: string, value: string, form?: Record<string, string>): Promise<Reply[]>;
  /** Works what waits (notices), until nothing does. */
  settle(): Promise<void>;
  /** Everything a person's chat shows from the desk, in order. */
  shown(who: Who): Promise<Reply[]>;
  shownInGroup(): Promise<Reply[]>;
  ticket(number: string): Promise<NonNullable<Awaited<ReturnType<typeof getTicket>>>>;
  sweep(): Promise<string[]>;
  close(): Promise<void>;
}

const GROUP: Address = { channel: 'web', chat: 'dispatch', kind: 'group' };
let desks = 0;

export async function openTestDesk(
  options: { env?: Record<string, string>; now?: number; channels?: readonly PushChannel[] } = {},
): Promise<TestDesk> {
  desks += 1;
  const databaseUrl = options.env?.DATABASE_URL;
  const parsed = parseConfig({
    DATA_DIR: `memory://desk-${process.pid}-${desks}`,
    API_TOKENS: `admin:${ADMIN}`,
    LOG_LEVEL: 'silent',
    ...options.env,
    ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}),
  });
  if (!parsed.ok) throw new Error(parsed.faults.join('\n'));
  const clock = {
    now: options.now ?? MORNING,
    pass(ms: number) {
      clock.now += ms;
    },
  };
  const { channels = [] } = options;
  const databaseFrom = databaseUrl ? undefined : await migratedTemplate();
  const { config } = parsed;
  const desk = await createDesk({ config, log: silent, now: () => clock.now, channels, databaseFrom });
  return testDesk(desk, parsed.config, clock);
}

function testDesk(desk: Desk, config: Config, clock: TestDesk['clock']): TestDesk {
  const { turn, receiving } = desk;
  let messages = 0;
  const at = () => new Date(clock.now).toISOString();
  const post = (who: Who, address: Address, body: object, extra: object = {}) => {
    messages += 1;
    const message = { messageId: `m${messages}`, user: who, ...body, ...extra };
    return receive(receiving, decode(message, address, at()));
  };
  const settle = async () => {
    const work = {
      deps: turn,
      serial: createSerial(),
      log: silent,
      onTurn: () => {},
      onFirstFailure: async () => {},
    };
    for (let round = 0; round < 5; round += 1) await workInbox(work);
  };
  return {
    desk,
    config,
    clock,
    settle,
    async say(who, text) {
      const replies = await post(who, privateAddress(who.id), { text });
      await settle();
      return replies;
    },
    async press(who, { id, value }) {
      const replies = await post(who, privateAddress(who.id), { action: { id, value } });
      await settle();
      return replies;
    },
    async group(who, text, replyTo, mentioned) {
      const extra = {
        ...(replyTo ? { replyTo: `ticket:${replyTo}` } : {}),
        ...(mentioned ? { mentioned } : {}),
      };
      const replies = await post(who, GROUP, { text }, extra);
      await settle();
      return replies;
    },
    async pressInGroup(who, id, value, form) {
      const replies = await post(who, GROUP, { action: { id, value, ...(form ? { form } : {}) } });
      await settle();
      return replies;
    },
    shown: async (who) => (await shownAt(turn.db, privateAddress(who.id), 0, 200)).map((one) => one.reply),
    shownInGroup: async () => (await shownAt(turn.db, GROUP, 0, 200)).map((one) => one.reply),
    async ticket(number) {
      const found = await getTicket(turn.db, turn.context, number);
      if (!found) throw new Error(`no ticket ${number}`);
      return found;
    },
    async sweep() {
      const { climbed } = await turn.db.transaction().execute((trx) => climbLadders(trx, turn.context));
      await turn.db
        .transaction()
        .execute((trx) => tellAlerts(trx, turn.context, turn.channels, accountByName(turn.people.directory)));
      return climbed;
    },
    close: () => desk.stop(),
  };
}
