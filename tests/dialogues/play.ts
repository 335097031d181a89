/** Whole conversations as data: who says what, and what must come of it. */
import { expect } from 'vitest';
import type { Reply } from '../../bot/reply.ts';
import type { TestDesk, Who } from '../support/desk.ts';

export interface Expected {
  /** All of these stand in what the bot said in this turn; with an empty list it said nothing. */
  says?: readonly (string | RegExp)[];
  /** None of these does. */
  not?: readonly (string | RegExp)[];
  /** Labels of the last card's buttons. */
  buttons?: readonly string[];
  /** A ticket number is given; these fields of it hold. */
  ticket?: Record<string, unknown>;
  /** The same of the ticket that was given before. */
  ticketNow?: Record<string, unknown>;
  meeting?: true;
  /** Each of these begins the name of a file that was sent. */
  files?: readonly string[];
}

/** «:» begins words in the dispatch group, «+61» lets minutes pass, `$T` is the ticket given last. */
export type Turn = readonly [said: string, expected?: Expected];

export interface Dialogue {
  name: string;
  who?: Partial<Who>;
  turns: readonly Turn[];
}

let people = 0;

export async function play(desk: TestDesk, dialogue: Dialogue): Promise<void> {
  people += 1;
  const who: Who = { id: `person-${people}`, name: '张三', department: '财务科', ...dialogue.who };
  const member: Who = { id: 'engineer-li', name: '李明' };
  let ticket = '';
  let seen = 0;
  for (const [said, expected] of dialogue.turns) {
    const text = said.replaceAll('$T', ticket);
    if (text.startsWith('+')) {
      desk.clock.pass(Number(text.slice(1)) * 60_000);
      continue;
    }
    const inGroup = text.startsWith(':') ? await desk.group(member, text.slice(1).trim()) : null;
    if (!inGroup) await desk.say(who, text);
    const all = await desk.shown(who);
    const heard = all.slice(seen);
    seen = all.length;
    const given = [...(inGroup ?? []), ...heard];
    ticket = heard.findLast((reply) => reply.ticket)?.ticket ?? ticket;
    if (expected) await check(desk, `${dialogue.name} › ${text}`, given, expected, ticket);
  }
}

async function check(desk: TestDesk, at: string, replies: Reply[], expected: Expected, ticket: string) {
  const text = replies.map((reply) => reply.text).join('\n');
  if (expected.says?.length === 0) expect(text, at).toBe('');
  for (const wanted of expected.says ?? [])
    expect(text, at).toMatch(typeof wanted === 'string' ? wanted.replaceAll('$T', ticket) : wanted);
  for (const unwanted of expected.not ?? []) expect(text, at).not.toMatch(unwanted);
  if (expected.buttons) {
    const card = replies.findLast((reply) => reply.card?.actions.length)?.card;
    expect(
      card?.actions.map((action) => action.label),
      at,
    ).toEqual(expected.buttons);
  }
  for (const begin of expected.files ?? [])
    expect(
      replies.flatMap(({ files = [] }) => files).map(({ name }) => name),
      at,
    ).toEqual(expect.arrayContaining([expect.stringMatching(new RegExp(`^${begin}.*\\.docx$`))]));
  if (expected.meeting)
    expect(
      replies.some((reply) => reply.meeting),
      at,
    ).toBe(true);
  if (expected.ticket) {
    expect(
      replies.some((reply) => reply.ticket),
      at,
    ).toBe(true);
    expect(await desk.ticket(ticket), at).toMatchObject(expected.ticket);
  }
  if (expected.ticketNow) expect(await desk.ticket(ticket), at).toMatchObject(expected.ticketNow);
}
