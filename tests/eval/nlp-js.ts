/** nlp.js (node-nlp) trained on our messages: one model for intents, one for categories. It reads no slots. */
import { NlpManager } from 'node-nlp';
import { Category, Intent } from '../../bot/types.ts';
import type { Labelled } from '../../server/understanding/labelled.ts';
import type { Reads } from './readings.ts';

async function trained(pairs: readonly { text: string; label: string }[]): Promise<NlpManager> {
  const manager = new NlpManager({
    languages: ['zh'],
    forceNER: false,
    autoSave: false,
    autoLoad: false,
    nlu: { log: false, useNoneFeature: false },
  });
  for (const { text, label } of pairs) manager.addDocument('zh', text, label);
  await manager.train();
  return manager;
}

/** It takes some ten seconds to train on four thousand messages. */
export async function nlpJs(development: readonly Labelled[]): Promise<Reads> {
  const single = development.filter((example) => example.also === undefined);
  const intents = await trained(single.map(({ text, intent }) => ({ text, label: intent })));
  const categories = await trained(
    single.flatMap(({ text, category }) => (category ? [{ text, label: category }] : [])),
  );
  return async (text) => {
    const { intent, score } = await intents.process('zh', text);
    const read = Intent.catch('out_of_scope').parse(intent);
    const record = { text, intent: read, confidence: score, slots: {} };
    if (read !== 'report_fault' && read !== 'request_service') return record;
    const category = Category.catch('other').parse((await categories.process('zh', text)).intent);
    return { ...record, category };
  };
}
