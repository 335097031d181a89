/** Everything the bot says in English, in one place. */
import type { SecretKind } from '../../bot/types.ts';
import { short, type Texts } from './zh.ts';

const SECRETS: Record<SecretKind, string> = {
  id_card: 'identity card number',
  bank_card: 'bank card number',
  password: 'password',
  classified: 'classified content',
  key: 'access key',
};

const reach = (phone: string | undefined): string =>
  phone ? ` If it is urgent, call the desk on ${phone}.` : '';

export const en: Texts = {
  engine: {
    abandoned: (topic) =>
      topic
        ? [`All right, leaving “${topic}”.`, `OK, “${topic}” is dropped.`]
        : ['All right, dropped.', 'OK, leaving it.'],
    nothingToAbandon: () => [
      'All right. Just write when you need something.',
      'OK, I am here when you need me.',
    ],
    resumed: (topic) => [`Back to “${topic}”.`, `Going on with “${topic}”.`],
    stale: () => [
      'That card is out of date, so its button no longer works. Just tell me what you need now.',
      'That button no longer applies; things have moved on since. What would you like to do now?',
    ],
    secrets: (kinds) => {
      const names = [...new Set(kinds)].map((kind) => SECRETS[kind]).join(', ');
      return kinds.includes('classified')
        ? [
            'Your message is marked as classified. It was not kept and not passed on. Please leave that part out and tell me again.',
            'That message carries a secrecy marking, so nothing of it was stored. Please say it again without that part.',
          ]
        : [
            `I have blanked out the ${names} in your message; it was not stored. Our engineers never ask for it.`,
            `The ${names} was removed and not kept. We never need it, so please do not send it here.`,
          ];
    },
    corrected: (values) => {
      const list = values.filter(Boolean).join(', ');
      return list ? [`Changed to “${list}”.`, `Corrected: “${list}”.`] : ['Changed.', 'Corrected.'];
    },
    waiting: () => ['No hurry, tell me when you are done.', 'Take your time, I am here.'],
    noted: () => ['Noted.', 'Got it, added.', 'Added that too.'],
    queued: (text) => [`I have noted “${short(text, 40)}” too and will do it right after this.`],
    next: (text) => [`Now the other thing: “${short(text, 40)}”.`, `On to “${short(text, 40)}”.`],
    setAside: (topic) => [
      `We did not finish “${topic}” earlier; I have set it aside. Tell me again if you still need it.`,
    ],
    handedBack: () => ['The bot is back. How can I help?', 'I am taking over again. Please go ahead.'],
    attachmentAlone: (kind) =>
      kind === 'image'
        ? [
            'Got the picture. In a few words: which device, where, and what is wrong? I will keep both together.',
            'I have kept the picture. What is it about: which device, where, what happens?',
          ]
        : [
            'Got the file. In a few words, what should be done with it? I will keep both together.',
            'I have kept the file. What do you need done with it?',
          ],
    attachmentKept: (kind) =>
      kind === 'image'
        ? [
            'Got the picture; it stays with this. The question above is still open.',
            'Picture kept. Please go on with the question above.',
          ]
        : [
            'Got the file; it stays with this. The question above is still open.',
            'File kept. Please go on with the question above.',
          ],
    notHeard: (kind) =>
      kind === 'voice'
        ? [
            'Got your voice message, but I cannot listen to it yet. Please type it: which device, where, what happens? Write “human” if it cannot wait.',
            'I have kept the voice message but cannot make out what it says. Please put it in words, or write “human”.',
          ]
        : [
            'Got your video, but I cannot watch it yet. Please type it: which device, where, what happens? Write “human” if it cannot wait.',
            'I have kept the video but cannot tell what it shows. Please put it in words, or write “human”.',
          ],
    attachmentNamed: (kind, name) =>
      `[${{ image: 'picture', file: 'file', voice: 'voice message', video: 'video' }[kind]} ${name}]`,
    recalledInFlow: () => [
      'You took a message back; what I noted before stands. Tell me what to change, or write “never mind”.',
      'One message was withdrawn. I keep what was noted; say what is wrong, or “never mind”.',
    ],
    recalledTicket: (number) => [
      `You took a message back; ${number} goes on as before. To call it off, write “cancel ${number}”.`,
      `One message was withdrawn; ${number} is not affected. Write “cancel ${number}” to call it off.`,
    ],
    failed: () => [
      'Sorry, that did not go through. I will try again by myself; write “human” if it cannot wait.',
      'Something went wrong with that step and I am trying again. Write “human” to get a colleague.',
    ],
  },
  channels: {
    tooFast:
      'That was too fast: I did not keep your last messages. Please wait a minute and send what you need once more.',
    recalled: '[withdrawn]',
    commands: [
      { name: 'start', says: 'hello', description: 'Say hello, see what I can do' },
      { name: 'help', says: 'help', description: 'What I can do, and how to say it' },
      { name: 'tickets', says: 'my tickets', description: 'How far my requests are' },
      { name: 'human', says: 'talk to a person', description: 'Ask a colleague to take over' },
    ],
    sharedContactSays: 'who am i',
    toast: {
      received: 'Got it, on it now',
      tooFast: 'Too many presses, please try again in a moment',
      notKept: 'That was not kept, please press it again',
      unknown: 'This card no longer works, please send a message instead',
    },
  },
  labels: {
    what: 'Problem',
    request: 'Request',
    place: 'Place',
    device: 'Device',
    system: 'System',
    model: 'Model',
    asset: 'Asset no.',
    deadline: 'Needed by',
    since: 'Since',
    urgency: 'Urgency',
    category: 'Category',
    department: 'Department',
    person: 'For',
    phone: 'Contact',
    quantity: 'Quantity',
    notes: 'Notes',
    status: 'Status',
    team: 'Team',
    assignee: 'Engineer',
    respondBy: 'Response by',
    resolveBy: 'Solved by',
    result: 'Result',
    video: 'Video',
    source: 'Source',
    time: 'Time',
    room: 'Room',
    attendees: 'People',
    equipment: 'Equipment',
    layout: 'Layout',
    title: 'Meeting',
    repeats: 'Repeats',
    reportedAt: 'Reported',
    requester: 'Requester',
    tried: 'Already tried',
    reason: 'Reason',
    until: 'On hold until',
    remark: 'Remark',
  },
  buttons: {
    same: 'The same',
    other: 'No, another one',
    solved: 'Solved',
    unsolved: 'Not solved',
    full: 'Full article',
    submit: 'Submit',
    edit: 'Change',
    drop: 'Do not submit',
    ticketInstead: 'Open a ticket',
    noThanks: 'No thanks',
    human: 'Talk to a person',
    cancelYes: 'Yes, cancel it',
    cancelNo: 'Keep it',
    fixed: 'It works',
    notFixed: 'Still broken',
    book: 'Book it',
    stars: (score) =>
      ['1 very poor', '2 poor', '3 fair', '4 good', '5 excellent'][score - 1] ?? String(score),
  },
  urgencies: { critical: 'critical', high: 'urgent', normal: 'normal', low: 'can wait' },
  statuses: {
    new: 'recorded',
    assigned: 'assigned',
    accepted: 'in progress',
    on_hold: 'on hold',
    resolved: 'waiting for your confirmation',
    closed: 'closed',
    cancelled: 'cancelled',
  },
  categories: {
    computer: 'Computer',
    printing: 'Printing',
    network: 'Network',
    phone: 'Telephone',
    account: 'Account',
    email: 'Email',
    software: 'Software',
    security: 'Security',
    business: 'Business system',
    conference: 'Meeting-room AV',
    infrastructure: 'Infrastructure',
    publishing: 'Web publishing',
    other: 'Other',
  },
  holdReasons: {
    parts: 'waiting for parts',
    vendor: 'waiting for the vendor',
    user: 'waiting for the user',
    approval: 'waiting for approval',
    other: 'other reasons',
  },
  equipment: {
    projector: 'projector',
    microphone: 'microphone',
    video_conference: 'video conference',
    name_cards: 'name cards',
    laptop: 'laptop',
    screen: 'screen',
    banner: 'banner',
    recording: 'recording',
    tea: 'tea',
    whiteboard: 'whiteboard',
    signage: 'signage',
    printing: 'printing',
    livestream: 'livestream',
  },
  layouts: {
    theatre: 'theatre',
    classroom: 'classroom',
    u_shape: 'U shape',
    boardroom: 'boardroom',
    banquet: 'banquet',
  },
  intents: {
    report_fault: 'Report a fault',
    request_service: 'Ask for a service',
    book_meeting: 'Book a meeting room',
    change_meeting: 'Change a meeting',
    cancel_meeting: 'Cancel a meeting',
    ask_howto: 'Ask how to do something',
    ticket_status: 'Check progress',
    urge_ticket: 'Hurry a request',
    add_to_ticket: 'Add information',
    cancel_ticket: 'Cancel a request',
    reopen_ticket: 'Broken again',
    talk_to_human: 'Talk to a person',
    rate_service: 'Rate',
    complain: 'Complain',
    confirm: '',
    deny: '',
    greet: '',
    thank: '',
    help: 'What can you do?',
    out_of_scope: '',
  },

  askDescription: (again) =>
    again
      ? 'I did not quite get that. Which device or system is it, and what does it do?'
      : ['Sure. What is it, and what is wrong with it?'],
  askService: (again) =>
    again
      ? 'What exactly would you like done? For example “install WPS” or “a new toner”.'
      : 'Sure. What would you like us to do?',
  articleLead: (title) => [`This usually helps within minutes: ${title}`, `Please try this first: ${title}`],
  lectureLead: (title) => `There is a short lecture on exactly this: ${title}`,
  articleOthers: (titles) => `Similar: ${titles.map((title) => `“${title}”`).join(', ')}`,
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
  noArticle: () => [
    'This needs an engineer; I will record it for you.',
    'I will record this so that an engineer can look at it.',
  ],
  notInBase: () => [
    'The knowledge base has no answer to that, and I will not guess. Shall I open a ticket so that a colleague answers you?',
    'There is nothing on that in the knowledge base yet. Shall I pass it on as a ticket?',
  ],
  notNow: () => ['All right. Tell me when you need it.', 'OK, just write when you want to.'],
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
    `Recorded as ${ticket.number}${ticket.team ? `, with ${ticket.team}` : ''}.${ticket.respondBy ? ` Somebody will be in touch by ${ticket.respondBy}.` : ''}${ticket.urgent ? ' It is marked urgent.' : ''} I will tell you when something happens.`,
  ],
  openedClosedHours: (opensAt, reachAt) =>
    ` The desk is closed now and opens at ${opensAt}.${reachAt ? ` If it cannot wait: ${reachAt}.` : ''}`,
  ticketTitle: (number) => `Ticket ${number}`,
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
  added: (number) => [`Added to ${number}; the engineer sees it.`, `Done, it is in ${number} now.`],
  changed: (number) => [`${number} is corrected.`, `Corrected in ${number}.`],
  askCancel: (number, title) => `Cancel ${number} “${title}”? Nobody will come then.`,
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
  askCallback: () => 'Somebody responsible will call you back; on which number?',
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
  askStart: (again) =>
    again
      ? 'On which day and at what time does it start? E.g. “tomorrow 3pm”.'
      : 'When is it, from when to when?',
  noSuchDay: (day) => `There is no ${day}. Which day, and from when to when?`,
  askHour: (day) => `At what time ${day}?`,
  askEnd: (again) =>
    again ? 'How long will it take? E.g. “two hours” or “until 5pm”.' : 'Until when, or for how long?',
  askRoom: (again) => (again ? 'Which room or floor?' : 'Which meeting room?'),
  askAttendees: (again) => (again ? 'Roughly how many people? Just a number.' : 'About how many people?'),
  meetingLead: () => ['This is the meeting as I understood it. Is it right?', 'Please check the meeting:'],
  meetingTitle: 'Meeting (not yet booked)',
  meetingDefaultTitle: (who) => (who ? `Meeting of ${who}` : 'Meeting'),
  booked: (meeting) =>
    `Recorded as ${meeting.number}: ${meeting.when}, ${meeting.room}. I will tell you once the crew has confirmed it; tell me if it changes.`,
  rooms: {
    taken: (room) => [`${room} is taken at that time. `, `${room} still has a meeting then. `],
    closed: (room, hours) =>
      hours
        ? `${room} is not open at that time; that day it is open ${hours}. `
        : `${room} is closed that day. `,
    tooSmall: (room, capacity, people) => [
      `Laid out like this ${room} seats ${capacity}, not ${people}. `,
      `${people} people are more than the ${capacity} that ${room} seats. `,
    ],
    reserved: (room, departments) => `${room} is for ${departments} only. `,
    short: (things) => [`At that time ${things.join(', ')}. `, `Not enough: ${things.join(', ')}. `],
    shortOf: (what, wanted, free) =>
      free > 0 ? `there is only ${free} of ${what}, not ${wanted}` : `there is no ${what} left`,
    thesePossible: () => 'These would work:',
    noAlternative: () =>
      'I found nothing that works within a week. Another room, another time, or fewer things?',
    noneFree: () => [
      'No suitable room is free then. Would one of these do?',
      'Still none then; these are free:',
    ],
    which: (again) =>
      again
        ? 'Choose one, or name a room; say “any” if it is all the same.'
        : 'Which room? These are free then:',
    noneLarger: () => 'No larger room is free then. Another time, or a room by its name?',
    offerSize: (capacity) => `seats ${capacity}`,
    offerPlace: (building, floor) => [building, floor ? `floor ${floor}` : ''].filter(Boolean).join(', '),
    held: (until) => `I keep the room for you until ${until}. `,
    partOfDay: (said) => {
      const part = ['morning', 'afternoon', 'noon', 'evening'].find((one) =>
        said.toLowerCase().includes(one),
      );
      return part ? ` ${part}` : '';
    },
    meetingOf: (department) => `meeting of ${department}`,
    busyAt: (span, whose) => `${span} ${whose || 'taken'}`,
    busyRoom: (room, busy) => `${room}: ${busy.join(', ')}`,
    noMeetingThere: (when, place) => `No meeting ${when}${place ? ` in ${place}` : ''}.`,
    meetingsThere: (when, place) => `Meetings ${when}${place ? ` in ${place}` : ''}:`,
    isFree: (when, room) => `${room} is free ${when}. Shall I book it?`,
    isBusy: (when, busy) => `Taken ${when}: ${busy}. Shall I look at other rooms?`,
    isPartlyFree: (when, busy, free) => `Taken ${when}: ${busy}; free ${free.join(', ')}.`,
    allBusy: (when) => `No suitable room is free ${when}. Another time?`,
    freeThen: (when) => `Free ${when}:`,
    freeRoom: (room, times) => (times.length > 0 ? `${room}: ${times.join(', ')}` : `${room}: all of it`),
    bookThis: (room) => `Book ${room}`,
    noSuchRoom: () => 'There is no such room. Other conditions, or a room by its name?',
    noneOfYours: (when) => `You have no meeting${when ? ` ${when}` : ''}.`,
    theseAreYours: (count) => (count === 1 ? 'You have this meeting:' : `You have ${count} meetings:`),
    yours: (number, title, when, room, things) =>
      `${when}, ${room}: “${title}” (${number})${things ? `, ${things}` : ''}`,
  },
  series: {
    daily: 'every day',
    workdays: 'every working day',
    weekly: (interval, days) =>
      `${interval > 1 ? 'every other' : 'every'} ${days.map((day) => ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'][day]).join(', ')}`,
    monthly: (day) => `on day ${day} of the month`,
    until: (when) => `until ${when}`,
    skipped: 'not on public holidays',
    moved: 'moved past public holidays',
    comma: ', ',
    askUntil: () => 'Until when? E.g. “until the end of December”, or “no end”.',
    booked: (count, first, last, missed) =>
      `${count} booked: the first ${first}, the last ${last}. ${missed ? `The room is taken on ${missed}; another room for those? ` : ''}Tell me if one or all of them change.`,
    none: (missed) =>
      missed
        ? `None could be booked: the room is taken on ${missed}. Another room or time?`
        : 'That gives no day at all. Another one?',
    andMore: (days, count) => `${days.join(', ')} and more, ${count} in all`,
    askWhich: (title) => `“${title}” comes again. Only this one, or all from here on?`,
    askCancelWhich: (title) => `“${title}” comes again. Cancel only this one, or all from here on?`,
    one: (when) => `Only this one (${when})`,
    all: 'All from here on',
    changed: (count, missed) =>
      `${count} changed. ${missed ? `Those on ${missed} could not be, and stay as they were. ` : ''}The crew will confirm them again.`,
    cancelled: (count) => `${count} are cancelled and the room is free again.`,
  },
  meetingInvalid: (what) =>
    ({
      past: 'That time is in the past. When should it start?',
      end_before_start: 'The end is before the start. From when to when, please?',
      too_far: 'That is too far ahead; up to one year can be booked. Another time?',
      overnight:
        'That would run past midnight, something may be the wrong way round. From when to when, please? For a meeting over two days, book each day.',
      too_long: 'That span is very long, something may be the wrong way round. From when to when, please?',
    })[what] ?? 'That time does not work. Another one, please?',
  whichMeeting: () => ['Which meeting?', 'Which meeting do you mean?'],
  noMeetingThen: (day) => `You have no meeting ${day}. Is it this one?`,
  noMeetings: () => 'I find no meeting of yours. To book one, tell me time, place and how many people.',
  askChange: () => 'What should be changed? E.g. “to 4pm”, “room 302”, “40 people”.',
  meetingChanged: (number, differences) =>
    differences.length > 0
      ? `Changed (${number}): ${differences.join('; ')}. The crew will confirm it again.`
      : `${number} is like that already; nothing to change.`,
  changedTo: (label, was, is) => (was ? `${label} ${was} → ${is}` : `${label} → ${is || 'none'}`),
  askCancelMeeting: (title, when) => `Cancel “${title}” (${when})?`,
  meetingCancelled: (number) => `${number} is cancelled and the room is free again.`,
  meetingKept: () => 'All right, the meeting stays as it is.',
  notice: {
    accepted: (number, title, who) => `${who} has taken “${title}” (${number}) and is coming to it.`,
    assigned: (number, title, who) => `“${title}” (${number}) is now with ${who}.`,
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
      changed: (number, when, room) => `Meeting ${number} has changed: now ${when}, ${room}.`,
      cancelled: (number, why) => `Meeting ${number} is cancelled${why ? `: ${why}` : ''}.`,
      started: (number) => `Meeting ${number} has begun; write if anything is wrong.`,
      finished: (number) => `Meeting ${number} is over.`,
    },
  },
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
  identity: {
    channels: {
      web: 'the web page',
      feishu: 'Feishu',
      telegram: 'Telegram',
      wechat: 'WeChat',
      phone: 'phone',
    },
    code: (code, minutes) =>
      `Your code is ${code}, good for ${minutes} minutes. Tell me "link ${code}" in the other app, and both are you. Please don't share it.`,
    joined: (name) =>
      `Linked${name ? `, ${name}` : ''}. You can now ask here about what you reported elsewhere.`,
    joinedElsewhere: (channel) =>
      `An account on ${channel} was just linked to you. If that wasn't you, reply "agent" right away.`,
    refused: {
      unknown: () =>
        'That code is wrong or has run out. Say "link my account" in the first app for a new one, and send it to me.',
      too_many: () => 'Too many wrong codes. Please try again in an hour, or reply "agent" for a person.',
      own: () => 'This account is linked already; nothing to do.',
      taken: () => 'This account belongs to someone else. Say "unlink" first, then link it again.',
    },
    left: () =>
      'Unlinked. Here you now see only what was reported here; say "link my account" to link again.',
    notJoined: () => "This account wasn't linked, so there is nothing to undo.",
    unknownYou: () =>
      'I don\'t know yet who you are in the directory. If you used me in another app, say "link my account".',
    you: ({ name, department, channels }) =>
      `You are ${name}${department ? ` (${department})` : ''}${channels.length > 1 ? `, known on ${channels.join(', ')}` : ''}.`,
  },
  dispatch: {
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
    meetingRefused: (number) => `Meeting ${number} has begun, ended or been cancelled; that cannot be done.`,
    closeLater: (number, status) =>
      `${number} is “${status}” and cannot be closed yet. Send “done ${number} what was done” first.`,
    unknown: (number) => `There is no ticket ${number}. Please check the number.`,
    unknownEnding: (ending) => `No ticket of today ends in ${ending}. Please give the whole number.`,
    whichEnding: (ending, numbers) =>
      `Several end in ${ending}: ${numbers.join(', ')}. Please give the whole number.`,
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
    recurs: (times) => `time ${times} within 30 days`,
    incident: {
      title: (count) => `One fault? ${count} people report it`,
      body: (number, title) =>
        `${number} ${title}: several have reported something like it. Is it one fault?`,
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
      urge: (number, who) => `${who} is asking to hurry ${number}.`,
      comment: (number, who, text) => `${who} (${number}) adds: ${text}`,
      updated: (number, who, text) => `${who} corrected ${number}: ${text}`,
      reopen: (number, who, why) => `${who} says ${number} is still broken: ${why}`,
      cancel: (number, who) => `${who} cancelled ${number}; nobody needs to go.`,
      escalate: (number, who, why) => `${who} wants a person for ${number}: ${why}`,
      low: (number, score, why) => `${number} was rated ${score}${why ? `: ${why}` : ''}; please call back.`,
      meetingNew: (number, when, room, title) => `New meeting ${number}: ${when}, ${room}, ${title}`,
      meetingChanged: (number, when, room) => `Meeting ${number} changed: ${when}, ${room}`,
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
  },
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
