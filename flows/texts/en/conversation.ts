/** In English: hand-over, duty, greetings, help. */
import type { Loose } from '../loose.ts';
import type { conversation as chinese } from '../zh/conversation.ts';

const reach = (phone: string | undefined): string =>
  phone ? ` If it is urgent, call the desk on ${phone}.` : '';

export const conversation: Loose<typeof chinese> = {
  handoff: (number, phone) => [
    `A colleague takes over (${number}) and will answer you here. What you write meanwhile goes to them; write “bot” to come back to me.${reach(phone)}`,
  ],
  handoffAfterMisses: (number, phone) => [
    `I did not understand, so a colleague takes over (${number}) and will answer here. Write “bot” to come back to me.${reach(phone)}`,
  ],
  handoffClosed: (opensAt, reachAt) =>
    ` The desk opens again at ${opensAt}.${reachAt ? ` If it cannot wait: ${reachAt}.` : ''}`,
  onDutyList: {
    lead: (day) => `On duty ${day}:`,
    line: (team, name, phone) => `· ${team}: ${name} ${phone}`,
    none: (phone) =>
      phone
        ? `There is no roster; call the desk on ${phone}, or write here.`
        : 'There is no roster; just write here.',
  },
  onDuty: (name, phone) => `${name} is on duty${phone ? ` (${phone})` : ''}`,
  deskPhone: (phone) => `the desk on ${phone}`,
  deskHours: (spans, opens, phone) =>
    `${spans.length > 0 ? `The desk is staffed ${spans.join(' and ')} today` : 'The desk is closed today'}${opens ? `, and opens again ${opens}` : ''}. I am here at any hour: just tell me${phone ? `, or call ${phone} if it can’t wait` : ''}.`,
  callUs: (phone) => [
    `The desk is on ${phone}. Writing here works just as well: I record it and send somebody.`,
    `Call ${phone}, or just tell me here.`,
  ],
  clarify: () => ['I am not sure what you mean. Which is it?', 'Which of these do you mean?'],
  clarifyTitle: 'Please choose',
  greeting: (name, desk) => [
    `Hello${name ? ` ${name}` : ''}, this is ${desk}. Tell me what is broken or what you need.`,
    `Hello${name ? ` ${name}` : ''}! What can I do for you?`,
  ],
  thanked: () => ['You are welcome.', 'Any time.', 'My pleasure.'],
  help: (desk, phone) =>
    `I am the bot of ${desk}. Just write as you would speak:\n· a fault: “the printer in 302 is jammed”\n· a request: “please install WPS”\n· a question: “how do I number pages from page 3”\n· a meeting room: “room on floor 2 tomorrow 3pm, 20 people, microphone”\n· progress, hurry, add, cancel, rate, complain\n· a person: “talk to a human”${phone ? `, or call ${phone}` : ''}`,
  outOfScope: () => [
    'I cannot help with that; I look after computers, printing, network, systems and meetings.',
    'That is outside what this desk does. Anything about IT or meetings, just ask.',
  ],
  idle: () => ['All right. Anything else?', 'OK. Just tell me what you need.'],
};
