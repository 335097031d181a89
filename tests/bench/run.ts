/**
 * `npm run bench` measures turns (turns.ts), `npm run bench -- knowledge` the search (knowledge.ts), `npm run bench --
 * understand` the reading of messages (understand-run.ts), `npm run bench -- channels` what a platform sees
 * (channels.ts), `npm run bench -- meetings` finding rooms (meetings.ts), and `npm run bench -- dispatch` the escalation
 * pass, lists and openings over a million tickets (dispatch.ts).
 */
const [subject] = process.argv.slice(2);
if (subject === 'knowledge') await import('./knowledge.ts');
else if (subject === 'understand') await import('./understand-run.ts');
else if (subject === 'channels') await import('./channels.ts');
else if (subject === 'meetings') await import('./meetings.ts');
else if (subject === 'dispatch') await import('./dispatch.ts');
else await import('./turns.ts');
