/** In English: the crew's commands and what is answered to them. */
import type { Loose } from '../loose.ts';
import type { dispatchCommands as chinese } from '../zh/dispatch-commands.ts';

export const dispatchCommands: Loose<typeof chinese> = {
  done: {
    accept: (number, who) => `${who} took ${number}.`,
    transfer: (number, who, to, why) => `${who} passed ${number} to ${to}${why ? `: ${why}` : ''}.`,
    cancel: (number, who) => `${who} cancelled ${number}; nobody needs to go.`,
    close: (number, who) => `${who} closed ${number}.`,
    meetingConfirmed: (number) => `Meeting ${number} is confirmed; whoever booked it is told.`,
    meetingCancelled: (number) => `Meeting ${number} is cancelled; whoever booked it is told.`,
    hold: (number, who, reason) => `${who} put ${number} on hold: ${reason}.`,
    delay: (number, when) => `${number} is now expected by ${when}; the requester was told.`,
    send_out: (number, approver) =>
      `${approver} was asked about ${number}; nothing leaves before they agree.`,
    declare_major: (number, who) => `${who} declared ${number} a major fault.`,
    plan: (number) => `The fallback plan of ${number} is recorded.`,
    review: (number) => `The report on ${number} is recorded.`,
    acknowledge: (number, who) => `${who} has noted ${number}.`,
    arrive: (number, who) => `${who} is on site for ${number}.`,
    resume: (number, who) => `${who} resumed ${number}.`,
    resolve: (number, who) => `${who} finished ${number}; waiting for the requester to confirm.`,
    comment: (number) => `Told the requester (${number}).`,
    escalate: (number, who) => `${who} escalated ${number}.`,
    handback: (number) => `${number} is back with the bot.`,
  },
  takenBy: (number, status, who) => `${number} was already taken by ${who} (${status}).`,
  alreadyYours: (number) => `${number} is with you already.`,
  refused: (number, status) => `${number} is already “${status}”; that cannot be done.`,
  meetingNotApproved: (number, who) => `Meeting ${number} needs the agreement of ${who} first.`,
  meetingRefused: (number) => `Meeting ${number} has begun, ended or been cancelled; that cannot be done.`,
  closeLater: (number, status) =>
    `${number} is “${status}” and cannot be closed yet. Send “done ${number} what was done” first.`,
  unknown: (number) => `There is no ticket ${number}. Please check the number.`,
  unknownEnding: (ending) => `No ticket of today ends in ${ending}. Please give the whole number.`,
  whichEnding: (ending, numbers) =>
    `Several end in ${ending}: ${numbers.join(', ')}. Please give the whole number.`,
  whichOf: ['Which one? Its ordinal is enough:', 'Which of these? Say its ordinal:'],
  needNumber: () => [
    'Which ticket? Add its number, e.g. “accept T20261118-0001”, or reply to its card.',
    'The number is missing. For one of today its last four digits do; “list” shows what nobody has taken.',
  ],
  needTarget: (number) => `To whom? E.g. “transfer to Li ${number}”.`,
  unknownColleague: (said, near) =>
    `There is no “${said}”; nothing was changed. It can go to: ${near.join(', ')}.`,
  whichColleague: (names) => `Which one? ${names.join(', ')}.`,
  needHoldReason: (number) =>
    `Why is ${number} put on hold? Parts, vendor, user, approval, or something else?`,
  pastUntil: (number) => `That time is past; ${number} was not put on hold. Until when?`,
  needResolution: (number) => `What was done? E.g. “done ${number} replaced the fuser”.`,
  needUntil: (number) => `By when will ${number} be done? E.g. “tomorrow 3pm”.`,
  needWhat: (number) => `What of ${number} goes out, and why?`,
  needPlan: (number) => `What is the fallback plan for ${number}?`,
  needReview: (number) => `What was the cause of ${number}?`,
  needText: (number) => `What should the requester be told? E.g. “comment ${number} coming at three”.`,
  dropped: () => 'All right, left as it is.',
  help: () =>
    'In this group: “accept T…”, “transfer to Li T…”, “hold T… waiting for parts”, “resume T…”, “done T… what was done”, “comment T… words for the requester”, “cancel T… why”, “close T…”, “show T…”; for meetings “confirm M…”, “cancel M…”. “list” shows what nobody has taken. For a ticket of today its last four digits do, and several numbers may stand together; reply to a card and you can leave out the number.',
  waiting: {
    none: 'No ticket is waiting to be taken.',
    lead: (count, shown) =>
      count > shown ? `${count} tickets wait; the ${shown} most urgent:` : `${count} waiting to be taken:`,
    respondBy: (when) => `respond by ${when}`,
    overdue: 'overdue',
  },
};
