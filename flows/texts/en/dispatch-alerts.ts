/** In English: targets near or missed, and lines in the groups. */
import type { Loose } from '../loose.ts';
import type { dispatchAlerts as chinese } from '../zh/dispatch-alerts.ts';

export const dispatchAlerts: Loose<typeof chinese> = {
  alert: {
    targets: {
      respond: 'response',
      on_site: 'on-site',
      resolve: 'resolution',
      fallback_plan: 'fallback plan',
      report: 'fault report',
    },
    over: (number, target, late) => `⚠ ${number} missed its ${target} target by ${late}`,
    ahead: (number, target, left) => `${number} has ${left} left to its ${target} target`,
    about: (title, facts) => `${title} (${facts})`,
    nobody: 'not taken yet',
    asked: (names) => `${names}, please look`,
    pressing: 'nobody answered before, so it goes up',
    told: (when) => `the requester was told ${when}`,
    minutes: (count) => `${count} min`,
    hours: (hours, minutes) => (minutes > 0 ? `${hours} h ${minutes} min` : `${hours} h`),
    days: (days) => `${days} days`,
    title: (number) => `Target of ${number}`,
    digestTitle: (count) => `Targets of ${count} tickets`,
    digest: (over, ahead) =>
      [over > 0 ? `${over} missed` : '', ahead > 0 ? `${ahead} close` : ''].filter(Boolean).join(', '),
    more: (count) => `${count} more; the ticket list shows all that are overdue.`,
    acknowledge: 'Noted',
    acknowledged: (who, numbers) => `${who} has noted ${numbers}.`,
    acknowledgedMany: (who, count) => `${who} has noted these ${count} tickets.`,
    nothing: 'This was dealt with already.',
  },
  line: {
    yours: (who: string, number: string, title: string): string => `@${who} ${number} is yours now: ${title}`,
    urge: (number, who) => `${who} is asking to hurry ${number}.`,
    comment: (number, who, text) => `${who} (${number}) adds: ${text}`,
    updated: (number, who, text) => `${who} corrected ${number}: ${text}`,
    reopen: (number, who, why) => `${who} says ${number} is still broken: ${why}`,
    cancel: (number, who) => `${who} cancelled ${number}; nobody needs to go.`,
    escalate: (number, who, why) => `${who} wants a person for ${number}: ${why}`,
    low: (number, score, why) => `${number} was rated ${score}${why ? `: ${why}` : ''}; please call back.`,
    meetingNew: (number, when, room, title) => `New meeting ${number}: ${when}, ${room}, ${title}`,
    meetingChanged: (number, when, room, changed) =>
      `Meeting ${number} (${when}, ${room}) changed${changed.length > 0 ? `: ${changed.join('; ')}` : ''}.`,
    meetingRated: (number, score, why) =>
      `Meeting ${number} was rated ${score}${why ? `: ${why}` : ''}; please call back.`,
    meetingPeople: (count) => `${count} people`,
    meetingAtOnce: (who) => `It is out of hours: ${who} on duty, please confirm now.`,
    meetingUnconfirmed: (number, when, room, who) =>
      `⚠ Nobody has confirmed meeting ${number} (${when}, ${room}). ${who}: please reply “confirm ${number}”.`,
    meetingTaskLate: (number, task, due, who) =>
      `⚠ ${task} of meeting ${number} was due ${due} and is not reported done. ${who}: please see to it, then “done ${number} ${task}”.`,
    onDuty: (who) => `on duty ${who}`,
    meetingApprover: (who) => `This room needs the agreement of ${who}; confirm it after that.`,
    meetingConfirm: (number) => `Reply “confirm ${number}” and whoever booked it is told.`,
    someone: 'The requester',
    meetingCancelled: (number) => `Meeting ${number} is cancelled.`,
  },
};
