/**
 * What a channel is to the rest of the product: what it can do, how a message is sent, and how it lives. docs/channels.md
 * is the contract in words; tests/contract/channels/ holds every adapter to it.
 */
import type { Reply, ReplyFile } from './reply.ts';
import type { Address, Update } from './types.ts';

export interface Capabilities {
  /** Cards with buttons; without them a reply's text, with its numbered choices, is sent. */
  cards: boolean;
  /** A card's button can ask for a form (完成, 挂起); without it the crew types the command. */
  forms: boolean;
  /** People can't answer there: what is sent is all there is (mail, a telephone). */
  oneWay?: true;
  /** A sent card can be changed in place. */
  editing: boolean;
  /** Pictures and files can be sent; without it each is a line in the words, with a link. */
  files: boolean;
  /**
   * `push`: messages are sent to a platform. `feed`: people fetch what is theirs from the desk itself, so a message is
   * delivered once it is recorded.
   */
  delivery: 'push' | 'feed';
  limits: Limits;
}

/** What the platform takes at once; longer text is split, never cut. */
export interface Limits {
  /** Of one text message, in what the platform counts. */
  text: { most: number; unit: 'bytes' | 'characters' };
  /** Bytes of a file that can be fetched or sent. */
  fileBytes: number;
}

/** A picture or file on its way. */
export interface OutgoingFile extends ReplyFile {
  /** Null where the desk no longer has it. */
  read(): Promise<Uint8Array | null>;
  /** What is said in its place where the platform never will take it: its name and a link. */
  inWords: string;
}

/** One message to send. `id` never changes for a message: the platform's deduplication key where it has one. */
export interface Outgoing {
  id: string;
  address: Address;
  reply: Reply;
  /** What goes after the words, in order; only where the channel declares `files`. */
  files?: readonly OutgoingFile[];
  /** The platform's id of the message that this answers: it is sent as a reply to it, in its thread or topic. */
  inReplyTo?: string;
  /** Set where the message is a card that earlier ones of the same key showed: `platformMessageId` is the one to edit. */
  cardKey?: string;
  platformMessageId?: string;
}

export type SendResult =
  | { ok: true; platformMessageId?: string }
  /** Worth another try, after `afterMs` where the platform said so. */
  | { ok: false; retry: true; afterMs?: number; error: string }
  /** Never going to work: the platform's own code says why. */
  | { ok: false; retry: false; error: string };

/** How strongly somebody is called who has not reacted to a message: in the app, by SMS, by telephone. */
export type UrgeMeans = 'app' | 'sms' | 'phone';

export type FetchedAttachment =
  | { ok: true; bytes: Uint8Array; type?: string; name?: string }
  /** `retry`: worth another try later. Otherwise it is too large, gone, or not ours to read. */
  | { ok: false; retry: boolean; error: string };

/** A person as the platform's directory knows them. */
export interface PlatformPerson {
  id: string;
  name?: string;
  department?: string;
  /** The platform vouches for it: it is this person's own. */
  phone?: string;
  /** The manager's id on the same channel. */
  manager?: string;
  /** The organisation's own number for them. */
  staffNumber?: string;
  /** Where they sit. */
  room?: string;
}

export interface Channel {
  name: string;
  capabilities: Capabilities;
  /** Sends one message; a failure is a value. Only channels that push have it. */
  send?(message: Outgoing): Promise<SendResult>;
  /** False while only another replica can send on this channel; absent: every one can. */
  maySend?(): boolean;
  /** Calls people to a message that was sent before; `userIds` are theirs on this channel. */
  urge?(platformMessageId: string, userIds: readonly string[], means: UrgeMeans): Promise<SendResult>;
  /** People upload files to the desk itself, before the message that brings them: an attachment's `ref` is the upload's id. */
  uploads?: true;
  /** The bytes behind an attachment's `ref`; no more than `mostBytes` are read. */
  fetchAttachment?(ref: string, mostBytes: number): Promise<FetchedAttachment>;
  /** Null where the platform knows nobody of that id, or can't be asked now. */
  findPerson?(userId: string): Promise<PlatformPerson | null>;
  /** Everybody in the platform's directory, each once; throws where it can't be read whole. */
  listPeople?(): AsyncIterable<PlatformPerson>;
}

/** What became of an update. `limited`: its sender sent too much; it was not recorded, and they are told. */
export type Taken = 'recorded' | 'repeat' | 'limited';

/** A message was taken back; who had sent it is known from the message. */
export interface Recalled {
  kind: 'recalled';
  channel: string;
  messageId: string;
}

export type Incoming = Update | Recalled;

/**
 * Takes an update in: recorded under its id, committed, and the workers woken. Throws where it could not be recorded;
 * it must not be acknowledged then, so that the platform brings it again.
 */
export type Intake = (incoming: Incoming) => Promise<Taken>;

/** Where an adapter tells an operator what happens: fields first, then a fixed event name. Never words of people. */
export interface ChannelLog {
  info(fields: Readonly<Record<string, unknown>>, event: string): void;
  warn(fields: Readonly<Record<string, unknown>>, event: string): void;
  error(fields: Readonly<Record<string, unknown>>, event: string): void;
}

export type ChannelState = 'starting' | 'ready' | 'reconnecting' | 'needs_person' | 'failed' | 'stopped';

/** How a channel stands now, for an operator. */
export interface ChannelStatus {
  state: ChannelState;
  /** Epoch milliseconds. */
  since: number;
  /** Why, in plain words; never a secret. */
  detail?: string;
  /** What a person has to scan (`needs_person`): the content of a QR code. */
  scan?: string;
}

/** A webhook's request: its raw bytes, before anybody has parsed them. Header names are lower case. */
export interface WebhookRequest {
  headers: Readonly<Record<string, string | undefined>>;
  body: Uint8Array;
}

export interface WebhookAnswer {
  status: number;
  /** Sent as JSON; absent: an empty answer. */
  body?: unknown;
}

/** Who may receive from a platform that lets only one ask at a time; another replica may have it. */
export interface ReceivingTurn {
  /** As far as is known now. */
  holds(): boolean;
  /** Asks for it, or for more of it, where that is due; true where it is ours. Never rejects. */
  renew(): Promise<boolean>;
  /** Lets another have it at once. */
  drop(): Promise<void>;
}

/** A channel that pushes: it is started with a way in, and stopped. Starting never waits for the platform. */
export interface PushChannel extends Channel {
  /** Verifies, decodes and takes in; mounted at `path` where it is there. Never throws for what the platform sends. */
  webhook?: { path: string; handle(request: WebhookRequest): Promise<WebhookAnswer> };
  /** Begins to receive. A connection that fails is tried again by the channel itself, for ever, with backoff. */
  start(intake: Intake): Promise<void>;
  stop(): Promise<void>;
  status(): ChannelStatus;
}
