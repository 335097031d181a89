/** In English: answers from the knowledge base, and what it tells people by itself. */
import type { Loose } from '../loose.ts';
import { short } from '../wording.ts';
import type { knowledge as chinese } from '../zh/knowledge.ts';

export const knowledge: Loose<typeof chinese> = {
  articleLead: (title) => [`This usually helps within minutes: ${title}`, `Please try this first: ${title}`],
  lectureLead: (title) => `There is a short lecture on exactly this: ${title}`,
  articleOther: (title) => `Similar: ${short(title, 40)}`,
  articleSource: (owner, checked) =>
    ['Knowledge base', owner, checked && `checked ${checked}`].filter(Boolean).join(' · '),
  videoPlace: (episode, at) => [episode && `Lesson ${episode}`, at && `at ${at}`].filter(Boolean).join(' '),
  askSolved: () => [
    'Did it work? Answer “Solved” or “Not solved” and I will open a ticket.',
    'Is it solved now, or not?',
  ],
  fullLead: (title) => `“${title}”, in full:`,
  solved: () => [
    'Great, glad it works. I am here when you need me.',
    'Good, then that is done without a ticket.',
  ],
  notInBase: () => [
    'The knowledge base has no answer to that, and I will not guess. Shall I open a ticket so that a colleague answers you?',
    'There is nothing on that in the knowledge base yet. Shall I pass it on as a ticket?',
  ],
  notNow: () => ['All right. Tell me when you need it.', 'OK, just write when you want to.'],
  knowledge: {
    nowAnswered: (question, title) =>
      `You asked “${short(question)}”, and there was no answer then. Now there is one: “${title}”. Ask me again in the same words to see the steps.`,
    lecturePublished: (title, episode, url) =>
      `New lecture${episode === undefined ? '' : ` ${episode}`}: “${title}”${url ? `\n${url}` : ''}\nReply “退订微课堂” to stop these.`,
    subscribed: () => 'Done: I will tell you of each new lecture. Say “退订微课堂” to stop.',
    alreadySubscribed: () => 'You are subscribed already; I will tell you of new lectures.',
    unsubscribed: () => 'Unsubscribed: no more news of lectures. Say “订阅微课堂” to have them again.',
    notSubscribed: () => 'You were not subscribed; you get no news of lectures.',
    rated: (episode, stars) => `Noted: lecture ${episode}, ${stars} out of 5. Thank you.`,
    noSuchLecture: (episode) => `There is no lecture ${episode}. Its number is on its card.`,
    lectureDue: (title, episode, due) =>
      `Lecture ${episode}, “${title}”, was to be published by ${due} and is not. Please publish it, or give it another date.`,
  },
};
