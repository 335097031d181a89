/** A ticket that another program or an agent records: what they did not state is understood from their words. */
import type { TicketDraft } from '../../bot/desk.ts';
import { maskSecrets } from '../../bot/secrets.ts';
import {
  type Category,
  type Location,
  type Slots,
  type TicketKind,
  type Understand,
  type Understanding,
  URGENCIES,
  type Urgency,
} from '../../bot/types.ts';
import { pick, withoutUndefined } from '../desk/ticket-state.ts';
import { masked } from '../masking.ts';

/** What stands in the place of a text that bears a marking. */
const CLASSIFIED = maskSecrets('【机密】').text;

type Stated<T> = T | null | undefined;

export interface TicketRequest {
  kind: TicketKind;
  title: string;
  description?: string | undefined;
  category?: Stated<Category>;
  urgency?: Stated<Urgency>;
  /** A telephone that is stated as the requester's stands, whatever the words give. */
  requester?: { phone?: string | undefined } | undefined;
  contact?: Stated<{ name?: string | undefined; phone?: string | undefined }>;
  location?: Stated<Location>;
  device?: Stated<string>;
  system?: Stated<string>;
  model?: Stated<string>;
  asset?: Stated<string>;
  quantity?: Stated<number>;
  deadline?: Stated<string>;
}

/** `now`: epoch milliseconds. Secrets are masked before anything is understood. */
export function draftOf(request: TicketRequest, understand: Understand, now: number): TicketDraft {
  const stated = withoutClassified(masked(request));
  const { kind, title, description = '', contact, location } = stated;
  const understood = asOne(understand([title, description].filter(Boolean).join('\n'), { now }));
  const { device, system, model, asset, quantity, deadline } = stated;
  const phone = understood.slots.person === undefined ? request.requester?.phone : undefined;
  const slots = {
    ...understood.slots,
    ...withoutEmpty({ device, system, model, asset, quantity, deadline, phone }),
    ...(location ? { location: wholeLocation(location, understand, now) } : {}),
  } as Slots;
  return withoutUndefined({
    kind,
    title,
    description,
    category: stated.category ?? understood.category ?? 'other',
    urgency: stated.urgency ?? understood.urgency ?? 'normal',
    slots,
    tried: [],
    contact: contact ? withoutUndefined(contact) : undefined,
  }) as TicketDraft;
}

/** What is said once of a matter, whichever sentence says it. */
const SHARED = ['location', 'phone', 'person', 'department', 'deadline', 'since'] as const;

/** Title and description are one matter, also where they read as two. */
function asOne(understood: Understanding): Understanding {
  const { also = [], slots, urgency } = understood;
  if (also.length === 0) return understood;
  const urgencies = [urgency, ...also.map((other) => other.urgency)];
  const shared = also.toReversed().map((other) => pick(other.slots, SHARED));
  return {
    ...understood,
    slots: Object.assign({}, ...shared.map(withoutUndefined), slots),
    urgency: URGENCIES.find((level) => urgencies.includes(level)) ?? 'normal',
  };
}

/** A marking in the title holds for the description as well, and the other way round. */
function withoutClassified(stated: TicketRequest): TicketRequest {
  const { title, description } = stated;
  const replaced = [title, description].find((text) => text === CLASSIFIED);
  if (replaced === undefined) return stated;
  return { ...stated, title: replaced, ...(description === undefined ? {} : { description: replaced }) };
}

function withoutEmpty(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== null && value !== ''),
  );
}

/** A place given in words alone gets its floor and room as far as the words say them. */
function wholeLocation(location: Location, understand: Understand, now: number): Location {
  const { text, floor, room, building } = location;
  if (floor || room || building) return withoutUndefined(location);
  const expect = { flow: 'report_fault', slot: 'location' } as const;
  return withoutUndefined({ ...understand(text, { now, expect }).slots.location, text });
}
