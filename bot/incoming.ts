/** What every adapter does with words that came in, before anything else sees them: made storable, and secrets masked. */
import { maskSecrets } from './secrets.ts';
import { Action, type SecretKind, Sender } from './types.ts';

/** So much of one message is kept; an `Update` holds no more. */
const MOST_TEXT = 20_000;

/** PostgreSQL takes neither NUL nor half of a surrogate pair. */
export function storable(text: string): string {
  return text.replaceAll('\u0000', '').toWellFormed();
}

/** The text of an utterance, with the kinds of secrets that were taken out of it. */
export function incomingText(raw: string): { text: string; masked?: SecretKind[] } {
  const { text, found } = maskSecrets(storable(raw));
  const kinds = [...new Set(found.map((secret) => secret.kind))];
  return { text: clipped(text, MOST_TEXT), ...(kinds.length > 0 ? { masked: kinds } : {}) };
}

/** Who sent it: the id is opaque and stays as it is; what is shown to people is masked like any text. */
export function incomingSender(sender: Sender): Sender {
  const shown = (text: string | undefined, most: number) =>
    text?.trim() ? clipped(maskSecrets(storable(text)).text.trim(), most) : undefined;
  const name = shown(sender.name, 200);
  const department = shown(sender.department, 200);
  const phone = sender.phone?.trim() ? clipped(storable(sender.phone.trim()), 50) : undefined;
  return Sender.parse({
    id: sender.id,
    ...(name ? { name } : {}),
    ...(department ? { department } : {}),
    ...(phone ? { phone } : {}),
    ...(sender.mobile ? { mobile: sender.mobile } : {}),
  });
}

/** A pressed button, with the values of its form. Throws a zod error where it can be no button of ours. */
export function incomingAction(action: {
  id: string;
  value: string;
  form?: Readonly<Record<string, string>> | undefined;
}): Action {
  const form = Object.entries(action.form ?? {}).map(
    ([name, value]) => [name, clipped(maskSecrets(storable(value)).text, 5000)] as const,
  );
  return Action.parse({
    id: action.id,
    value: action.value,
    ...(form.length > 0 ? { form: Object.fromEntries(form) } : {}),
  });
}

/** At most `most` UTF-16 units, and no half of a pair at the end. */
function clipped(text: string, most: number): string {
  return text.length <= most ? text : text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '');
}
