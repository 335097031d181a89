/** The channels that push: started and stopped with the server, and how each of them stands. */
import type { Logger } from 'pino';
import type { Channel, ChannelStatus, Intake, PushChannel } from '../../bot/channel.ts';

export interface NamedStatus extends ChannelStatus {
  name: string;
}

export interface Channels {
  /** Every channel by its name, the web page's too. */
  byName: ReadonlyMap<string, Channel>;
  /** Those with a webhook to be served. */
  pushed: readonly PushChannel[];
  /** Begins to receive; one that cannot start hinders neither the others nor the desk. */
  start(intake: Intake): Promise<void>;
  stop(): Promise<void>;
  statuses(): NamedStatus[];
}

/** So long a channel may take to say goodbye to its platform. */
const STOPS_WITHIN_MS = 2_000;

export function createChannels(
  always: readonly Channel[],
  pushed: readonly PushChannel[],
  log: Logger,
): Channels {
  const byName = new Map([...always, ...pushed].map((channel) => [channel.name, channel]));
  return {
    byName,
    pushed,
    async start(intake) {
      await Promise.all(
        pushed.map(async (channel) => {
          try {
            await channel.start(intake);
          } catch (error) {
            log.error({ channel: channel.name, error: String(error) }, 'channel.start_failed');
          }
        }),
      );
    },
    async stop() {
      await Promise.all(
        pushed.map((channel) =>
          Promise.race([channel.stop(), passing(STOPS_WITHIN_MS)]).catch((error: unknown) =>
            log.warn({ channel: channel.name, error: String(error) }, 'channel.stop_failed'),
          ),
        ),
      );
    },
    statuses: () => pushed.map((channel) => ({ name: channel.name, ...channel.status() })),
  };
}

function passing(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });
}
