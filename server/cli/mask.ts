/** `npm run -s mask < texts.jsonl`: masks the secrets of each text and tells where they stood. */
import { z } from 'zod';
import { maskSecrets } from '../../bot/secrets.ts';
import { eachJsonLine } from './json-lines.ts';
import { profileFromArguments } from './profile-option.ts';

// Secrets are the same for every desk; the option is checked as on the other command lines.
profileFromArguments(process.argv.slice(2));
await eachJsonLine(z.object({ text: z.string() }), ({ text }) => maskSecrets(text));
