/** A reply as a terminal shows it: its text says everything, indented under who speaks; a file is a line with its address. */
import type { Reply, ReplyFile } from '../../bot/reply.ts';

/** Bytes that would move the cursor or colour the screen are taken out: text from people is only text. */
function harmless(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '');
}

/** `files` with the addresses under which they can be fetched. */
export interface TerminalReply extends Pick<Reply, 'text'> {
  files?: readonly (Pick<ReplyFile, 'name'> & { url: string })[] | undefined;
}

export function encode(speaker: string, { text, files = [] }: TerminalReply): string {
  const [first = '', ...rest] = harmless(text).split('\n');
  const links = files.map(({ name, url }) => harmless(`📎 ${name} ${url}`).replaceAll('\n', ' '));
  const indent = ' '.repeat(4);
  return [`${speaker}：${first}`, ...[...rest, ...links].map((line) => `${indent}${line}`)].join('\n');
}
