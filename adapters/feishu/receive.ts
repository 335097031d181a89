/** What an event becomes: taken in, and for a pressed button an answer that the person sees at once. */
import type { ChannelLog, Intake } from '../../bot/channel.ts';
import { decodeAction, decodeMessage, FEISHU } from './decode.ts';
import {
  BOT_ADDED,
  BotAddedEvent,
  CARD_ACTION,
  CardActionEvent,
  MESSAGE,
  MessageEvent,
  RECALLED,
  RecalledEvent,
} from './events.ts';

/** What a person sees for a moment when they pressed a button. */
export interface ToastWords {
  received: string;
  tooFast: string;
  /** The button was pressed in vain: it has to be pressed again. */
  notKept: string;
  /** The card is not one of ours, or too old to be read. */
  unknown: string;
}

export interface ReceiveOptions {
  intake: Intake;
  /** The bot's own id, where it is known by now. */
  botId(): Promise<string | null>;
  words: ToastWords;
  log: ChannelLog;
  now(): number;
}

export type Handlers = Readonly<Record<string, (event: unknown) => Promise<unknown>>>;

/** By event type. A handler throws where nothing could be recorded: the platform brings the event again. */
export function createHandlers(options: ReceiveOptions): Handlers {
  const { intake, log } = options;

  const scene = async () => ({ botId: await options.botId(), now: options.now() });

  return {
    async [MESSAGE](given) {
      const event = MessageEvent.safeParse(given);
      if (!event.success) return dropped(log, MESSAGE);
      const update = decodeMessage(event.data, await scene());
      if (update) await intake(update);
      return {};
    },

    async [RECALLED](given) {
      const event = RecalledEvent.safeParse(given);
      if (!event.success) return dropped(log, RECALLED);
      await intake({ kind: 'recalled', channel: FEISHU, messageId: event.data.message_id });
      return {};
    },

    async [CARD_ACTION](given) {
      const { words } = options;
      const event = CardActionEvent.safeParse(given);
      const update = event.success ? decodeAction(event.data, await scene()) : null;
      if (!update) return { ...dropped(log, CARD_ACTION), ...toast('warning', words.unknown) };
      try {
        const taken = await intake(update);
        return taken === 'limited' ? toast('warning', words.tooFast) : toast('info', words.received);
      } catch (error) {
        // A button is never brought again by the platform: the person must know.
        log.error({ error: String(error) }, 'feishu.action_not_kept');
        return toast('error', words.notKept);
      }
    },

    async [BOT_ADDED](given) {
      const event = BotAddedEvent.safeParse(given);
      if (!event.success) return dropped(log, BOT_ADDED);
      // What an operator puts into DISPATCH_GROUPS.
      log.info({ group: `${FEISHU}:${event.data.chat_id}` }, 'feishu.added_to_group');
      return {};
    },
  };
}

function dropped(log: ChannelLog, event: string): object {
  log.warn({ event }, 'feishu.event_dropped');
  return {};
}

function toast(type: 'info' | 'warning' | 'error', content: string): object {
  return { toast: { type, content } };
}
