/** What the base lacks, and a draft that fills it. */
import { createHash } from 'node:crypto';
import { CATEGORIES, type Category } from '../../bot/types.ts';
import type { Entry } from '../../knowledge/entry.ts';
import { type Gap, groupGaps } from '../../knowledge/gaps.ts';
import type { QuestionInVain } from '../store/questions.ts';
import type { WrittenDraft } from './write-draft.ts';

export interface ReportedGap {
  /** Stays while its central question does. */
  id: string;
  /** «12 人问过，无答案：会议投屏无声» is put together from these. */
  question: string;
  people: number;
  tickets: string[];
  questions: string[];
  /** What engineers wrote on the tickets that followed, each once. */
  resolutions: string[];
  lastAt: number;
  asked: QuestionInVain[];
}

const MOST_QUESTIONS = 8;

export function reportGaps(questions: readonly QuestionInVain[]): ReportedGap[] {
  return groupGaps(questions).map((gap) => reported(gap));
}

function reported({ question, people, tickets, asked, lastAt }: Gap<QuestionInVain>): ReportedGap {
  const id = createHash('sha256').update(question).digest('hex').slice(0, 12);
  const questions = [...new Set(asked.map(({ query }) => query))];
  const resolutions = [...new Set(asked.flatMap(({ resolution }) => resolution ?? []))];
  return { id, question, people, tickets, questions, resolutions, lastAt, asked };
}

/** What a model wrote, or the filled template: what was asked, and as steps what engineers wrote. A keeper looks at it before it is published. */
export function draftFor(
  gap: ReportedGap,
  keeper: { owner: string; today: string },
  written: WrittenDraft | null = null,
): Entry {
  const steps = (written?.steps ?? stepsOf(gap)).map((step, at) => `${at + 1}. ${step}`);
  const lead = written?.symptom ? [written.symptom, ''] : [];
  return {
    id: `gap-${gap.id}`,
    title: (written?.title || gap.question).slice(0, 60),
    kind: 'article',
    category: categoryOf(gap.asked),
    tags: [],
    questions: gap.questions.slice(0, MOST_QUESTIONS),
    updated: keeper.today,
    owner: keeper.owner,
    audience: ['all'],
    body: [...lead, ...steps].join('\n'),
    transcript: [],
  };
}

function stepsOf({ resolutions }: ReportedGap): string[] {
  const steps = resolutions.flatMap((text) => text.split(/\n+|(?<=[。；;])/)).map((step) => step.trim());
  const said = steps.filter((step) => step !== '');
  return said.length > 0 ? said : ['（还没有工程师写过办法，请补上步骤）'];
}

/** The one that most of the tickets had. */
function categoryOf(asked: readonly QuestionInVain[]): Category {
  const counts = Map.groupBy(
    asked.flatMap(({ category }) => category ?? []),
    (category) => category,
  );
  const [most] = [...counts].sort(([, a], [, b]) => b.length - a.length)[0] ?? [];
  return CATEGORIES.find((category) => category === most) ?? 'other';
}
