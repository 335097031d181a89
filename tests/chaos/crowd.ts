/** People and engineers who send through whatever happens: a message is sent until it was acknowledged, some again after. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Outgoing } from '../../bot/channel.ts';
import type { Reply } from '../../bot/reply.ts';
import type { Update } from '../../bot/types.ts';
import { type Random, seededRandom } from '../support/random.ts';
import { type Replica, TOKEN } from './replica.ts';
import { acceptance, ENGINEERS, LINES, messageId, type Person, utterance } from './script.ts';

export interface Crowd {
  /** Every answer that a web message got, by message id: the same one each time. */
  answers: Map<string, Reply[][]>;
  /** Everybody has said everything, and every card has been pressed. */
  done(): Promise<void>;
  /** The engineers see a new message of the platform. */
  see(message: Outgoing): void;
  /** How many messages were acknowledged for the first time. */
  acknowledged(): number;
}

const REPEATED = 0.15;
/** A card that never comes must end a run with its reason, not with the test's time. */
const CARDS_WITHIN_MS = 60_000;

/** `targets` gives the replicas that take messages now, in the order to try them; empty while none does. */
export function startCrowd(
  persons: readonly Person[],
  seed: number,
  targets: () => readonly Replica[],
  options: { toAll?: boolean } = {},
): Crowd {
  const answers = new Map<string, Reply[][]>();
  const presses: Promise<void>[] = [];
  const pressed = new Set<string>();
  let acknowledged = 0;

  const send = async (attempt: (replica: Replica) => Promise<boolean>) => {
    for (;;) {
      const now = targets();
      const tried = options.toAll ? now : now.slice(0, 1);
      const taken = await Promise.all(tried.map((replica) => attempt(replica).catch(() => false)));
      if (taken.includes(true)) return;
      await wait(20);
    }
  };

  const deliver = (update: Update) =>
    send(async ({ intake }) => {
      const response = await fetch(intake, { method: 'POST', body: JSON.stringify(update) });
      return response.ok;
    });

  const post = (person: Person, line: number) => {
    const id = messageId(person, line);
    const body = JSON.stringify({ messageId: id, user: { id: person.id }, text: LINES[line]?.text });
    const headers = { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' };
    return send(async ({ web }) => {
      const response = await fetch(`${web}/api/chat/messages`, { method: 'POST', headers, body });
      if (!response.ok) return false;
      const { replies } = (await response.json()) as { replies: Reply[] };
      answers.set(id, [...(answers.get(id) ?? []), replies]);
      return true;
    });
  };

  const say = (person: Person, line: number) =>
    person.channel === 'web' ? post(person, line) : deliver(utterance(person, line));

  const sayAll = async (person: Person, random: Random) => {
    for (let line = 0; line < LINES.length; line += 1) {
      await say(person, line);
      acknowledged += 1;
      // Platforms deliver again what they believe was lost, at once or much later.
      if (random.chance(REPEATED)) await say(person, random.below(line + 1));
    }
  };

  const talking = Promise.all(persons.map((person, at) => sayAll(person, seededRandom(seed + at))));

  const press = async (number: string) => {
    const rivals = seededRandom(seed + Number(number.slice(-4))).chance(1 / 3)
      ? ENGINEERS
      : ENGINEERS.slice(0, 1);
    await Promise.all(rivals.map((engineer) => deliver(acceptance(number, engineer))));
    acknowledged += rivals.length;
  };

  return {
    answers,
    async done() {
      await talking;
      const expected = persons.length * LINES.filter((line) => line.text === '提交').length;
      const until = Date.now() + CARDS_WITHIN_MS;
      while (pressed.size < expected) {
        if (Date.now() > until) throw new Error(`cards came for ${pressed.size} tickets of ${expected}`);
        await wait(50);
      }
      await Promise.all(presses);
    },
    see({ reply, cardKey }) {
      const number = reply.ticket;
      const canAccept = reply.card?.actions.some((action) => action.id === 'dispatch.accept') ?? false;
      if (!cardKey || !number || !canAccept || pressed.has(number)) return;
      pressed.add(number);
      presses.push(press(number));
    },
    acknowledged: () => acknowledged,
  };
}
