/** What a member of a dispatch group wants done. Words: words.ts; what was left out and asked for: question.ts. */
import type { Action } from '../types.ts';

export type HoldReason = 'parts' | 'vendor' | 'user' | 'approval' | 'other';

/** What is to be done; a text that was not given is empty, a reason to hold that was not given is null. */
export type Order =
  | { do: 'accept' }
  | { do: 'transfer'; to: string; reason: string }
  | { do: 'hold'; reason: HoldReason | null; note: string; until: string }
  | { do: 'resume' }
  | { do: 'acknowledge' }
  | { do: 'arrive' }
  | { do: 'delay'; until: string }
  | { do: 'send_out'; what: string }
  | { do: 'declare_major'; reason: string }
  | { do: 'plan'; text: string }
  | { do: 'review'; text: string }
  | { do: 'resolve'; resolution: string; cause: string; parts: string; tip: string }
  | { do: 'comment'; text: string }
  /** What the vendor that has the work said. */
  | { do: 'vendor_answer'; text: string }
  | { do: 'escalate'; reason: string }
  | { do: 'merge' }
  | { do: 'link' }
  | { do: 'unlink' }
  | { do: 'confirm_incident' }
  | { do: 'dismiss_incident' }
  | { do: 'cancel'; reason: string }
  | { do: 'close' }
  | { do: 'confirm' }
  | { do: 'handback' }
  /** A task of a meeting, by its id, or by what was said of it. */
  | { do: 'task'; task: string; result: string }
  | { do: 'show' };
export type OrderName = Order['do'];

/**
 * `numbers` are whole («T20261118-0001», for `confirm` and `cancel` «M…» too) or the last four digits as they were
 * said («0001»); none where it has to be asked. `list`: what nobody has taken yet.
 */
export type DispatchCommand =
  | { kind: 'order'; numbers: readonly string[]; order: Order }
  | { kind: 'list' }
  | { kind: 'help' };

/** What words beside the verb mean to it. */
export function orderOf(name: OrderName, said: string): Order {
  switch (name) {
    case 'transfer':
      return { do: 'transfer', to: said, reason: '' };
    case 'hold':
      return { do: 'hold', reason: holdReason(said), note: said, until: '' };
    case 'resolve':
      return { do: 'resolve', resolution: said, cause: '', parts: '', tip: '' };
    case 'comment':
    case 'vendor_answer':
    case 'plan':
    case 'review':
      return { do: name, text: said };
    case 'delay':
      return { do: 'delay', until: said };
    case 'send_out':
      return { do: 'send_out', what: said };
    case 'escalate':
    case 'declare_major':
    case 'cancel':
      return { do: name, reason: said };
    case 'task':
      return { do: 'task', task: '', result: said };
    default:
      return { do: name };
  }
}

function holdReason(text: string): HoldReason | null {
  if (/配件|备件|耗材|到货|采购|缺货|part/i.test(text)) return 'parts';
  if (/厂商|厂家|供应商|原厂|售后|vendor/i.test(text)) return 'vendor';
  if (/用户|本人|人不在|没人|约好|约了|联系不上|user/i.test(text)) return 'user';
  if (/审批|领导|批准|签字|approval/i.test(text)) return 'approval';
  return text === '' ? null : 'other';
}

/** A button of a dispatch card; its form, where it has one, holds the rest. Null where it is none of ours. */
export function readDispatchAction(action: Action): DispatchCommand | null {
  const order = orderOfButton(action);
  return order && { kind: 'order', numbers: [action.value.split(':')[0] ?? ''], order };
}

function orderOfButton(action: Action): Order | null {
  const { id, form = {} } = action;
  const said = (name: string) => form[name]?.trim() ?? '';
  switch (id) {
    case 'dispatch.accept':
      return { do: 'accept' };
    case 'dispatch.transfer':
      return { do: 'transfer', to: said('to'), reason: said('reason') };
    case 'dispatch.hold': {
      const note = said('note');
      return { do: 'hold', reason: formReason(said('reason')), note, until: said('until') };
    }
    case 'dispatch.resume':
      return { do: 'resume' };
    case 'dispatch.resolve': {
      const [resolution, cause, parts] = [said('resolution'), said('cause'), said('parts')];
      return { do: 'resolve', resolution, cause, parts, tip: said('tip') };
    }
    case 'dispatch.send_out':
      return { do: 'send_out', what: said('what') };
    case 'dispatch.arrive':
      return { do: 'arrive' };
    case 'dispatch.meeting_confirm':
      return { do: 'confirm' };
    case 'dispatch.meeting_task':
      return { do: 'task', task: action.value.split(':')[1] ?? '', result: said('result') };
    case 'incident.confirm':
      return { do: 'confirm_incident' };
    case 'incident.dismiss':
      return { do: 'dismiss_incident' };
    case 'dispatch.handback':
      return { do: 'handback' };
    default:
      return null;
  }
}

function formReason(reason: string): HoldReason | null {
  if (reason === 'parts' || reason === 'vendor' || reason === 'user' || reason === 'approval') return reason;
  return reason === '' ? null : 'other';
}
