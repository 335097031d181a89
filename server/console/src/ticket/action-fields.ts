/** What each action of a ticket asks for before it is sent. Pure. */
import type { TicketAction } from '../board/allowed-actions.ts';

export type FieldName =
  | 'to'
  | 'engineer'
  | 'reason'
  | 'holdReason'
  | 'until'
  | 'note'
  | 'resolution'
  | 'cause'
  | 'parts'
  | 'tip'
  | 'rating'
  | 'text'
  | 'internal';

export interface ActionField {
  name: FieldName;
  required?: boolean;
}

/** Empty: nothing to ask, the button acts at once. */
export const ACTION_FIELDS: Record<TicketAction, readonly ActionField[]> = {
  assign: [{ name: 'to', required: true }],
  accept: [{ name: 'engineer' }],
  transfer: [
    { name: 'to', required: true },
    { name: 'reason', required: true },
  ],
  hold: [{ name: 'holdReason', required: true }, { name: 'until' }, { name: 'note' }],
  resume: [],
  resolve: [{ name: 'resolution', required: true }, { name: 'cause' }, { name: 'parts' }, { name: 'tip' }],
  close: [{ name: 'rating' }],
  reopen: [{ name: 'reason', required: true }],
  escalate: [{ name: 'reason' }],
  urge: [{ name: 'text' }],
  comment: [{ name: 'text', required: true }, { name: 'internal' }],
  cancel: [{ name: 'reason' }],
};

export type FieldValues = Partial<Record<FieldName, string | number | boolean>>;

/** `team:ID` or `assignee:NAME`: one list offers both. */
function whom(value: string): Record<string, string> {
  const colon = value.indexOf(':');
  return { [value.slice(0, colon)]: value.slice(colon + 1) };
}

/**
 * The body of the request from what was filled in; empty fields are left out. `toInstant` reads the wall time of a
 * date-and-time field.
 */
export function actionBody(
  action: TicketAction,
  values: FieldValues,
  toInstant: (wall: string) => string | null,
): Record<string, unknown> {
  const body: Record<string, unknown> = { action };
  for (const { name } of ACTION_FIELDS[action]) {
    const given = values[name];
    const value = typeof given === 'string' ? given.trim() : given;
    if (value === undefined || value === '' || value === false) continue;
    if (name === 'to') Object.assign(body, whom(String(value)));
    else if (name === 'engineer') body.assignee = value;
    else if (name === 'holdReason') body.reason = value;
    else if (name === 'until') body.until = toInstant(String(value)) ?? undefined;
    else body[name] = value;
  }
  return body;
}
