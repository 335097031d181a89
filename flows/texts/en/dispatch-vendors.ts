/** In English: what vendors are told, and what is said of them. */
import type { Loose } from '../loose.ts';
import type { dispatchVendors as chinese } from '../zh/dispatch-vendors.ts';

export const dispatchVendors: Loose<typeof chinese> = {
  vendor: {
    field: 'Vendor',
    given: (number, desk) => `[${desk}] Please take care of ${number}`,
    greeting: (contact) => `Hello ${contact}, here is something for you to take care of.`,
    again: (contact, why) => `Hello ${contact}, this one is not solved yet${why ? `: ${why}` : ''}.`,
    withdrawn: (number, who) => `${number} needs nothing more from you: ${who} goes on with it. Thank you!`,
    cancelled: (number) => `${number} was withdrawn, no need to come. Thank you!`,
    added: (number, text) => `More on ${number}: ${text}`,
    contract: 'Contract',
    answerBy: 'Please answer by',
    doneBy: 'Please finish by',
    desk: 'Service desk',
    howTo: (number) => `Please answer “${number} when you come and what you will do”.`,
    howToMail: (phone) =>
      `Please answer this letter or ring ${phone}: when will you come, and what will you do?`,
    clock: (answerBy, doneBy) =>
      [answerBy ? `answer by ${answerBy}` : '', doneBy ? `done by ${doneBy}` : ''].filter(Boolean).join(', '),
    waiting: 'no answer yet',
    heard: (when) => `answered ${when}`,
    answered: (vendor, number, text) => `${vendor} (${number}) answered: ${text}`,
    noted: (number) => `Noted; those who have ${number} will see it. Thank you!`,
    gone: (number) =>
      `${number} is not with you at the moment. Please ring the desk if something is unclear.`,
  },
  needAnswer: (number) => [
    `What did the vendor say about ${number}? For example “vendor says ${number} coming tomorrow”.`,
    `A few words of the vendor on ${number} will do, such as “part arrives on Friday”.`,
  ],
  noVendor: (number) => [
    `${number} is not with a vendor. To hand it over, say “transfer to NAME ${number}”.`,
  ],
  colleagueLeft: (who, near) => [`${who} has left; nothing was changed. It can go to: ${near.join(', ')}.`],
};
