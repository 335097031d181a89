/** A channel that pushes, with its platform played by the test: what was sent is kept, what comes in is handed over. */
import type { Incoming, Intake, Outgoing, PushChannel, SendResult, Taken } from '../../bot/channel.ts';

export interface PlayedChannel extends PushChannel {
  /** What was sent, in order. */
  sent: Outgoing[];
  /** What the platform answers to a message; otherwise it arrives. */
  answer: ((message: Outgoing) => SendResult | undefined) | null;
  /** As the platform delivers it. */
  deliver(incoming: Incoming): Promise<Taken>;
}

export function playedChannel(name = 'push'): PlayedChannel {
  let intake: Intake | null = null;
  const channel: PlayedChannel = {
    name,
    capabilities: {
      cards: true,
      forms: true,
      editing: true,
      files: true,
      delivery: 'push',
      limits: { text: { most: 20_000, unit: 'characters' }, fileBytes: 1_000_000 },
    },
    sent: [],
    answer: null,
    async send(message) {
      channel.sent.push(message);
      return channel.answer?.(message) ?? { ok: true, platformMessageId: `${name}-${message.id}` };
    },
    async start(given) {
      intake = given;
    },
    async stop() {
      intake = null;
    },
    status: () => ({ state: intake ? 'ready' : 'stopped', since: 0 }),
    async deliver(incoming) {
      if (!intake) throw new Error('the channel was not started');
      return intake(incoming);
    },
  };
  return channel;
}
