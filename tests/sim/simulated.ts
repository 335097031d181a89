/** What the page shows of a channel, and what can be done in it; every channel of the simulation is one of these. */

export interface SimField {
  name: string;
  label: string;
  required: boolean;
  multiline: boolean;
  options?: { value: string; label: string }[];
}

export interface SimButton {
  label: string;
  style: 'default' | 'primary' | 'danger';
  /** Goes back to `press` as it is. */
  press: unknown;
  /** Filled in before it is pressed. */
  form?: SimField[];
}

export interface SimCard {
  title: string;
  colour: string;
  /** Paragraphs, and labelled facts. */
  parts: { label?: string; text: string }[];
  buttons: SimButton[];
}

export interface SimMessage {
  id: string;
  chat: string;
  /** Null: the desk. */
  from: string | null;
  text?: string;
  card?: SimCard;
  /** The words of the message that it answers. */
  answers?: string;
  /** How often it was changed in place. */
  changes: number;
  /** What really went over the wire. */
  raw: unknown;
}

export interface SimChat {
  id: string;
  title: string;
  kind: 'private' | 'group';
  /** Who may be spoken as in it. */
  people: { id: string; name: string }[];
}

export interface SimulatedChannel {
  name: string;
  title: string;
  /** What the desk is started with so that it speaks to this platform. */
  environment: Record<string, string>;
  /** The group that gets dispatch cards, as `DISPATCH_GROUPS` names it. */
  dispatchGroup: string;
  chats: SimChat[];
  messages(): SimMessage[];
  say(chat: string, who: string, text: string): Promise<void>;
  /** Gives what the person is shown for a moment, where the platform shows something. */
  press(message: string, who: string, button: unknown, form: Record<string, string>): Promise<string | null>;
  /** The platform is away, or back. */
  setAway(away: boolean): void;
  close(): Promise<void>;
}
