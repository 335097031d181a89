/** In English: following up an open ticket. */
import type { Loose } from '../loose.ts';
import type { tickets as chinese } from '../zh/tickets.ts';

export const tickets: Loose<typeof chinese> = {
  statusOne: (ticket) => `${ticket.number} “${ticket.title}”: ${ticket.status}${ticket.who}${ticket.by}.`,
  statusMany: (count) => `You have ${count} open tickets:`,
  noTickets: () => [
    'You have no open ticket. Tell me what is wrong and I will open one.',
    'There is no open ticket of yours. Is something broken?',
  ],
  noSuchTicket: (number) => [
    `There is no such ticket of yours: ${number}. Please check the number.`,
    `I find no ticket ${number} of yours.`,
  ],
  whichTicket: () => ['Which one do you mean?', 'Which ticket is it?'],
  nothingEligible: () => [
    'There is no ticket of yours that this fits. Tell me if something is broken.',
    'I find no ticket to do that with.',
  ],
  openedKnown: (number) =>
    `${number} is recorded. This is a known fault that several have met; it is being worked on, and I will tell you each step.`,
  askSame: (number, title) => `Is this the same matter as ${number}, “${title}”?`,
  sameTitle: 'The same matter?',
  urged: (ticket) => [
    `I have chased ${ticket.number}: ${ticket.who}${ticket.by}. I will tell you as soon as there is news.`,
    `${ticket.number} was chased again: ${ticket.who}${ticket.by}. Sorry for the wait.`,
  ],
  toldStill: (number) => [
    `I see, ${number} is not solved yet; whoever works on it knows now. I will tell you as soon as there is news.`,
    `Added to ${number}, and told to whoever works on it: still not solved.`,
  ],
  added: (number) => [`Added to ${number}; the engineer sees it.`, `Done, it is in ${number} now.`],
  changed: (number) => [`${number} is corrected.`, `Corrected in ${number}.`],
  askCancel: (number, title) => `Cancel ${number} “${title}”? Nobody will come then.`,
  askDone: (number, title) => [
    `Good to hear! Shall I close ${number} “${title}”, so that nobody comes?`,
    `Good. Close ${number} “${title}” then? Nobody needs to come.`,
  ],
  doneByItself: (number) => [`${number} is closed; nobody will come. Write any time.`],
  goodToHear: () => ['Good to hear. Write any time.', 'Glad it works again.'],
  cancelled: (number) => `${number} is cancelled; nobody will come. Write when you need us.`,
  kept: (number) => `All right, ${number} stays open.`,
  askReopen: () => [
    'What is still wrong? I will send the engineer again.',
    'How does it behave now? I will pass it on.',
  ],
  reopened: (number) => `${number} is open again and somebody will come back to it. Sorry for the trouble.`,
  notAllowed: (number, status) => [
    `${number} is ${status} now, so that cannot be done.`,
    `That does not go any more: ${number} is ${status}.`,
  ],
  askRating: (number) => [`How was ${number}, from 1 to 5?`, `Please rate ${number} from 1 to 5.`],
  nothingToRate: () => 'There is nothing of yours to rate just now, thank you.',
  ratingLeft: () => 'That is fine, no rating needed.',
  ratingRange: () => 'The scale is 1 to 5.',
  reasonLeft: () => 'All right, thank you.',
  askCallback: (again) =>
    again
      ? 'Noted, they will see that too. On which number shall they call? Say “none” if no call is needed.'
      : 'Somebody responsible will call you back; on which number?',
  ratingTitle: 'Rating',
  rated: (score) =>
    score >= 4
      ? ['Thank you, I will pass it on.', 'Thanks!']
      : ['Thank you for being frank; we will do better.', 'Noted, thank you.'],
  askLowReason: () => 'What went wrong? One sentence is enough; say “no” if you would rather not.',
  reasonKept: () => 'Noted. Somebody will call you back. Sorry about that.',
  askComplaint: () =>
    'I am sorry. What happened, and what are you unhappy with? I will pass it on as you say it.',
  complained: (number) => [
    `I am truly sorry. Your complaint is recorded (${number}) and goes straight to the person responsible, who will call you.`,
  ],
  pendingWho: (team, assignee) => (assignee ? `, ${assignee} is on it` : team ? `, with ${team}` : ''),
  pendingBy: (by) => (by ? `, by ${by}` : ''),
  pendingLate: (expected) =>
    expected ? `, later than agreed, probably by ${expected}` : ', past the agreed time and being chased',
  pendingHold: (reason, until) =>
    [reason, until ? `probably until ${until}` : '']
      .filter(Boolean)
      .map((part) => `, ${part}`)
      .join(''),
};
