/** In English: taking a report or a request. */
import type { Loose } from '../loose.ts';
import type { reporting as chinese } from '../zh/reporting.ts';

export const reporting: Loose<typeof chinese> = {
  askDescription: (again) =>
    again
      ? 'I did not quite get that. Which device or system is it, and what does it do?'
      : ['Sure. What is it, and what is wrong with it?'],
  askWhatOf: (thing) => [
    `What is it with the ${thing}? Tell me what you see, or what you need.`,
    `Is the ${thing} broken, or do you need something done? A few words are enough.`,
  ],
  askService: (again) =>
    again
      ? 'What exactly would you like done? For example “install WPS” or “a new toner”.'
      : 'Sure. What would you like us to do?',
  noArticle: () => [
    'This needs an engineer; I will record it for you.',
    'I will record this so that an engineer can look at it.',
  ],
  askPlace: (again) =>
    again
      ? 'Which building, floor and room? A landmark nearby will do.'
      : ['Where is it? For example “room 302, third floor”.'],
  askPhone: (again) =>
    again
      ? 'An extension or mobile number is enough; say “no phone” and I will reach you here.'
      : ['How can we reach you? An extension or mobile number, please.'],
  whyPhone: () => 'So that the engineer can reach you before coming; it is used for this ticket only.',
  whyPlace: () => 'So that the engineer can come straight to you.',
  afterSubmit: () =>
    'Once you submit it goes to an engineer, who is in touch within the target time. Please check:',
  securityFirstAid: () =>
    'Please stop using it now: unplug the network cable or switch off Wi-Fi, leave it switched on, and change any password you typed from another computer. I am reporting it at once.',
  confirmLead: () => [
    'This is what I am about to record. Is it right?',
    'Please check; if it is right, submit it:',
  ],
  confirmTitle: 'Fault report (not yet submitted)',
  confirmServiceTitle: 'Service request (not yet submitted)',
  askEdit: () => [
    'What should be changed? Just say what is right, e.g. “fourth floor” or “phone 8013”.',
    'Tell me the right value, e.g. “it is on floor 4”.',
  ],
  opened: (ticket) => [
    `Recorded as ${ticket.number}${whoHas(ticket.engineer, ticket.team)}.${ticket.respondBy ? ` Somebody will be in touch by ${ticket.respondBy}.` : ''}${ticket.urgent ? ' It is marked urgent.' : ''} I will tell you when something happens.`,
  ],
  openedClosedHours: (opensAt, reachAt) =>
    ` The desk is closed now and opens at ${opensAt}.${reachAt ? ` If it cannot wait: ${reachAt}.` : ''}`,
  ticketTitle: (number) => `Ticket ${number}`,
};

function whoHas(engineer: { name: string; phone: string | undefined } | null, team: string | null): string {
  if (engineer) return `, in the hands of ${engineer.name}${engineer.phone ? ` (${engineer.phone})` : ''}`;
  return team ? `, with ${team}` : '';
}
