/** The process in which a puppet lives: what it throws, leaks or prints does no harm to the desk. Ends with the desk. */

import type { PuppetLine } from './line.ts';
import { reasonOf } from './line.ts';
import type { FromPuppet, ToPuppet } from './protocol.ts';
import { createPuppet } from './puppet.ts';

let line: PuppetLine | null = null;

const tell = (message: FromPuppet) => process.send?.(message);

/** A puppet that threw where nobody could catch it is in no state to go on: said, then ended, and started anew. */
function endWith(error: unknown): void {
  tell({ is: 'error', error: reasonOf(error) });
  setImmediate(() => process.exit(1));
}

process.on('uncaughtException', endWith);
process.on('unhandledRejection', endWith);
process.on('disconnect', () => process.exit(0));
process.on('message', (message: ToPuppet) => {
  switch (message.do) {
    case 'start':
      return void start(message);
    case 'call':
      return line?.call();
    case 'say':
      return void say(message);
    case 'download':
      return void download(message);
  }
});

async function start({ settings }: Extract<ToPuppet, { do: 'start' }>): Promise<void> {
  line = createPuppet(settings, {
    onScan: (code, scanned) => tell({ is: 'scan', code, scanned }),
    onLogin: () => tell({ is: 'login' }),
    onLogout: () => tell({ is: 'logout' }),
    onAlive: () => tell({ is: 'alive' }),
    onHeard: (heard) => tell({ is: 'heard', heard }),
    onError: (error) => tell({ is: 'error', error }),
  });
  try {
    await line.start();
    tell({ is: 'started' });
  } catch (error) {
    tell({ is: 'failed', error: reasonOf(error) });
  }
}

async function say({ ask, chat, room, what, answered }: Extract<ToPuppet, { do: 'say' }>): Promise<void> {
  const said = await line?.say(chat, room, what, answered);
  tell({ is: 'said', ask, said: said ?? { ok: false, known: true, error: 'not started' } });
}

async function download({ ask, messageId, mostBytes }: Extract<ToPuppet, { do: 'download' }>): Promise<void> {
  const fetched = await line?.download(messageId, mostBytes);
  tell({ is: 'downloaded', ask, fetched: fetched ?? { ok: false, retry: true, error: 'not started' } });
}
