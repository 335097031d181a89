/** `npm run bench` measures turns (turns.ts), `npm run bench -- knowledge` the search (knowledge.ts). */
const [subject] = process.argv.slice(2);
if (subject === 'knowledge') await import('./knowledge.ts');
else await import('./turns.ts');
