/** Takes in what Telegram sent, by poll or by webhook: recorded first; a pressed button is answered at once after that. */

import type { z } from 'zod';
import type { Intake } from '../../bot/channel.ts';
import { type Action, type Address, Update } from '../../bot/types.ts';
import type { SentButton } from './callback-data.ts';
import { type DecodeContext, type Decoded, decode } from './decode.ts';
import { TelegramUpdate } from './incoming.ts';

export interface ReceiveParts {
  intake: Intake;
  context(): DecodeContext;
  /** The action of a button that was too long for Telegram; null where the desk has no such message at that address. */
  findButton(button: SentButton, address: Address): Promise<Action | null>;
  /** Ends the waiting mark on the button; never rejects, and nobody waits for it. */
  answerPress(callback: string): void;
  onUnreadable(reason: string): void;
  /** What the bot is in a group now: `member`, `administrator`, `left`, `kicked`. */
  onGroup(chat: string, bot: string): void;
}

/** A button whose card is forgotten: the desk says that it no longer holds. */
const FORGOTTEN: Action = { id: 'forgotten', value: '' };

/** Throws where it could not be recorded: then it must not be acknowledged. What can't be read is logged and done with. */
export async function receive(parts: ReceiveParts, incoming: unknown): Promise<void> {
  const parsed = TelegramUpdate.safeParse(incoming);
  if (!parsed.success) return parts.onUnreadable(whereIn(parsed.error));
  const decoded = decode(parsed.data, parts.context());
  await takeIn(parts, decoded);
}

/** What was wrong with it, in no word of the person's. */
function whereIn({ issues: [issue] }: z.ZodError): string {
  return `${issue?.path.join('.') ?? ''}: ${issue?.code ?? ''}`;
}

async function takeIn(parts: ReceiveParts, decoded: Decoded): Promise<void> {
  switch (decoded.kind) {
    case 'update': {
      const checked = Update.safeParse(decoded.update);
      if (!checked.success) return parts.onUnreadable(whereIn(checked.error));
      await parts.intake(checked.data);
      return;
    }
    case 'press': {
      const { pressed, press, callback } = decoded;
      const action =
        pressed?.kind === 'action'
          ? pressed.action
          : pressed && (await parts.findButton(pressed.button, press.address));
      await parts.intake({ ...press, kind: 'action', action: action ?? FORGOTTEN });
      return parts.answerPress(callback);
    }
    case 'group':
      return parts.onGroup(decoded.chat, decoded.bot);
    case 'nothing':
      if (decoded.callback) parts.answerPress(decoded.callback);
  }
}
