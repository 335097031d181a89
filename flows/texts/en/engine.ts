/** In English: what the engine itself says. */
import type { EngineWords } from '../../../bot/dialogue/definition.ts';
import type { SecretKind } from '../../../bot/types.ts';
import { short } from '../wording.ts';

const SECRETS: Record<SecretKind, string> = {
  id_card: 'identity card number',
  bank_card: 'bank card number',
  password: 'password',
  classified: 'classified content',
  key: 'access key',
};

export const engine: EngineWords = {
  abandoned: (topic) =>
    topic
      ? [`All right, leaving “${topic}”.`, `OK, “${topic}” is dropped.`]
      : ['All right, dropped.', 'OK, leaving it.'],
  worksAgain: (topic) => [
    `Good to hear. I leave “${topic}” unrecorded; write any time.`,
    `Glad it works. “${topic}” need not be recorded then.`,
  ],
  nothingToAbandon: () => [
    'All right. Just write when you need something.',
    'OK, I am here when you need me.',
  ],
  resumed: (topic) => [`Back to “${topic}”.`, `Going on with “${topic}”.`],
  stale: () => [
    'That card is out of date, so its button no longer works. Just tell me what you need now.',
    'That button no longer applies; things have moved on since. What would you like to do now?',
  ],
  secrets: (kinds) => {
    const names = [...new Set(kinds)].map((kind) => SECRETS[kind]).join(', ');
    return kinds.includes('classified')
      ? [
          'Your message is marked as classified. It was not kept and not passed on. Please leave that part out and tell me again.',
          'That message carries a secrecy marking, so nothing of it was stored. Please say it again without that part.',
        ]
      : [
          `I have blanked out the ${names} in your message; it was not stored. Our engineers never ask for it.`,
          `The ${names} was removed and not kept. We never need it, so please do not send it here.`,
        ];
  },
  corrected: (values) => {
    const list = values.filter(Boolean).join(', ');
    return list ? [`Changed to “${list}”.`, `Corrected: “${list}”.`] : ['Changed.', 'Corrected.'];
  },
  waiting: () => ['No hurry, tell me when you are done.', 'Take your time, I am here.'],
  noted: () => ['Noted.', 'Got it, added.', 'Added that too.'],
  queued: (text) => [`I have noted “${short(text, 40)}” too and will do it right after this.`],
  next: (text) => [`Now the other thing: “${short(text, 40)}”.`, `On to “${short(text, 40)}”.`],
  setAside: (topic) => [
    `We did not finish “${topic}” earlier; I have set it aside. Tell me again if you still need it.`,
  ],
  handedBack: () => ['The bot is back. How can I help?', 'I am taking over again. Please go ahead.'],
  attachmentAlone: (kind) =>
    kind === 'image'
      ? [
          'Got the picture. In a few words: which device, where, and what is wrong? I will keep both together.',
          'I have kept the picture. What is it about: which device, where, what happens?',
        ]
      : [
          'Got the file. In a few words, what should be done with it? I will keep both together.',
          'I have kept the file. What do you need done with it?',
        ],
  attachmentKept: (kind) =>
    kind === 'image'
      ? [
          'Got the picture; it stays with this. The question above is still open.',
          'Picture kept. Please go on with the question above.',
        ]
      : [
          'Got the file; it stays with this. The question above is still open.',
          'File kept. Please go on with the question above.',
        ],
  notHeard: (kind) =>
    kind === 'voice'
      ? [
          'Got your voice message, but I cannot listen to it yet. Please type it: which device, where, what happens? Write “human” if it cannot wait.',
          'I have kept the voice message but cannot make out what it says. Please put it in words, or write “human”.',
        ]
      : [
          'Got your video, but I cannot watch it yet. Please type it: which device, where, what happens? Write “human” if it cannot wait.',
          'I have kept the video but cannot tell what it shows. Please put it in words, or write “human”.',
        ],
  attachmentNamed: (kind, name) =>
    `[${{ image: 'picture', file: 'file', voice: 'voice message', video: 'video' }[kind]} ${name}]`,
  recalledInFlow: () => [
    'You took a message back; what I noted before stands. Tell me what to change, or write “never mind”.',
    'One message was withdrawn. I keep what was noted; say what is wrong, or “never mind”.',
  ],
  recalledTicket: (number) => [
    `You took a message back; ${number} goes on as before. To call it off, write “cancel ${number}”.`,
    `One message was withdrawn; ${number} is not affected. Write “cancel ${number}” to call it off.`,
  ],
  failed: () => [
    'Sorry, that did not go through. I will try again by myself; write “human” if it cannot wait.',
    'Something went wrong with that step and I am trying again. Write “human” to get a colleague.',
  ],
};
