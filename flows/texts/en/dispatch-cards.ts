/** In English: the cards in the dispatch groups. */
import type { Loose } from '../loose.ts';
import type { dispatchCards as chinese } from '../zh/dispatch-cards.ts';

export const dispatchCards: Loose<typeof chinese> = {
  title: (number, title) => `${number} ${title}`,
  lead: {
    new: (number) => `New ticket ${number}`,
    urgent: (number) => `[URGENT] New ticket ${number}`,
    complaint: (number) => `[COMPLAINT] ${number}`,
    handoff: (number) => `[PERSON WANTED] ${number}`,
    reopened: (number) => `[OPEN AGAIN] ${number}`,
  },
  status: (status, who) => (who ? `${status} · ${who}` : status),
  due: (respondBy, onSiteBy, resolveBy) =>
    [
      respondBy ? `respond by ${respondBy}` : '',
      onSiteBy ? `be there by ${onSiteBy}` : '',
      resolveBy ? `solve by ${resolveBy}` : '',
    ]
      .filter(Boolean)
      .join(', '),
  overdue: (text) => `${text} (overdue)`,
  buttons: {
    accept: 'Accept',
    transfer: 'Transfer',
    hold: 'Hold',
    arrive: 'On site',
    sendOut: 'Repair outside',
    resume: 'Resume',
    resolve: 'Done',
    handback: 'Back to the bot',
  },
  form: {
    to: 'To whom (team or engineer)',
    why: 'Why',
    holdReason: 'Why on hold',
    note: 'Note',
    until: 'Until when (optional)',
    resolution: 'What was done',
    cause: 'Cause (optional)',
    tip: 'A tip for the user (optional)',
    sendOut: 'What goes out, and why',
    parts: 'Parts used (optional)',
  },
  fields: {
    description: 'In their words',
    reporter: 'Requester',
    contact: 'Contact',
    due: 'Due',
    incident: 'Same fault',
    recurs: 'Comes again',
    warning: 'Note',
    left: 'Left',
    suggested: 'Suggested',
    tried: 'Already tried',
    attachments: 'Attached',
    status: 'Status',
    duty: 'On duty',
  },
  meeting: {
    title: (number, title) => `Meeting ${number} “${title}”`,
    statuses: {
      requested: 'to be confirmed',
      confirmed: 'confirmed',
      in_progress: 'under way',
      done: 'over',
      cancelled: 'cancelled',
    },
    bookedBy: 'Booked by',
    approval: 'Approval',
    agreed: (who, decision) =>
      decision === null ? `waiting for ${who}` : `${who} ${decision === 'approved' ? 'agreed' : 'refused'}`,
    assurance: 'Assurance',
    assured: 'important: two people, spare equipment, earlier tests',
    tasks: { setup: 'Set-up', test: 'Joint test', standby: 'Stand-by', teardown: 'Clearing' },
    finalTest: 'Final test',
    checks: {
      remote_sites: 'all remote sites',
      spare: 'spare equipment',
      counted: 'equipment counted',
      powered_off: 'switched off',
    },
    nobody: 'nobody yet',
    taskDue: (when, who, items) => `by ${when}, ${who}${items ? `; check: ${items}` : ''}`,
    taskFrom: (when, who, items) => `from ${when}, ${who}${items ? `; watch: ${items}` : ''}`,
    taskDone: (who, result) => `✓ ${who}${result ? `: ${result}` : ''}`,
    found: (item, ok, note) => `${item} ${ok ? 'fine' : 'wrong'}${note ? ` (${note})` : ''}`,
    confirm: 'Confirm',
    finish: (task) => `${task} done`,
    result: 'Result (optional)',
    taskNoted: (number, task, who) => `${who} has done: ${task} of meeting ${number}.`,
    noOpenTask: (number) => `Meeting ${number} has no such task left to do.`,
  },
  missing: {
    phone: 'no phone left; use “comment” to reach them in their chat',
    place: 'no place given',
  },
};
