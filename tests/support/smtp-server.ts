/** A mail server on this machine that takes letters, and misbehaves as it is told. */

import type { AddressInfo } from 'node:net';
import { createServer, type Socket } from 'node:net';

export interface Letter {
  from: string;
  to: string[];
  /** Head and body as they came over the line. */
  raw: string;
}

/**
 * `busy` 4xx to the recipient, `full` 4xx after the letter, `unknown` 5xx to the recipient, `refused` 5xx after the letter,
 * `cut`: the line breaks in the middle of the letter, `lost`: the letter is taken and the line breaks before that is said,
 * `mute`: nothing is said at all.
 */
export type Mood = 'well' | 'busy' | 'full' | 'unknown' | 'refused' | 'cut' | 'lost' | 'mute';

export interface SmtpServer {
  url: string;
  letters: Letter[];
  mood: Mood;
  close(): Promise<void>;
}

export async function openSmtpServer(): Promise<SmtpServer> {
  const open = new Set<Socket>();
  const server: SmtpServer = { url: '', letters: [], mood: 'well', close };
  const listener = createServer((socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket)).on('error', () => socket.destroy());
    converse(server, socket);
  });
  await new Promise<void>((ready) => listener.listen(0, '127.0.0.1', ready));
  server.url = `smtp://127.0.0.1:${(listener.address() as AddressInfo).port}`;
  return server;

  async function close(): Promise<void> {
    for (const socket of open) socket.destroy();
    await new Promise<void>((closed) => listener.close(() => closed()));
  }
}

function converse(server: SmtpServer, socket: Socket): void {
  let letter: Letter = { from: '', to: [], raw: '' };
  let inLetter = false;
  let waiting = '';
  const say = (line: string) => socket.write(`${line}\r\n`);
  if (server.mood !== 'mute') say('220 here');
  socket.setEncoding('utf8');
  socket.on('data', (chunk: string) => {
    waiting += chunk;
    for (let end = waiting.indexOf('\r\n'); end >= 0; end = waiting.indexOf('\r\n')) {
      const line = waiting.slice(0, end);
      waiting = waiting.slice(end + 2);
      if (inLetter) written(line);
      else asked(line);
    }
  });

  function written(line: string): void {
    if (server.mood === 'cut') return void socket.destroy();
    if (line !== '.') {
      letter.raw += `${line}\n`;
      return;
    }
    inLetter = false;
    if (server.mood === 'full') return void say('452 4.2.2 mailbox full');
    if (server.mood === 'refused') return void say('554 5.7.1 not wanted here');
    server.letters.push(letter);
    if (server.mood === 'lost') return void socket.destroy();
    say('250 taken');
  }

  function asked(line: string): void {
    const address = /<([^>]*)>/.exec(line)?.[1] ?? '';
    const verb = line.slice(0, 4).toUpperCase();
    if (verb === 'QUIT') return void socket.end('221 bye\r\n');
    if (verb === 'EHLO' || verb === 'HELO') return void say('250 here');
    if (verb === 'MAIL') letter = { from: address, to: [], raw: '' };
    if (verb === 'RCPT') {
      if (server.mood === 'busy') return void say('450 4.2.1 come again later');
      if (server.mood === 'unknown') return void say('550 5.1.1 nobody of that name');
      letter.to.push(address);
    }
    inLetter = verb === 'DATA';
    say(inLetter ? '354 go on' : '250 well');
  }
}

/** The words of a letter: its subject and its text, decoded. */
export function wordsOf({ raw }: Letter): { subject: string; text: string } {
  const [head = '', ...body] = raw.split('\n\n');
  const unfolded = head.replace(/\n[ \t]+/g, ' ');
  const subject = /^Subject: (.*)$/m.exec(unfolded)?.[1] ?? '';
  const isBase64 = /^Content-Transfer-Encoding: base64$/im.test(unfolded);
  const text = body.join('\n\n');
  return {
    subject: decodedWords(subject),
    text: isBase64 ? Buffer.from(text, 'base64').toString() : quoted(text),
  };
}

/** RFC 2047. */
function decodedWords(text: string): string {
  return text
    .replace(/(=\?[^ ]+\?=) (?==\?)/g, '$1')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind: string, code: string) =>
      kind.toLowerCase() === 'b' ? Buffer.from(code, 'base64').toString() : quoted(code.replace(/_/g, ' ')),
    );
}

function quoted(text: string): string {
  const bytes = text
    .replace(/=\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString();
}
