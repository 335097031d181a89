/** A picture, file, voice or video that came without words. The file itself is kept with the update that brought it. */
import type { Effect } from '../desk.ts';
import type { Attachment } from '../types.ts';
import { newFrameData } from './conversation.ts';
import { advance } from './engine.ts';
import { type Machine, pushFrame, say, topFrame, wordsOf } from './machine.ts';

/** What was sent, for a ticket's notes: «[图片 IMG_1.jpg]»; empty where nothing was. */
export function attachmentsInWords(machine: Machine, attachments: readonly Attachment[]): string {
  const words = wordsOf(machine);
  return attachments.map(({ kind, name }) => words.attachmentNamed(kind, name)).join('\n');
}

/**
 * Nobody can listen to a voice message yet, so its words are asked for. A picture or file goes with the matter in hand,
 * or with the ticket that was spoken of last, unless that was long ago (`silent`); where there is neither, the person is
 * asked what it is about.
 */
export function takeAttachments(
  machine: Machine,
  attachments: readonly Attachment[],
  silent: boolean,
): Effect | null {
  const first = attachments[0];
  if (!first) return null;
  const words = wordsOf(machine);
  const unheard = attachments.find(({ kind }) => kind === 'voice' || kind === 'video');
  if (unheard) {
    say(machine, { text: words.notHeard(unheard.kind === 'voice' ? 'voice' : 'video') });
    return null;
  }
  const kind = first.kind === 'image' ? 'image' : 'file';
  if (topFrame(machine)) {
    say(machine, { text: words.attachmentKept(kind) });
    return null;
  }
  const { ticket } = machine.conversation;
  if (ticket === null || silent) {
    say(machine, { text: words.attachmentAlone(kind) });
    return null;
  }
  const text = attachmentsInWords(machine, attachments);
  const data = newFrameData({ text, intent: 'add_to_ticket', slots: { ticket } });
  pushFrame(machine, machine.definition.begins.add_to_ticket, data);
  return advance(machine);
}
