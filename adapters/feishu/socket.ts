/** The long connection: kept open by us, since the SDK gives up on some refusals and waits minutes after others. */
import { EventDispatcher, type Logger, LoggerLevel, WSClient } from '@larksuiteoapi/node-sdk';
import type { ChannelLog, ChannelStatus } from '../../bot/channel.ts';
import { boundedHttp } from './http.ts';

export interface SocketOptions {
  appId: string;
  appSecret: string;
  baseUrl: string;
  log: ChannelLog;
  logger: Logger;
  now(): number;
  /** 0 to 1, spreads the attempts of many servers. */
  jitter(): number;
  /** By event type; an event is acknowledged when its handler has resolved, and brought again when it throws. */
  handlers: Readonly<Record<string, (event: unknown) => Promise<unknown>>>;
}

export interface Socket {
  start(): void;
  stop(): void;
  status(): ChannelStatus;
}

const CONNECTS_WITHIN_MS = 15_000;
/** A peer that says nothing so long after our ping is dead. */
const PONG_WITHIN_S = 20;
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 60_000;

export function createSocket(options: SocketOptions): Socket {
  const { log, now } = options;
  let status: ChannelStatus = { state: 'stopped', since: now() };
  let client: WSClient | null = null;
  let timer: NodeJS.Timeout | null = null;
  let failures = 0;

  const become = (state: ChannelStatus['state'], detail?: string) => {
    if (status.state !== state) log.info({ state, ...(detail ? { detail } : {}) }, 'feishu.connection');
    const since = status.state === state ? status.since : now();
    status = { state, since, ...(detail ? { detail } : {}) };
  };

  const drop = () => {
    if (timer) clearTimeout(timer);
    timer = null;
    client?.close({ force: true });
    client = null;
  };

  const again = (state: 'reconnecting' | 'failed', reason: string) => {
    drop();
    failures += 1;
    become(state, reason);
    const waitMs = Math.min(FIRST_WAIT_MS * 2 ** (failures - 1), LONGEST_WAIT_MS);
    timer = setTimeout(connect, waitMs * (0.5 + options.jitter() / 2));
  };

  const connect = () => {
    drop();
    // What an older connection still reports is of no interest.
    const only = (act: () => void) => () => {
      if (client === mine) act();
    };
    const mine: WSClient = new WSClient({
      appId: options.appId,
      appSecret: options.appSecret,
      domain: options.baseUrl,
      logger: options.logger,
      loggerLevel: LoggerLevel.error,
      httpInstance: telling((error) => only(() => again('reconnecting', error))()),
      handshakeTimeoutMs: CONNECTS_WITHIN_MS - 5_000,
      wsConfig: { pingTimeout: PONG_WITHIN_S },
      onReady: only(() => {
        if (timer) clearTimeout(timer);
        timer = null;
        failures = 0;
        become('ready');
      }),
      onReconnecting: only(() => again('reconnecting', 'the connection was cut')),
      // The platform refuses: its reason is for an operator, and it may be mended there.
      onError: (error: Error) => only(() => again('failed', error.message.slice(0, 200)))(),
    });
    client = mine;
    timer = setTimeout(
      only(() => again('reconnecting', 'the platform can’t be reached')),
      CONNECTS_WITHIN_MS,
    );
    const dispatcher = new EventDispatcher({ logger: options.logger, loggerLevel: LoggerLevel.error });
    // The SDK's types know no card actions; the handlers check what they are given themselves.
    dispatcher.register(options.handlers as Parameters<typeof dispatcher.register>[0]);
    mine.start({ eventDispatcher: dispatcher }).catch((error: unknown) => {
      if (client === mine) again('reconnecting', String(error).slice(0, 200));
    });
  };

  return {
    start() {
      become('starting');
      connect();
    },
    stop() {
      drop();
      become('stopped');
    },
    status: () => status,
  };
}

/** The SDK keeps to itself that the platform can't be asked where to connect, and waits minutes before it tries again. */
function telling(onFailure: (error: string) => void): ReturnType<typeof boundedHttp> {
  const http = boundedHttp();
  const request: typeof http.request = async (options) => {
    try {
      return await http.request(options);
    } catch (error) {
      onFailure(String(error).slice(0, 200));
      throw error;
    }
  };
  return { ...http, request };
}
