/**
 * The events that the desk listens to, as Feishu sends them, header and event in one object: so the SDK gives them, and
 * so the webhook puts them together. https://open.feishu.cn/document/server-docs/im-v1/message/events/receive
 */
import { z } from 'zod';

const UserId = z.looseObject({
  open_id: z.string().nullish(),
  user_id: z.string().nullish(),
  union_id: z.string().nullish(),
});

const header = {
  event_id: z.string().min(1),
  event_type: z.string(),
  create_time: z.string().optional(),
};

export const MESSAGE = 'im.message.receive_v1';
export const MessageEvent = z.looseObject({
  ...header,
  sender: z.looseObject({ sender_id: UserId.nullish(), sender_type: z.string() }),
  message: z.looseObject({
    message_id: z.string().min(1),
    root_id: z.string().nullish(),
    parent_id: z.string().nullish(),
    thread_id: z.string().nullish(),
    create_time: z.string().nullish(),
    chat_id: z.string().min(1),
    chat_type: z.string(),
    message_type: z.string(),
    content: z.string(),
    mentions: z
      .array(z.looseObject({ key: z.string(), id: UserId.nullish(), name: z.string().nullish() }))
      .nullish(),
  }),
});
export type MessageEvent = z.infer<typeof MessageEvent>;

export const RECALLED = 'im.message.recalled_v1';
export const RecalledEvent = z.looseObject({ ...header, message_id: z.string().min(1) });

export const CARD_ACTION = 'card.action.trigger';
export const CardActionEvent = z.looseObject({
  ...header,
  operator: UserId,
  action: z.looseObject({
    value: z.unknown(),
    form_value: z.record(z.string(), z.unknown()).nullish(),
  }),
  context: z.looseObject({ open_message_id: z.string().min(1), open_chat_id: z.string().min(1) }),
});
export type CardActionEvent = z.infer<typeof CardActionEvent>;

export const BOT_ADDED = 'im.chat.member.bot.added_v1';
export const BotAddedEvent = z.looseObject({ ...header, chat_id: z.string().min(1) });

/** Header and event in one object; null where it is no event of version 2. */
export function flattened(payload: unknown): Record<string, unknown> | null {
  const parsed = z
    .looseObject({
      schema: z.string(),
      header: z.looseObject(header),
      event: z.record(z.string(), z.unknown()),
    })
    .safeParse(payload);
  return parsed.success ? { ...parsed.data.header, ...parsed.data.event } : null;
}
