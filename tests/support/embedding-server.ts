/** Answers of an embeddings endpoint: what a text is about decides its vector, everything else points its own way. */
import { createHash } from 'node:crypto';
import type { Behaviour, ReceivedRequest } from './model-server.ts';

const LENGTH = 64;

/** Texts that hold one of the words of a theme have one vector; `themes` are lists of words. */
export function embeddings(themes: readonly (readonly string[])[], length = LENGTH) {
  return (request: ReceivedRequest): Behaviour => {
    const data = inputsOf(request).map((text, index) => {
      const theme = themes.findIndex((words) => words.some((word) => text.includes(word)));
      return { object: 'embedding', index, embedding: vectorOf(theme < 0 ? text : `theme ${theme}`, length) };
    });
    return { kind: 'body', body: JSON.stringify({ object: 'list', model: 'local', data }) };
  };
}

/** The texts of a request for embeddings. */
export function inputsOf({ raw }: ReceivedRequest): string[] {
  return (JSON.parse(raw) as { input: string[] }).input;
}

function vectorOf(text: string, length: number): number[] {
  const bytes = Array.from({ length: Math.ceil(length / 32) }, (_, at) =>
    createHash('sha256').update(`${at} ${text}`).digest(),
  );
  return [...Buffer.concat(bytes)].slice(0, length).map((byte) => byte / 128 - 1);
}
