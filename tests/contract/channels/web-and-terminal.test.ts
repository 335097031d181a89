/** The web page and the terminal: people fetch what is theirs, and what they send comes by the HTTP contract. */
import { encode as encodeForTerminal } from '../../../adapters/terminal/encode.ts';
import { decode, WEB, WebMessage, webChannel } from '../../../adapters/web/index.ts';
import type { ChannelStatus, Intake, Outgoing } from '../../../bot/channel.ts';
import type { CardAction } from '../../../bot/reply.ts';
import type { Address } from '../../../bot/types.ts';
import { shownReply } from '../../../server/chat/shown-reply.ts';
import { channelSuite, type Played, type Seen } from './suite.ts';

const AT = '2026-11-18T09:00:00+08:00';
const links = { pathOf: (id: string) => `/files/${id}/key` };

interface Shown {
  chat: string;
  key: string;
  message: Outgoing;
}

/** `see` gives what a person sees of a message. */
function fetched(
  see: (message: Outgoing) => Promise<Seen[]> | Seen[],
  more: Partial<Played['channel']['capabilities']>,
) {
  return async (): Promise<Played> => {
    let intake: Intake | null = null;
    let status: ChannelStatus = { state: 'stopped', since: 0 };
    const shown: Shown[] = [];
    const seen = new Map<string, Seen[]>();
    const post = async (body: unknown, address: Address): Promise<boolean> => {
      const parsed = WebMessage.safeParse(body);
      if (!parsed.success || !intake) return false;
      return intake(decode(parsed.data, address, AT)).then(
        () => true,
        () => false,
      );
    };
    const addressOf = (chat: string, group = false): Address => ({
      channel: WEB,
      chat,
      kind: group ? 'group' : 'private',
    });
    const draw = async (chat: string) => {
      const all = await Promise.all(
        shown.filter((one) => one.chat === chat).map(({ message }) => see(message)),
      );
      seen.set(chat, all.flat());
    };
    const actionOf = (message: string, label: string): CardAction | undefined =>
      shown
        .find(({ key }) => key === message)
        ?.message.reply.card?.actions.find((action) => action.label === label);
    return {
      channel: {
        ...webChannel,
        capabilities: { ...webChannel.capabilities, ...more },
        async start(given) {
          intake = given;
          status = { state: 'ready', since: 0 };
        },
        async stop() {
          intake = null;
          status = { state: 'stopped', since: 0 };
        },
        status: () => status,
        // What the outbox records is what the page fetches: a card is known by its key.
        async send(message) {
          const key = message.cardKey ?? message.id;
          const { chat } = message.address;
          const place = shown.findIndex((one) => one.chat === chat && one.key === key);
          if (place < 0) shown.push({ chat, key, message });
          else shown[place] = { chat, key, message };
          await draw(chat);
          return { ok: true, platformMessageId: key };
        },
      },
      ids: { chat: 'u1', group: 'dispatch', thread: null, message: (n) => `m${n}` },
      says: ({ id, who, chat, text, group, mentioned }) =>
        post(
          { messageId: id, user: { id: who }, text, ...(mentioned ? { mentioned } : {}) },
          addressOf(chat, group),
        ),
      ...(more.cards === false
        ? {}
        : {
            presses: ({ id, who, chat, message, label }) => {
              const action = actionOf(message, label);
              const { id: actionId = '', value = '' } = action ?? {};
              return post(
                { messageId: id, user: { id: who }, action: { id: actionId, value } },
                addressOf(chat),
              );
            },
          }),
      async garbage() {
        for (const body of [null, {}, [], { messageId: 1 }, { messageId: 'x', user: {}, text: 'x' }, 'x'])
          await post(body, addressOf('u1'));
        await post({ messageId: 'x', user: { id: 'u1' }, text: 'nul \u0000' }, addressOf('u1'));
      },
      seen: (chat) => seen.get(chat) ?? [],
      fetched: true,
      recognisesRepeats: true,
      ties: false,
      namesWaits: false,
      close: async () => {},
    };
  };
}

async function onThePage({ reply, files = [] }: Outgoing): Promise<Seen[]> {
  const { text } = shownReply(reply, links);
  const sent = await Promise.all(files.map(async (file) => ({ file, bytes: await file.read() })));
  return [
    { words: text },
    ...sent.flatMap(({ file: { kind, name }, bytes }) =>
      bytes ? [{ words: '', file: { kind, name, bytes } }] : [],
    ),
  ];
}

/** Without the speaker, and without the indent of further lines. */
function inTheTerminal({ reply }: Outgoing): Seen[] {
  const lines = encodeForTerminal('服务台', shownReply(reply, links)).split('\n');
  return [{ words: lines.map((line) => line.slice(4)).join('\n') }];
}

channelSuite('The web page', fetched(onThePage, {}));
channelSuite('The terminal', fetched(inTheTerminal, { cards: false, editing: false, files: false }));
