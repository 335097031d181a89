/** The built-in understanding: what a message means, without any model. Pure. */
import type { PublicHolidays } from '../holidays.ts';
import type { Lexicon, Understand } from '../types.ts';
import { prepareWords } from './analysis.ts';
import { loadClassifier } from './classifier.ts';
import { mergeLexicons } from './lexicon/index.ts';
import { normalise } from './normalise.ts';
import { readMessage } from './read.ts';
import { loadSymptomTagger } from './symptom-tagger.ts';
import weights from './weights.json' with { type: 'json' };

export { isAbandon, isCorrection } from './bare.ts';
export { builtInLexicon } from './lexicon/index.ts';

/** What a desk brings along. `zone` is an IANA name. */
export interface UnderstandingOptions {
  lexicon: Lexicon;
  zone: string;
  holidays: PublicHolidays;
}

/** An understanding for one desk; its words are indexed once, here. */
export function createUnderstanding(options: UnderstandingOptions): Understand {
  const words = prepareWords(mergeLexicons(options.lexicon), options.zone, options.holidays);
  const reader = {
    words,
    classifier: loadClassifier(weights),
    borders: weights.borders,
    findSymptom: loadSymptomTagger(weights.symptoms),
  };
  return (text, context) => readMessage(normalise(text), context, reader);
}
