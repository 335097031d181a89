/** Feishu on the page: the local open platform over its long connection, cards drawn from the JSON that was sent. */
import { randomUUID } from 'node:crypto';
import { actionEvent, messageEvent } from '../support/feishu-platform/events.ts';
import { openFeishuPlatform, type PlatformMessage, wordsOf } from '../support/feishu-platform/platform.ts';
import type { SimButton, SimCard, SimChat, SimField, SimMessage, SimulatedChannel } from './simulated.ts';

type Node = Record<string, unknown>;

const STAFF = { id: 'ou_zhang', name: '张三' };
const CREW = [
  { id: 'ou_li', name: '李明' },
  { id: 'ou_chen', name: '陈静' },
];
const CHATS: SimChat[] = [
  { id: 'oc_zhang', title: '张三（财务科）', kind: 'private', people: [STAFF] },
  { id: 'oc_crew', title: '运维派单群', kind: 'group', people: CREW },
];

export async function simulateFeishu(): Promise<SimulatedChannel> {
  const platform = await openFeishuPlatform();
  const { keys, people, sockets } = platform;
  people.set('ou_zhang', { name: '张三', department: '财务科', mobile: '+8613800000001' });
  for (const { id, name } of CREW) people.set(id, { name, department: '信息中心' });
  const said: { at: number; message: SimMessage }[] = [];
  const waiting: (() => Promise<unknown>)[] = [];
  let away = false;

  const order = () => platform.messages.length;
  // As the platform does: what the other side did not acknowledge comes again.
  const deliver = async (send: () => Promise<{ code: number; data?: unknown }>) => {
    const answer = away ? { code: -1 } : await send();
    if (answer.code !== 200) waiting.push(send);
    return 'data' in answer ? answer.data : undefined;
  };
  const redeliver = async () => {
    for (const send of waiting.splice(0)) await deliver(send as Parameters<typeof deliver>[0]);
  };

  return {
    name: 'feishu',
    title: '飞书',
    environment: {
      FEISHU_APP_ID: keys.appId,
      FEISHU_APP_SECRET: keys.appSecret,
      FEISHU_MODE: 'ws',
      FEISHU_BASE_URL: platform.url,
    },
    dispatchGroup: 'feishu:oc_crew',
    chats: CHATS,
    messages() {
      const sent = platform.messages.map((one, index) => ({
        at: index + 0.5,
        message: shown(one, platform.messages, said),
      }));
      return [...said, ...sent].sort((a, b) => a.at - b.at).map(({ message }) => message);
    },
    async say(chat, who, text) {
      const id = `om_in.${chat}.${randomUUID()}`;
      const group = CHATS.find((one) => one.id === chat)?.kind === 'group';
      const event = messageEvent(
        { messageId: id, sender: who, chat, group, content: { text }, at: Date.now() },
        keys,
      );
      const name = CHATS.flatMap((one) => one.people).find((one) => one.id === who)?.name ?? who;
      said.push({ at: order(), message: { id, chat, from: name, text, changes: 0, raw: event } });
      await deliver(() => platform.push(event));
    },
    async press(message, who, value, form) {
      const chat = platform.messages.find((one) => one.id === message)?.chat ?? '';
      const filled = Object.keys(form).length > 0 ? { form } : {};
      const event = actionEvent({ operator: who, chat, message, value, ...filled, at: Date.now() }, keys);
      if (away) return '网络不通';
      const { data } = await platform.push(event);
      return (data as { toast?: { content?: string } } | undefined)?.toast?.content ?? null;
    },
    setAway(gone) {
      away = gone;
      platform.mishap = gone ? () => ({ status: 503 }) : null;
      if (gone) sockets.cut();
      else sockets.connected().then(redeliver, () => undefined);
    },
    close: () => platform.close(),
  };
}

function shown(
  one: PlatformMessage,
  sent: readonly PlatformMessage[],
  said: readonly { message: SimMessage }[],
): SimMessage {
  const answered = one.parent;
  const before = sent.find(({ id }) => id === answered);
  const words = before ? wordsOf(before) : said.find(({ message }) => message.id === answered)?.message.text;
  return {
    id: one.id,
    chat: one.chat,
    from: null,
    ...(one.type === 'interactive' ? { card: cardOf(one.content) } : { text: wordsOf(one) }),
    ...(words ? { answers: words.split('\n')[0] ?? '' } : {}),
    changes: one.patches,
    raw: one.content,
  };
}

/** The card as a person sees it, from its JSON 2.0. */
function cardOf(json: Node): SimCard {
  const { header, body } = json as { header: { title: Node; template: string }; body: { elements: Node[] } };
  const card: SimCard = { title: textOf(header.title), colour: header.template, parts: [], buttons: [] };
  for (const element of body.elements) addElement(card, element);
  return card;
}

function textOf(node: unknown): string {
  return String((node as { content?: string } | undefined)?.content ?? '');
}

function addElement(card: SimCard, element: Node): void {
  const { tag, text, columns, elements } = element as {
    tag: string;
    text?: Node;
    columns?: Node[];
    elements?: Node[];
  };
  if (tag === 'div') card.parts.push({ text: textOf(text) });
  else if (tag === 'button') card.buttons.push(buttonOf(element));
  else if (tag === 'form') card.buttons.push(formOf(elements ?? []));
  else if (tag === 'column_set') addColumns(card, columns ?? []);
}

/** A fact has its label in the first column; anything else stands beside each other. */
function addColumns(card: SimCard, columns: readonly Node[]): void {
  const inside = columns.map((column) => (column.elements as Node[])[0] ?? {});
  const [label, value] = inside;
  if (inside.length === 2 && label?.tag === 'div' && value?.tag === 'div')
    card.parts.push({ label: textOf(label.text), text: textOf(value.text) });
  else for (const element of inside) addElement(card, element);
}

function buttonOf(element: Node): SimButton {
  const { text, type, behaviors } = element as { text: Node; type: string; behaviors: { value: unknown }[] };
  const style = type === 'primary' || type === 'danger' ? type : 'default';
  return { label: textOf(text), style, press: behaviors[0]?.value };
}

function formOf(elements: readonly Node[]): SimButton {
  const [panel] = elements;
  const inside = (panel?.elements as Node[]) ?? [];
  const submit = inside.find((one) => one.tag === 'button') ?? {};
  return { ...buttonOf(submit), form: inside.flatMap(fieldOf) };
}

function fieldOf(element: Node): SimField[] {
  const { tag, name, label, placeholder, required, input_type, options } = element as {
    tag: string;
    name: string;
    label?: Node;
    placeholder?: Node;
    required: boolean;
    input_type?: string;
    options?: { text: Node; value: string }[];
  };
  if (tag !== 'input' && tag !== 'select_static') return [];
  const known = options?.map(({ text, value }) => ({ label: textOf(text), value }));
  return [
    {
      name,
      label: textOf(label ?? placeholder),
      required,
      multiline: input_type === 'multiline_text',
      ...(known ? { options: known } : {}),
    },
  ];
}
