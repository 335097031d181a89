/** Pictures and files that go out, and those that could not be kept. */

import type { Loose } from '../loose.ts';
import type { files as chinese } from '../zh/files.ts';

export const files: Loose<typeof chinese> = {
  files: {
    inWords: (name: string, size: string, link: string | null): string =>
      link
        ? `📎 ${name} (${size}): ${link}`
        : `📎 ${name} (${size}): files can't be sent here, please look at the desk's web page`,
    refused: {
      runnable:
        'Files that a computer could run are not taken. A screenshot says enough of a software problem.',
      archive: 'Archives are not taken; please send the pictures or documents in it by themselves.',
      unknown:
        'I can’t tell what kind of file this is. Pictures, PDF, Word, Excel, PowerPoint, sound, video and text are fine.',
      empty: 'This file is empty, please send another one.',
      too_large: 'The file is over 20 MB. Please send a smaller one, or only the part that matters.',
      too_many: 'Many of your files are uploaded and not sent yet; please send those first.',
      gone: 'I could not get it from the chat; please send it once more.',
    },
    notKept: (name: string, why: string): string => `“${name}” was not kept: ${why}`,
    ofTicket: (number: string, count: number): string => `Files of ${number}: ${count}`,
    forRequester: (number: string, count: number): string =>
      `The colleague who works on ${number} sent you ${count === 1 ? 'a file' : `${count} files`}:`,
    noteAlone: 'see the file',
    asked: (number: string, count: number): string => `Here is all that came with ${number} (${count}):`,
    noneOfTicket: (number: string): string =>
      `Nothing is attached to ${number}. To add a photo or a file, just send it to me.`,
    noTicket:
      'You have no request yet, so there is nothing attached. To report a fault, tell me what is wrong and where.',
    unknownTicket: (number: string): string => `You have no request ${number}; please check the number.`,
  },
};
