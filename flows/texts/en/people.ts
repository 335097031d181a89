/** In English: channels, and one person with several accounts. */
import type { Loose } from '../loose.ts';
import type { people as chinese } from '../zh/people.ts';

export const people: Loose<typeof chinese> = {
  channels: {
    tooFast:
      'That was too fast: I did not keep your last messages. Please wait a minute and send what you need once more.',
    recalled: '[withdrawn]',
    commands: [
      { name: 'start', says: 'hello', description: 'Say hello, see what I can do' },
      { name: 'help', says: 'help', description: 'What I can do, and how to say it' },
      { name: 'tickets', says: 'my tickets', description: 'How far my requests are' },
      { name: 'human', says: 'talk to a person', description: 'Ask a colleague to take over' },
    ],
    sharedContactSays: 'who am i',
    toast: {
      received: 'Got it, on it now',
      tooFast: 'Too many presses, please try again in a moment',
      notKept: 'That was not kept, please press it again',
      unknown: 'This card no longer works, please send a message instead',
    },
  },
  identity: {
    channels: {
      web: 'the web page',
      feishu: 'Feishu',
      telegram: 'Telegram',
      wechat: 'WeChat',
      phone: 'phone',
    },
    code: (code, minutes) =>
      `Your code is ${code}, good for ${minutes} minutes. Tell me "link ${code}" in the other app, and both are you. Please don't share it.`,
    joined: (name) =>
      `Linked${name ? `, ${name}` : ''}. You can now ask here about what you reported elsewhere.`,
    joinedElsewhere: (channel) =>
      `An account on ${channel} was just linked to you. If that wasn't you, reply "agent" right away.`,
    refused: {
      unknown: () =>
        'That code is wrong or has run out. Say "link my account" in the first app for a new one, and send it to me.',
      too_many: () => 'Too many wrong codes. Please try again in an hour, or reply "agent" for a person.',
      own: () => 'This account is linked already; nothing to do.',
      taken: () => 'This account belongs to someone else. Say "unlink" first, then link it again.',
    },
    left: () =>
      'Unlinked. Here you now see only what was reported here; say "link my account" to link again.',
    notJoined: () => "This account wasn't linked, so there is nothing to undo.",
    unknownYou: () =>
      'I don\'t know yet who you are in the directory. If you used me in another app, say "link my account".',
    you: ({ name, department, channels }) =>
      `You are ${name}${department ? ` (${department})` : ''}${channels.length > 1 ? `, known on ${channels.join(', ')}` : ''}.`,
  },
};
