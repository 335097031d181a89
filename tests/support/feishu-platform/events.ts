/** Events as Feishu sends them, and their envelope for a webhook: encrypted and signed. */
import { createCipheriv, createHash, randomBytes, randomUUID } from 'node:crypto';

export interface FeishuEvent {
  schema: '2.0';
  header: Record<string, string>;
  event: Record<string, unknown>;
}

export interface Keys {
  appId: string;
  encryptKey: string;
  verificationToken: string;
}

const hex = () => randomUUID().replaceAll('-', '');

export function eventOf(type: string, event: Record<string, unknown>, keys: Keys, at: number): FeishuEvent {
  return {
    schema: '2.0',
    header: {
      event_id: hex(),
      event_type: type,
      create_time: String(at),
      token: keys.verificationToken,
      app_id: keys.appId,
      tenant_key: 'tenant-1',
    },
    event,
  };
}

export interface SaidOptions {
  sender: string;
  chat: string;
  group?: boolean;
  type?: string;
  content: unknown;
  messageId?: string;
  parent?: string;
  root?: string;
  thread?: string;
  mentions?: { key: string; id: { open_id: string; user_id?: string }; name: string }[];
  at: number;
}

/** `im.message.receive_v1` */
export function messageEvent(said: SaidOptions, keys: Keys): FeishuEvent {
  const id = { union_id: `on_${said.sender}`, user_id: `u_${said.sender}`, open_id: said.sender };
  const event = {
    sender: { sender_id: id, sender_type: 'user', tenant_key: 'tenant-1' },
    message: {
      message_id: said.messageId ?? `om_${hex()}`,
      ...(said.root ? { root_id: said.root } : {}),
      ...(said.parent ? { parent_id: said.parent } : {}),
      ...(said.thread ? { thread_id: said.thread } : {}),
      create_time: String(said.at),
      update_time: String(said.at),
      chat_id: said.chat,
      chat_type: said.group ? 'group' : 'p2p',
      message_type: said.type ?? 'text',
      content: JSON.stringify(said.content),
      ...(said.mentions ? { mentions: said.mentions } : {}),
    },
  };
  return eventOf('im.message.receive_v1', event, keys, said.at);
}

export interface PressedOptions {
  operator: string;
  chat: string;
  message: string;
  value: unknown;
  form?: Record<string, string>;
  at: number;
}

/** `card.action.trigger` */
export function actionEvent(pressed: PressedOptions, keys: Keys): FeishuEvent {
  const { operator, chat, message, value, form, at } = pressed;
  const event = {
    operator: {
      tenant_key: 'tenant-1',
      user_id: `u_${operator}`,
      open_id: operator,
      union_id: `on_${operator}`,
    },
    token: `c-${hex()}`,
    action: { value, tag: 'button', ...(form ? { form_value: form, name: 'submit' } : {}) },
    host: 'im_message',
    context: { open_message_id: message, open_chat_id: chat },
  };
  return eventOf('card.action.trigger', event, keys, at);
}

export function recalledEvent(chat: string, messageId: string, keys: Keys, at: number): FeishuEvent {
  const event = {
    message_id: messageId,
    chat_id: chat,
    recall_time: String(at),
    recall_type: 'message_owner',
  };
  return eventOf('im.message.recalled_v1', event, keys, at);
}

export interface SignedRequest {
  headers: Record<string, string>;
  body: string;
}

export function encrypted(payload: unknown, encryptKey: string): string {
  const key = createHash('sha256').update(encryptKey).digest();
  const iv = randomBytes(16);
  const cipher = createCipheriv('aes-256-cbc', key, iv);
  const bytes = Buffer.concat([iv, cipher.update(JSON.stringify(payload), 'utf8'), cipher.final()]);
  return JSON.stringify({ encrypt: bytes.toString('base64') });
}

/** `at` is the moment of the signature, epoch milliseconds. */
export function signed(body: string, encryptKey: string, at: number): SignedRequest {
  const timestamp = String(Math.floor(at / 1000));
  const nonce = randomBytes(8).toString('hex');
  const signature = createHash('sha256').update(`${timestamp}${nonce}${encryptKey}${body}`).digest('hex');
  return {
    body,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'x-lark-request-timestamp': timestamp,
      'x-lark-request-nonce': nonce,
      'x-lark-signature': signature,
    },
  };
}

export function envelope(payload: unknown, keys: Keys, at: number): SignedRequest {
  return signed(encrypted(payload, keys.encryptKey), keys.encryptKey, at);
}
