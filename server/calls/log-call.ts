/**
 * A telephone call is a channel too: what was said is understood as if it had been typed, and becomes a ticket, an urge or
 * a note on the caller's open one, or is kept as it is. Every call is recorded (requirements.md, «事事有记录»).
 */
import type { Address, Understand, Understanding } from '../../bot/types.ts';
import { type Person, phoneDigits } from '../desk/person.ts';
import { isEnded } from '../desk/ticket.ts';
import type { Ticket } from '../desk/ticket-record.ts';
import type { DeskContext } from '../desk-context.ts';
import { masked } from '../masking.ts';
import { type Directory, PHONE, personsAccounts } from '../people/directory.ts';
import { insertCall, type NewCall } from '../store/calls.ts';
import type { Trx } from '../store/database.ts';
import { actOnTicket } from '../tickets/act-on-ticket.ts';
import { openTicket } from '../tickets/open-ticket.ts';
import { requesterTickets } from '../tickets/requester-tickets.ts';
import { draftOf } from '../tickets/ticket-request.ts';

const LONGEST_TITLE = 60;
const MOST_OWN = 20;

export interface CallInput {
  agent: string;
  phone: string;
  name?: string | undefined;
  department?: string | undefined;
  said: string;
  /** The ticket that the call is about, where the agent knows it. */
  ticket?: string | undefined;
  /** A ticket is opened whatever the words are read as. */
  open?: boolean | undefined;
}

export interface LoggedCall {
  id: number;
  /** Epoch milliseconds. */
  at: number;
  caller: { phone: string; name?: string; department?: string; person?: string };
  understood: Understanding;
  outcome: NewCall['outcome'];
  ticket: Ticket | null;
  /** The caller's other open tickets, newest first. */
  openTickets: Ticket[];
}

export interface CallDeps {
  context: DeskContext;
  understand: Understand;
  directory: Directory;
}

/** Logs a call and does what it asks for, in the caller's transaction. Null where the stated ticket does not exist. */
export async function logCall(trx: Trx, deps: CallDeps, input: CallInput): Promise<LoggedCall | null> {
  const { context, directory, understand } = deps;
  const now = context.now();
  const said = masked(input.said);
  const caller = callerOf(directory, input);
  const understood = understand(said, { now });
  const accounts = personsAccounts(directory, caller.known, { channel: PHONE, account: caller.phone });
  const own = await requesterTickets(trx, context, { accounts, limit: MOST_OWN });
  const openTickets = own.filter(({ status }) => !isEnded(status));
  const done = await carryOut(trx, deps, { input: { ...input, said }, caller, understood, openTickets, now });
  if (done === null) return null;
  const { outcome, ticket } = done;
  const { known, ...shown } = caller;
  const row = {
    at: new Date(now),
    agent: masked(input.agent),
    phone: caller.phone,
    name: shown.name ?? null,
    department: shown.department ?? null,
    person: known?.id ?? null,
    said,
    intent: understood.intent,
    outcome,
    ticket: ticket?.number ?? null,
  };
  const id = await insertCall(trx, row);
  const others = openTickets.filter(({ number }) => number !== ticket?.number);
  const person = known ? { person: known.id } : {};
  return { id, at: now, caller: { ...shown, ...person }, understood, outcome, ticket, openTickets: others };
}

interface Caller {
  phone: string;
  name?: string;
  department?: string;
  known: Person | null;
}

/** Looked up by number; a number that several share names nobody. What the agent heard stands before the directory. */
function callerOf(directory: Directory, { phone, name, department }: CallInput): Caller {
  const digits = phoneDigits(phone);
  const found = directory.byPhone(digits);
  const known = found.length === 1 ? (found[0] ?? null) : null;
  const said = masked({ name: name ?? known?.name, department: department ?? known?.department });
  return {
    phone: digits,
    known,
    ...(said.name ? { name: said.name } : {}),
    ...(said.department ? { department: said.department } : {}),
  };
}

interface Call {
  input: CallInput;
  caller: Caller;
  understood: Understanding;
  openTickets: Ticket[];
  now: number;
}

type Done = { outcome: NewCall['outcome']; ticket: Ticket | null };

async function carryOut(trx: Trx, deps: CallDeps, call: Call): Promise<Done | null> {
  const { input, understood, openTickets } = call;
  const { intent } = understood;
  if (input.open) return open(trx, deps, call);
  const [only, ...others] = openTickets;
  const meant = input.ticket ?? understood.slots.ticket ?? (others.length === 0 ? only?.number : undefined);
  const isAbout =
    input.ticket !== undefined || ['urge_ticket', 'add_to_ticket', 'ticket_status'].includes(intent);
  if (isAbout && meant !== undefined) return actOn(trx, deps, call, meant);
  if (intent === 'report_fault' || intent === 'request_service') return open(trx, deps, call);
  return { outcome: 'noted', ticket: null };
}

async function actOn(trx: Trx, { context }: CallDeps, call: Call, number: string): Promise<Done | null> {
  const { input, understood } = call;
  const urges = understood.intent === 'urge_ticket';
  const act = (action: 'urge' | 'comment') =>
    actOnTicket(trx, context, {
      number,
      actor: input.agent,
      byRequester: true,
      action: { action, text: input.said },
    });
  const result = await act(urges ? 'urge' : 'comment');
  if (result.ok) return { outcome: urges ? 'ticket_urged' : 'ticket_commented', ticket: result.ticket };
  // Of a ticket that is over the call is kept all the same.
  return result.reason === 'not_found' ? null : { outcome: 'noted', ticket: result.ticket };
}

async function open(trx: Trx, { context, understand, directory }: CallDeps, call: Call): Promise<Done> {
  const { input, caller, understood, now } = call;
  const { phone, name, department, known } = caller;
  const kind = understood.intent === 'report_fault' ? 'fault' : 'service';
  const request = {
    kind,
    title: titleOf(understood),
    description: input.said,
    requester: { phone },
  } as const;
  const draft = draftOf(request, understand, now);
  const requester = {
    id: phone,
    channel: PHONE,
    phone,
    name,
    department,
    person: known?.id,
    vip: known?.vip,
  };
  const address = answerAddress(directory, caller);
  const ticket = await openTicket(trx, context, { draft, requester, address, actor: input.agent });
  return { outcome: 'ticket_opened', ticket };
}

/** «打印机 卡纸», else the beginning of what was said. */
function titleOf({ slots, text }: Understanding): string {
  const short = [slots.device ?? slots.system, slots.symptom].filter(Boolean).join(' ');
  const words = short || text.trim();
  return words.length > LONGEST_TITLE ? `${words.slice(0, LONGEST_TITLE)}…` : words;
}

/** Whoever has a chat with the desk hears there how it goes on; anybody else is rung back. */
function answerAddress(directory: Directory, { phone, known }: Caller): Address {
  const chats = known ? directory.accountsOf(known.id) : [];
  const chat = chats.find(({ address }) => address !== null)?.address;
  return chat ?? { channel: PHONE, chat: phone, kind: 'private' };
}
