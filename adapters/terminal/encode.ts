/** A reply as a terminal shows it: its text says everything, indented under who speaks. */
import type { Reply } from '../../bot/reply.ts';

/** Bytes that would move the cursor or colour the screen are taken out: text from people is only text. */
function harmless(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '');
}

export function encode(speaker: string, reply: Pick<Reply, 'text'>): string {
  const [first = '', ...rest] = harmless(reply.text).split('\n');
  const indent = ' '.repeat(4);
  return [`${speaker}：${first}`, ...rest.map((line) => `${indent}${line}`)].join('\n');
}
