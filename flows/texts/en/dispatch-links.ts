/** In English: incidents, links between tickets, repairs sent out. */
import type { Loose } from '../loose.ts';
import type { dispatchLinks as chinese } from '../zh/dispatch-links.ts';

export const dispatchLinks: Loose<typeof chinese> = {
  recurs: (times) => `time ${times} within 30 days`,
  incident: {
    title: (count) => `One fault? ${count} people report it`,
    body: (number, title) => `${number} ${title}: several have reported something like it. Is it one fault?`,
    confirm: 'Make it one incident',
    dismiss: 'Not the same',
    confirmed: (number, count) =>
      `Linked to ${number}, ${count} reports. What is done to ${number} is told to all of them.`,
    dismissed: (number) => `All right, ${number} stays alone.`,
    reports: (count) => `${count} reports`,
    behind: (number) => `part of ${number}`,
  },
  links: {
    merged: (number, to) => `${number} was merged into ${to}.`,
    linked: (number, to) => `${number} was linked to ${to}.`,
    unlinked: (number) => `${number} goes on alone.`,
    needTwo: 'Two tickets, please; the last one is the one that stays.',
    refused: (number) => `${number} can't be linked now: it is closed, or in no incident.`,
  },
  meetingApproval: {
    title: (number) => `Room approval ${number}`,
    lead: (who, room, again) =>
      again
        ? `${who} is still waiting for your answer: may this meeting have ${room}?`
        : `${who} would like to have ${room}. May they?`,
    leadForDesk: (approver, room, again) =>
      again
        ? `⚠ ${approver} has not answered about ${room}. Please ask again and record it here:`
        : `${room} needs the agreement of ${approver}. Please ask, and record it here:`,
    approve: 'Agree',
    refuse: 'Refuse',
    reason: 'Why (optional)',
    approved: (number, who) => `${who} agreed to meeting ${number}; its requester has been told.`,
    refused: (number, who) =>
      `${who} did not agree to meeting ${number}; the room is free, its requester has been told.`,
    silent: (number, room, approver, lead) =>
      `⚠ Meeting ${number} waits for ${approver} to agree to ${room}${lead ? `; ${lead}, please ask` : ''}. Then answer “agree ${number}” or “refuse ${number}”.`,
  },
  sendOut: {
    title: (number) => `Repair outside: ${number}`,
    lead: (what) => `Something has to go out for repair, please decide: ${what}`,
    leadForDesk: (what, who) => `Please ask ${who} about this repair and record the answer here: ${what}`,
    nobody: 'the head of the department',
    asks: 'Asked by',
    what: 'What',
    approve: 'Agree',
    reject: 'Refuse',
    approved: (number, who) => `${who} agreed to send ${number} out.`,
    rejected: (number, who) => `${who} did not agree; ${number} stays here.`,
    gone: 'This was decided already.',
    which: (numbers) => `Several wait for you: ${numbers.join(', ')}. Please name one.`,
  },
};
