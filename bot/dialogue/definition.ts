/** What the engine is given: the flows, which of them an intent or a button begins, and its own few sentences. */
import type { Facts } from '../desk.ts';
import type { Attachment, Intent, Language, Notice, SecretKind } from '../types.ts';
import type { Flow, Said } from './flow.ts';
import type { NoticeViews } from './notice.ts';

type Wording = string | readonly string[];

/** The sentences that belong to no flow: repairs and refusals. */
export interface EngineWords {
  abandoned(topic: string): Wording;
  /** What was being reported works again by itself. */
  worksAgain(topic: string): Wording;
  nothingToAbandon(): Wording;
  /** Said before the question of a flow that was interrupted is put again. */
  resumed(topic: string): Wording;
  /** A button of a card that no longer holds. */
  stale(): Wording;
  secrets(kinds: readonly SecretKind[]): Wording;
  corrected(values: readonly string[]): Wording;
  noted(): Wording;
  /** The person needs a moment; the question stays open. */
  waiting(): Wording;
  /** Another request was said in the middle; it comes next. */
  queued(text: string): Wording;
  next(text: string): Wording;
  /** A flow was dropped after a long silence. */
  setAside(topic: string): Wording;
  handedBack(): Wording;
  /** Only a picture or file came, and nothing says what it is about. */
  attachmentAlone(kind: 'image' | 'file'): Wording;
  /** A picture or file came while something is being asked. */
  attachmentKept(kind: 'image' | 'file'): Wording;
  /** A voice message or video: what is in it is not known; words are asked for. */
  notHeard(kind: 'voice' | 'video'): Wording;
  /** What stands for an attachment where there are only words: in a ticket's notes. */
  attachmentNamed(kind: Attachment['kind'], name: string): string;
  /** A message was taken back: what was made of it stands. */
  recalledInFlow(): Wording;
  recalledTicket(number: string): Wording;
  failed(): Wording;
}

export interface DialogueDefinition {
  flows: Readonly<Record<string, Flow>>;
  begins: Readonly<Record<Intent, string>>;
  /** Buttons that hold without a running flow: `ticket.rate` with the value `T20261118-0001:5`. */
  actions: Readonly<Record<string, string>>;
  /** Flows that the engine itself begins. */
  repair: { clarify: string; handoff: string; forward: string; amend: string; done: string };
  /** The flow that gives what is printed for a meeting, whatever the intent. */
  documents: string;
  /** The flow that answers a question about rooms, whatever its intent. */
  roomQuestion: string;
  words: Readonly<Record<Language, EngineWords>>;
  /** A notice in words; `ask` names the flow that takes the answer where it is a question. Null: not worth telling. */
  tell(
    notice: Exclude<Notice, { about: 'handback' }>,
    views: NoticeViews,
    language: Language,
    facts: Facts,
  ): { said: Said; ask?: string } | null;
}
