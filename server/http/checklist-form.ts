/** What comes back from the check-list page. */
import { z } from 'zod';
import { Equipment } from '../../bot/types.ts';
import type { MeetingAction } from '../desk/meeting-actions.ts';

const ITEM = /^item:(.+)$/;
const USED = /^used:(.+)$/;

const Form = z.object({
  task: z.string().min(1).max(100),
  who: z.string().max(100).default(''),
  name: z.string().max(100).default(''),
  result: z.string().max(2000).default(''),
  what: z.enum(['save', 'finish']),
});

export interface FilledIn {
  task: string;
  /** Empty where nobody was chosen. */
  actor: string;
  action: MeetingAction;
  /** What was ticked, without an end to it. */
  asFarAs: MeetingAction;
  finishes: boolean;
}

/** Null where it is no form of this page. A field that came twice counts once. */
export function filledIn(body: URLSearchParams): FilledIn | null {
  const fields = Object.fromEntries(body);
  const parsed = Form.safeParse(fields);
  if (!parsed.success) return null;
  const { task, who, name, result, what } = parsed.data;
  const items = named(fields, ITEM).map(([item, value]) => {
    const note = fields[`note:${item}`]?.trim().slice(0, 500);
    return { item: item.slice(0, 100), ok: value === 'ok', ...(note ? { note } : {}) };
  });
  const used = usedOf(named(fields, USED));
  const finishes = what === 'finish';
  const asFarAs: MeetingAction = { action: 'task_check', task, items };
  const action: MeetingAction = finishes
    ? {
        action: 'task_done',
        task,
        items,
        ...(result.trim() ? { result: result.trim() } : {}),
        ...(Object.keys(used).length > 0 ? { used } : {}),
      }
    : asFarAs;
  return { task, actor: (name.trim() || who).trim(), action, asFarAs, finishes };
}

function named(fields: Record<string, string>, pattern: RegExp): [string, string][] {
  return Object.entries(fields).flatMap(([key, value]): [string, string][] => {
    const name = pattern.exec(key)?.[1];
    return name === undefined || value === '' ? [] : [[name, value]];
  });
}

function usedOf(counts: readonly [string, string][]): Partial<Record<Equipment, number>> {
  return Object.fromEntries(
    counts.flatMap(([what, value]) => {
      const [thing, count] = [Equipment.safeParse(what), Number(value)];
      return thing.success && Number.isInteger(count) && count >= 0 && count <= 10_000
        ? [[thing.data, count]]
        : [];
    }),
  );
}

/** Items that were looked at and are not in order, without a word on how it stands. */
export function isUnexplained({ action }: FilledIn): boolean {
  if (action.action !== 'task_done' || action.result) return false;
  return (action.items ?? []).some(({ ok, note }) => !ok && !note);
}
