/**
 * WeChat, through Wechaty and the puppet that is configured. Puppets are not WeChat's own: an account that uses one can be
 * restricted or banned, and a login can break in silence. The channel says so, watches, and starts anew.
 */
import type {
  ChannelLog,
  ChannelState,
  ChannelStatus,
  Intake,
  Outgoing,
  OutgoingFile,
  PushChannel,
  ReceivingTurn,
  SendResult,
} from '../../bot/channel.ts';
import { createProgressBook } from '../../bot/sending-progress.ts';
import { decode, WECHAT } from './decode.ts';
import { encode, MOST_TEXT } from './encode.ts';
import { type LineEvents, type PuppetLine, reasonOf, type Saying } from './line.ts';
import { type TakingIn, takingIn } from './take-in.ts';
import { called, dueNow, type Sign, signed, type Watch, watchFrom } from './watch.ts';

export { createClient } from './client.ts';
export { WECHAT };

export interface WechatOptions {
  /** Makes the line to the puppet; nothing runs before it is started. */
  connect(events: LineEvents): PuppetLine;
  /** What the puppet is called, for the log. */
  puppet: string;
  /** One replica at a time has the account; absent: nobody else does. */
  turn?: ReceivingTurn;
  log: ChannelLog;
  now(): number;
  /** Ends early with the signal. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
  /** Shows a code that a person has to scan. */
  showCode(code: string): void;
}

const MOST_FILE_BYTES = 25 * 1024 * 1024;
/** Between two messages of the account: whoever writes faster than a person is taken for what it is. */
const PACE_MS = 400;
/** However long nobody scans the code: nothing is given up, and soon after a login all is sent. */
const LOGGED_OUT_MS = 15_000;
const LOOKS_EVERY_MS = 15_000;
const LONGEST_WAIT_MS = 5 * 60_000;

export function createWechatChannel(options: WechatOptions): PushChannel {
  const { log, now, sleep } = options;
  const stopping = new AbortController();
  let status: ChannelStatus = { state: 'starting', since: now() };
  let watch: Watch = watchFrom(now());
  let taking: TakingIn | null = null;
  let watching: Promise<void> = Promise.resolve();

  const onState = (state: ChannelState, more: Pick<ChannelStatus, 'detail' | 'scan'> = {}) => {
    const same = status.state === state && status.detail === more.detail && status.scan === more.scan;
    if (same) return;
    status = { state, since: now(), ...more };
    log[state === 'ready' ? 'info' : 'warn'](
      { state, ...(more.detail ? { detail: more.detail } : {}) },
      'wechat.state',
    );
  };
  const sign = (given: Sign) => {
    watch = signed(watch, given, now());
  };

  const rooms = new Set<string>();
  /** Whoever sets up a dispatch group looks for its id. */
  const noteRoom = (room: string | null) => {
    if (room === null || rooms.has(room)) return;
    rooms.add(room);
    log.info({ chat: room }, 'wechat.room');
  };

  const line = options.connect({
    onScan(code, scanned) {
      sign('scan');
      if (scanned) return onState('needs_person', { detail: 'scanned: confirm it on the telephone' });
      if (status.scan === code) return;
      onState('needs_person', {
        detail: 'scan the code with the account that is to be the desk',
        scan: code,
      });
      options.showCode(code);
    },
    onLogin() {
      sign('login');
      onState('ready');
    },
    onLogout() {
      sign('logout');
      onState('needs_person', { detail: 'logged out; a new code is on its way' });
    },
    onAlive: () => sign('alive'),
    onHeard(heard) {
      noteRoom(heard.room);
      const incoming = decode(heard);
      if (incoming) taking?.take(incoming);
    },
    onError: (error) => log.warn({ error }, 'wechat.puppet_error'),
    onExit(detail) {
      sign('gone');
      onState('reconnecting', { detail });
    },
  });

  const begin = async () => {
    sign('started');
    try {
      await line.start();
    } catch (error) {
      // A puppet that is not installed, or settings that it refuses.
      sign('gone');
      onState('failed', { detail: reasonOf(error) });
    }
  };

  const keepAlive = async () => {
    log.warn({ puppet: options.puppet }, 'wechat.unofficial_puppets_risk_a_ban');
    let begun = false;
    for (let restarts = 0; !stopping.signal.aborted; ) {
      if (options.turn && !(await options.turn.renew())) {
        if (begun)
          await line
            .stop()
            .catch((error: unknown) => log.warn({ error: reasonOf(error) }, 'wechat.stop_failed'));
        begun = false;
        onState('ready', { detail: 'another replica has the account' });
        await sleep(LOOKS_EVERY_MS, stopping.signal);
        continue;
      }
      if (!begun) await begin();
      begun = true;
      await sleep(LOOKS_EVERY_MS, stopping.signal);
      if (stopping.signal.aborted) return;
      const due = dueNow(watch, now());
      if (due === 'call') {
        watch = called(watch, now());
        line.call();
      }
      if (watch.login === 'in' && due === 'nothing') restarts = 0;
      if (due !== 'restart') continue;
      restarts += 1;
      if (watch.login !== 'gone') onState('reconnecting', { detail: 'no sign of life: starting anew' });
      await line.stop().catch((error: unknown) => log.warn({ error: reasonOf(error) }, 'wechat.stop_failed'));
      await sleep(Math.min(1000 * 2 ** (restarts - 1), LONGEST_WAIT_MS), stopping.signal);
      if (!stopping.signal.aborted) await begin();
    }
  };

  return {
    name: WECHAT,
    capabilities: {
      cards: false,
      forms: false,
      editing: false,
      files: true,
      delivery: 'push',
      limits: { text: { most: MOST_TEXT, unit: 'characters' }, fileBytes: MOST_FILE_BYTES },
    },
    maySend: () => options.turn?.holds() ?? true,
    send: createSend(line, () => watch.login === 'in', options),
    fetchAttachment: (ref, mostBytes) => line.download(ref, mostBytes),
    async start(intake: Intake) {
      taking = takingIn(
        {
          intake,
          sleep,
          onTrouble: (waiting) => log.warn({ waiting }, 'wechat.not_recorded_yet'),
          onLost: (messageId) => log.error({ messageId }, 'wechat.lost'),
        },
        stopping.signal,
      );
      watching = keepAlive();
    },
    async stop() {
      stopping.abort();
      await line.stop().catch((error: unknown) => log.warn({ error: reasonOf(error) }, 'wechat.stop_failed'));
      await watching;
      await taking?.settled();
      await options.turn?.drop();
      onState('stopped');
    },
    status: () => status,
  };
}

