/** Who somebody is, as their channel's own directory says: asked before the turn, never while an update is acknowledged. */
import type { Channel, PlatformPerson } from '../../bot/channel.ts';
import { incomingSender } from '../../bot/incoming.ts';
import type { Update } from '../../bot/types.ts';

/** A person waits for their answer; a directory that is slow is not waited for, and known by the next message. */
const ANSWERS_WITHIN_MS = 500;

/** The update with the name, department and vouched mobile of its sender, where the channel knows them. */
export async function withChannelPerson(
  channels: ReadonlyMap<string, Channel>,
  update: Update,
): Promise<Update> {
  const channel = channels.get(update.address.channel);
  if (!channel?.findPerson || update.sender.name) return update;
  const asked = channel.findPerson(update.sender.id).catch(() => null);
  const person = await Promise.race([asked, late()]);
  if (!person) return update;
  const { name, department, phone } = person;
  const sender = incomingSender({
    ...update.sender,
    ...(name ? { name } : {}),
    ...(department ? { department } : {}),
    // The platform vouches for the number: whoever has it in the desk's directory is this person.
    ...(phone ? { phone, mobile: phone } : {}),
  });
  return { ...update, sender };
}

function late(): Promise<PlatformPerson | null> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(null), ANSWERS_WITHIN_MS).unref();
  });
}
