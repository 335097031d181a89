/** The part of node-nlp that is measured; the package brings no types. */
declare module 'node-nlp' {
  export class NlpManager {
    constructor(settings: {
      languages: string[];
      forceNER: boolean;
      autoSave: boolean;
      autoLoad: boolean;
      nlu: { log: boolean; useNoneFeature: boolean };
    });
    addDocument(language: string, text: string, intent: string): void;
    train(): Promise<void>;
    process(language: string, text: string): Promise<{ intent: string; score: number }>;
  }
}
