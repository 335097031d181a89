/** In English: what requesters are told by themselves. */
import type { Loose } from '../loose.ts';
import type { notices as chinese } from '../zh/notices.ts';

export const notices: Loose<typeof chinese> = {
  notice: {
    accepted: (number, title, who, until) =>
      `${who.name} has taken “${title}” (${number}) and is coming to it.${until ? ` It should be done by ${until}.` : ''}${who.phone ? ` Ring ${who.phone} if anything changes.` : ''}`,
    assigned: (number, title, who) =>
      `“${title}” (${number}) is now with ${who.name}${who.phone ? ` (${who.phone})` : ''}.`,
    transferred: (number, who) => `${number} was passed to ${who}.`,
    on_hold: (number, reason, until) =>
      `${number} has to wait${reason ? `: ${reason}` : ''}${until ? `, probably until ${until}` : ''}. I will tell you when it goes on.`,
    resumed: (number) => `${number} goes on now.`,
    resolved: (number, title, who, result) =>
      `${who} reports “${title}” (${number}) as done: ${result}. Does it work?`,
    resolvedTitle: 'Please confirm',
    closed: (number) => `${number} is closed.`,
    cancelled: (number, why) =>
      `${number} was cancelled${why ? `: ${why}` : ''}. Just answer if you have questions.`,
    reopened: (number) => `${number} is open again.`,
    commented: (number, who, text) => `${who} (${number}): ${text}`,
    breached: (number, who, expected) =>
      `${number} was not dealt with in time, sorry. It was raised with the person responsible${who ? ` and ${who} was chased` : ''}; ${
        expected
          ? `it should be done by ${expected}, and I will tell you first if that changes.`
          : 'I will tell you at once when something happens.'
      }`,
    arrived: (number, who) => `${who} is on site, working on ${number}.`,
    delayed: (number, until, why) =>
      `${number} takes longer than agreed${why ? `: ${why}` : ''}${until ? `; it should be done by ${until}` : ''}. Sorry for the wait; I will tell you first if that changes.`,
    send_out: (number, what) =>
      `${number} can't be mended on site and has to go out for repair: ${what}. Your department was asked; nothing leaves before it agrees.`,
    send_out_approved: (number, who) => `${who} has agreed to the repair of ${number}; it goes on.`,
    send_out_rejected: (number, who, why) =>
      `${who} has not agreed to send ${number} out${why ? `: ${why}` : ''}. It stays here, and the engineer looks for another way.`,
    linked: (number) =>
      `${number} is the same fault that others reported; they are worked on together, and I will tell you each step.`,
    merged: (number, into) => `${number} and ${into} are the same matter; it goes on as ${into}.`,
    major: (number) => `${number} is treated as a major fault; I will tell you each step.`,
    meeting: {
      confirmed: (number, when, room) => `Meeting ${number} is confirmed: ${when}, ${room}.`,
      changed: (meeting, actor, changed) =>
        `${actor ? `${actor} changed` : 'There is a change to'} your meeting “${meeting.title}” (${meeting.number})${changed.length > 0 ? `: ${changed.join('; ')}` : ''}. It is now ${meeting.when}, ${meeting.room}; tell me if that does not suit.`,
      approved: (number, when, room, who) =>
        `${who || 'They'} agreed: meeting ${number}, ${when}, ${room}. I will tell you once the crew has confirmed it.`,
      refused: (meeting, who, why, hasOthers) =>
        `${who || 'They'} did not agree to ${meeting.room} for “${meeting.title}” (${meeting.number})${why ? `: ${why}` : ''}. ${hasOthers ? 'Would one of these do? A press books it:' : 'Tell me another room or time.'}`,
      cancelled: (number, why) => `Meeting ${number} is cancelled${why ? `: ${why}` : ''}.`,
      started: (number) => `Meeting ${number} has begun; write if anything is wrong.`,
      finished: (number) => `Meeting ${number} is over.`,
    },
  },
};