/**
 * Messages leave one at a time, with a pause between them. WeChat knows no repeats: words whose answer was lost are sent
 * again, and may stand there twice; a file that failed once is named in words, with its link.
 */
function createSend(
  line: PuppetLine,
  isIn: () => boolean,
  { sleep }: Pick<WechatOptions, 'sleep'>,
): (message: Outgoing) => Promise<SendResult> {
  const book = createProgressBook();
  const paced = pacing(() => sleep(PACE_MS, NEVER));
  return async (message) => {
    const { address, id, inReplyTo } = message;
    for (const [index, part] of [...encode(message), ...(message.files ?? [])].entries()) {
      if (index < book.of(id).sent) continue;
      if (!isIn()) return { ok: false, retry: true, afterMs: LOGGED_OUT_MS, error: 'not logged in' };
      const answered = index === 0 ? inReplyTo : undefined;
      const what = typeof part === 'string' ? part : await sayingOf(part, book.of(id).fileInDoubt);
      const said = await paced(() => line.say(address.chat, address.kind === 'group', what, answered));
      if (!said.ok) {
        book.note(id, { fileInDoubt: typeof part !== 'string' });
        return { ok: false, retry: said.known, error: said.error };
      }
      const isWords = typeof part === 'string';
      book.note(id, {
        sent: index + 1,
        fileInDoubt: false,
        ...(isWords && said.id ? { platformId: said.id } : {}),
      });
    }
    const { platformId } = book.of(id);
    book.forget(id);
    // Not every puppet tells an id; that something was sent must be known all the same.
    return { ok: true, platformMessageId: platformId ?? `sent:${id}` };
  };
}

/** In words where the desk no longer has it, or it may be there already. */
async function sayingOf(file: OutgoingFile, inDoubt: boolean): Promise<Saying> {
  const bytes = inDoubt ? null : await file.read();
  return bytes ? { name: file.name, bytes } : file.inWords;
}

const NEVER = new AbortController().signal;
/** Runs tasks one after the other, with a pause after each. */
function pacing(pause: () => Promise<void>): <T>(task: () => Promise<T>) => Promise<T> {
  let turn: Promise<unknown> = Promise.resolve();
  return (task) => {
    const mine = turn.then(task);
    turn = mine.then(pause, () => undefined);
    return mine;
  };
}
