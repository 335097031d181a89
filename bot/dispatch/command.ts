/** What a member of a dispatch group wants done, by a button of a card or in words: «接单 T20261118-0001». */
import type { Action } from '../types.ts';

export type DispatchCommand =
  | { do: 'accept'; number: string | null }
  | { do: 'transfer'; number: string | null; to: string; reason: string }
  | {
      do: 'hold';
      number: string | null;
      reason: 'parts' | 'vendor' | 'user' | 'approval' | 'other';
      note: string;
      until: string;
    }
  | { do: 'resume'; number: string | null }
  | { do: 'resolve'; number: string | null; resolution: string; cause: string; parts: string }
  | { do: 'comment'; number: string | null; text: string }
  | { do: 'escalate'; number: string | null }
  | { do: 'handback'; number: string | null }
  | { do: 'show'; number: string | null };

const NUMBER = /T\d{8}-\d{4,}/i;

const VERBS: readonly { verb: RegExp; build: (number: string | null, rest: string) => DispatchCommand }[] = [
  { verb: /^(?:接单|接了|我来(?:处理)?|收到接单|accept)/i, build: (number) => ({ do: 'accept', number }) },
  {
    verb: /^(?:转派?给?|改派给?|transfer(?: to)?)/i,
    build: (number, rest) => ({ do: 'transfer', number, ...splitTarget(rest) }),
  },
  {
    verb: /^(?:挂起|暂停|hold)/i,
    build: (number, rest) => ({ do: 'hold', number, reason: holdReason(rest), note: rest, until: '' }),
  },
  { verb: /^(?:恢复|继续(?:处理)?|取消挂起|resume)/i, build: (number) => ({ do: 'resume', number }) },
  {
    verb: /^(?:完成|办结|修好了?|处理完了?|搞定了?|done|resolve)/i,
    build: (number, rest) => ({ do: 'resolve', number, resolution: rest, cause: '', parts: '' }),
  },
  { verb: /^(?:备注|回复|留言|comment)/i, build: (number, rest) => ({ do: 'comment', number, text: rest }) },
  { verb: /^(?:升级|上报|escalate)/i, build: (number) => ({ do: 'escalate', number }) },
  { verb: /^(?:交还(?:机器人)?|转回机器人|hand ?back)/i, build: (number) => ({ do: 'handback', number }) },
  { verb: /^(?:查看?|详情|进度|show)/i, build: (number) => ({ do: 'show', number }) },
];

/** «李工，他在三楼»: the first word is whom, the rest is why. */
function splitTarget(rest: string): { to: string; reason: string } {
  const [to = '', ...reason] = rest.split(/[\s,，。;；:：]+/).filter(Boolean);
  return { to, reason: reason.join(' ') };
}

function holdReason(text: string): 'parts' | 'vendor' | 'user' | 'approval' | 'other' {
  if (/配件|备件|耗材|到货|采购|缺货|part/i.test(text)) return 'parts';
  if (/厂商|厂家|供应商|原厂|售后|vendor/i.test(text)) return 'vendor';
  if (/用户|本人|人不在|没人|约好|约了|联系不上|user/i.test(text)) return 'user';
  if (/审批|领导|批准|签字|approval/i.test(text)) return 'approval';
  return 'other';
}

/**
 * A command in words, or null where the message is none. `repliedTo` is the ticket whose card the message replies to.
 * The number may stand before or behind the verb; without one, the card replied to is meant.
 */
export function readCommand(text: string, repliedTo: string | null): DispatchCommand | null {
  const folded = text.normalize('NFKC').trim();
  const number = NUMBER.exec(folded)?.[0].toUpperCase() ?? repliedTo;
  const words = folded.replace(NUMBER, ' ').replace(/\s+/g, ' ').trim();
  for (const { verb, build } of VERBS) {
    const found = verb.exec(words);
    if (!found) continue;
    const rest = words
      .slice(found[0].length)
      .replace(/^[\s,，:：。]+/, '')
      .trim();
    // «接单吗» and a long sentence that happens to begin with a verb are talk, not a command.
    if (/[?？吗]$/.test(words) || (number === null && rest.length > 30)) return null;
    return build(number, rest);
  }
  return null;
}

/** A button of a dispatch card; its form, where it has one, holds the rest. Null where it is none of ours. */
export function readDispatchAction(action: Action): DispatchCommand | null {
  const number = action.value;
  const form = action.form ?? {};
  const said = (name: string) => form[name]?.trim() ?? '';
  switch (action.id) {
    case 'dispatch.accept':
      return { do: 'accept', number };
    case 'dispatch.transfer':
      return { do: 'transfer', number, to: said('to'), reason: said('reason') };
    case 'dispatch.hold':
      return {
        do: 'hold',
        number,
        reason: formReason(said('reason')),
        note: said('note'),
        until: said('until'),
      };
    case 'dispatch.resume':
      return { do: 'resume', number };
    case 'dispatch.resolve':
      return {
        do: 'resolve',
        number,
        resolution: said('resolution'),
        cause: said('cause'),
        parts: said('parts'),
      };
    case 'dispatch.handback':
      return { do: 'handback', number };
    default:
      return null;
  }
}

function formReason(reason: string): 'parts' | 'vendor' | 'user' | 'approval' | 'other' {
  return reason === 'parts' || reason === 'vendor' || reason === 'user' || reason === 'approval'
    ? reason
    : 'other';
}
