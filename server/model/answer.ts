/**
 * What a model may answer: the record of the understanding contract, nothing else. A value of the wrong kind, an
 * unknown label or an overlong text becomes null and is left out; keys that the record does not have are not read.
 */
import { z } from 'zod';
import { Category, Equipment, Intent, Layout, Slots, Urgency } from '../../bot/types.ts';

const LONGEST_SPAN = 200;
const LONGEST_PART = 2000;

function orNull<T extends z.ZodType>(type: T) {
  return type.nullable().catch(null);
}

const Span = orNull(z.string().max(LONGEST_SPAN));
const Count = orNull(z.number());

const AnswerSlots = z.object({
  device: Span,
  system: Span,
  symptom: Span,
  model: Span,
  asset: Span,
  location: orNull(z.object({ text: z.string().max(LONGEST_SPAN), building: Span, floor: Span, room: Span })),
  department: Span,
  person: Span,
  phone: Span,
  deadline: Span,
  since: Span,
  scope: orNull(Slots.shape.scope.unwrap()),
  quantity: Count,
  start: Span,
  end: Span,
  attendees: Count,
  title: Span,
  equipment: orNull(z.array(orNull(Equipment))),
  layout: orNull(Layout),
  ticket: Span,
  rating: Count,
});
export type AnswerSlots = z.infer<typeof AnswerSlots>;

const request = {
  intent: Intent,
  confidence: orNull(z.number().min(0).max(1)),
  category: orNull(Category),
  urgency: orNull(Urgency),
  slots: orNull(AnswerSlots),
};

const AnswerPart = z.object({ text: z.string().max(LONGEST_PART), ...request });
export type AnswerPart = z.infer<typeof AnswerPart>;

export const Answer = z.object({ ...request, also: orNull(z.array(orNull(AnswerPart))) });
export type Answer = z.infer<typeof Answer>;

/** Limits that a schema for structured output may not hold. */
const NOT_IN_STRICT = ['default', 'maxLength', 'minimum', 'maximum'];

/** The record as JSON schema in the strict form of structured output: every key required, what is not there is null. */
export const ANSWER_SCHEMA: Record<string, unknown> = strictSchema();

function strictSchema(): Record<string, unknown> {
  const { $schema: _dialect, ...schema } = z.toJSONSchema(Answer, {
    target: 'draft-7',
    override: ({ jsonSchema }) => {
      for (const name of NOT_IN_STRICT) delete (jsonSchema as Record<string, unknown>)[name];
    },
  });
  return schema;
}

/** An answer is a few hundred characters; one of this length is none. */
const LONGEST_ANSWER = 32_000;

/** The record in what a model wrote (bare, fenced, or after its thoughts), or null where there is none. */
export function readAnswer(content: string): Answer | null {
  if (content.length > LONGEST_ANSWER) return null;
  const spoken = content.slice(content.lastIndexOf('</think>') + 1);
  const from = spoken.indexOf('{');
  const to = spoken.lastIndexOf('}');
  if (from < 0 || to < from) return null;
  const parsed = Answer.safeParse(parseJson(spoken.slice(from, to + 1)));
  return parsed.success ? parsed.data : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
