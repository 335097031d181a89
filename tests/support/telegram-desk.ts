/** A whole desk that people and a crew reach by Telegram, its clock held by the test. */
import { createOutboxWorker } from '../../server/queue/outbox-worker.ts';
import { buttonOf } from '../../server/store/platform-messages.ts';
import { openTestDesk, silent, type TestDesk } from './desk.ts';
import { CREW, type OpenTelegram, openTelegram, TOPIC } from './telegram-channel.ts';

export interface TelegramDesk {
  telegram: OpenTelegram;
  desk: TestDesk;
  /** What has come in is worked, and what is due is sent. */
  work(): Promise<void>;
  /** Time goes by in steps, with work at each. */
  pass(ms: number, stepMs: number): Promise<void>;
  close(): Promise<void>;
}

export async function openTelegramDesk(): Promise<TelegramDesk> {
  const held: { desk: TestDesk | null } = { desk: null };
  const telegram = await openTelegram({
    intake: async (incoming) => {
      if (!held.desk) throw new Error('the desk is not open yet');
      return held.desk.desk.intake(incoming);
    },
    findButton: async ({ message, place }, address) =>
      held.desk ? buttonOf(held.desk.desk.turn.db, address, message, place) : null,
  });
  const env = { TELEGRAM_BOT_TOKEN: 'x', DISPATCH_GROUPS: `telegram:${CREW}/${TOPIC}` };
  const desk = await openTestDesk({ env, channels: [telegram.channel] });
  held.desk = desk;
  const { turn } = desk.desk;
  const outbox = createOutboxWorker({
    db: turn.db,
    channels: turn.channels,
    files: desk.desk.files,
    log: silent,
    now: () => desk.clock.now,
    jitter: () => 0,
  });
  const work = async () => {
    await desk.settle();
    await outbox.drain(60_000);
  };
  return {
    telegram,
    desk,
    work,
    async pass(ms, stepMs) {
      for (let passed = 0; passed < ms; passed += stepMs) {
        desk.clock.pass(stepMs);
        await work();
      }
    },
    async close() {
      await telegram.close();
      await desk.close();
    },
  };
}
