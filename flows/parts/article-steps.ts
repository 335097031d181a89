/** The answer from the knowledge base before anything else: shared by every flow that begins with a question. */
import type { Outcome, VideoPlace } from '../../bot/desk.ts';
import type { FrameData } from '../../bot/dialogue/conversation.ts';
import { clearly, type FlowStep, type Said, type Scene, type Taken } from '../../bot/dialogue/flow.ts';
import type { Card } from '../../bot/reply.ts';
import type { Slots, Understanding } from '../../bot/types.ts';
import { type Texts, textsOf } from '../texts/index.ts';
import { matterOf } from './search-query.ts';
import { isSolved, isUnsolved, wantsTicket } from './solved-words.ts';

const ALTERNATIVES = 2;

function keepArticles(_scene: Scene, outcome: Outcome): Partial<FrameData> {
  if (outcome.kind !== 'articles') return {};
  const articles = outcome.hits.map(({ id, title, answer, updated, owner, video }) => ({
    id,
    title,
    answer,
    source: owner ?? '',
    updated,
    ...(video ? { video } : {}),
  }));
  return { articles: articles.slice(0, 1 + ALTERNATIVES), answered: outcome.answered };
}

function offer(scene: Scene): Said {
  const texts = textsOf(scene);
  const [best, ...others] = scene.data.articles;
  if (!best) return { text: texts.askSolved() };
  if (scene.asked > 0 || scene.data.picked === 'same')
    return { text: texts.askSolved(), card: shortCard(scene, best.title), articles: [best.id] };
  const also = others.length > 0 ? `\n\n${texts.articleOthers(others.map((one) => one.title))}` : '';
  const card: Card = {
    title: best.title,
    body: `${best.answer}${also}`,
    fields: [
      ...(best.video ? [{ label: texts.labels.video, value: videoWords(texts, best.video) }] : []),
      { label: texts.labels.source, value: texts.articleSource(best.source, best.updated) },
    ],
    actions: solvedButtons(scene, true),
    tone: 'info',
  };
  const lead = best.video ? texts.lectureLead(best.title) : texts.articleLead(best.title);
  return { text: lead, card, articles: [best.id, ...others.map((one) => one.id)] };
}

/** «第12课 1:20 处», and the link that starts there. */
function videoWords(texts: Texts, { episode, seconds, url }: VideoPlace): string {
  const place = texts.videoPlace(episode, seconds > 0 ? clockOf(seconds) : undefined);
  return [place, url].filter(Boolean).join('　');
}

const clockOf = (seconds: number) =>
  `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;

function shortCard(scene: Scene, title: string): Card {
  return { title, fields: [], actions: solvedButtons(scene, true) };
}

function solvedButtons(scene: Scene, full: boolean): Card['actions'] {
  const { buttons } = textsOf(scene);
  return [
    { id: 'solved', label: buttons.solved, value: '', style: 'primary' },
    { id: 'unsolved', label: buttons.unsolved, value: '' },
    ...(full ? [{ id: 'full', label: buttons.full, value: '' }] : []),
  ];
}

function fullText(scene: Scene): Said {
  const texts = textsOf(scene);
  const title = scene.data.articles[0]?.title ?? '';
  const card: Card = {
    title,
    body: scene.data.fullText ?? '',
    fields: [],
    actions: solvedButtons(scene, false),
  };
  return { text: texts.fullLead(title), card };
}

const choices = { solved: 'solved', unsolved: 'unsolved', full: 'full' };

const ANOTHER = /另(?:外)?一个|第二个|下一个|换一个|别的|其他的|相近的|another|other one/i;
const LEAVE_IT = /^(?:no,? ?thanks?|no thank you|不用了|不需要了?|不用|不要了)[。.!！]*$/i;
const SUBMITS = /^(?:提交|登记|报修)(?:吧|一下)?$/;

function take(scene: Scene, heard: Understanding): Taken | null {
  const text = heard.text.trim();
  if (LEAVE_IT.test(text)) return { to: 'leave' };
  if (isUnsolved(text) || wantsTicket(text) || SUBMITS.test(text) || heard.slots.phone) {
    return { data: { slots: { ...scene.data.slots, ...onlyContact(heard) } }, to: 'unsolved' };
  }
  if (isSolved(text) || clearly(heard, 'thank')) return { to: 'solved' };
  return otherArticle(scene, text) ?? describedAgain(scene, heard);
}

/** More of the same in other words («开机慢怎么办»): looked up once more, once. */
function describedAgain({ data }: Scene, heard: Understanding): Taken | null {
  const asks = heard.intent === 'report_fault' || heard.intent === 'ask_howto';
  const thing = heard.slots.device ?? heard.slots.system;
  const other = heard.confidence >= 0.6 && thing !== undefined && heard.category !== data.category;
  if (!asks || other || data.notes.length > 0 || heard.text.length < 4) return null;
  return { data: { notes: [heard.text] }, to: 'searchAgain' };
}

function keepBetter(scene: Scene, outcome: Outcome): Partial<FrameData> {
  const { articles = [], answered } = keepArticles(scene, outcome);
  const isOther = articles[0] !== undefined && articles[0].id !== scene.data.articles[0]?.id;
  return answered && isOther ? { articles, picked: 'other' } : { picked: 'same' };
}

/** Where and how to reach them, said along with «没解决». */
function onlyContact({ slots }: Understanding): Slots {
  const { phone, location, person } = slots;
  return { ...(phone ? { phone } : {}), ...(location ? { location } : {}), ...(person ? { person } : {}) };
}

/** One of the alternatives, by its title or as «另外一个». */
function otherArticle({ data }: Scene, text: string): Taken | null {
  const [best, ...others] = data.articles;
  const named = others.find(
    (one) => text.length >= 3 && (one.title.includes(text) || text.includes(one.title)),
  );
  const chosen = named ?? (ANOTHER.test(text) ? others[0] : undefined);
  if (!best || !chosen) return null;
  const rest = others.filter((one) => one !== chosen);
  return { data: { articles: [chosen, ...rest, best] }, to: 'another' };
}

/**
 * Steps `search`, `offer`, `another`, `searchAgain`, `leave`, `full`, `solved`, `unsolved`, `unanswered`. `after.unsolved` and `after.unanswered` name
 * where the flow goes on; `offer` goes to `end` once solved.
 */
export function articleSteps(after: { unsolved: string; unanswered: string }): Record<string, FlowStep> {
  const tried = (scene: Scene) => scene.data.articles.slice(0, 1).map((one) => one.id);
  const record = (outcome: 'solved' | 'unsolved' | 'unanswered', next: string): FlowStep => ({
    kind: 'effect',
    effect: (scene) => ({
      kind: 'record_deflection',
      // Where they sit and their telephone are nobody's business who keeps the base.
      query: matterOf(scene.data),
      articles: outcome === 'unanswered' ? [] : tried(scene),
      outcome,
    }),
    keep: (scene) => ({ skipArticles: true, tried: outcome === 'unsolved' ? tried(scene) : [] }),
    on: { recorded: next, refused: next },
  });
  return {
    search: {
      kind: 'effect',
      effect: (scene) => ({
        kind: 'search_articles',
        query: matterOf(scene.data),
        ...(scene.data.category ? { category: scene.data.category } : {}),
      }),
      keep: keepArticles,
      on: { articles: 'found', refused: 'unanswered' },
    },
    found: {
      kind: 'branch',
      cases: [{ when: (scene) => scene.data.answered && scene.data.articles.length > 0, to: 'offer' }],
      else: 'unanswered',
    },
    offer: {
      kind: 'ask',
      ask: offer,
      choices,
      yes: 'solved',
      no: 'unsolved',
      take,
      passing: true,
      next: 'offer',
    },
    full: {
      kind: 'effect',
      effect: (scene) => ({ kind: 'article_full', id: scene.data.articles[0]?.id ?? '' }),
      keep: (_scene, outcome) => (outcome.kind === 'article' ? { fullText: outcome.article.full } : {}),
      on: { article: 'offerFull', refused: 'offer' },
    },
    offerFull: {
      kind: 'ask',
      ask: fullText,
      choices,
      yes: 'solved',
      no: 'unsolved',
      take,
      passing: true,
      next: 'offer',
    },
    searchAgain: {
      kind: 'effect',
      effect: (scene) => ({ kind: 'search_articles', query: scene.data.notes.at(-1) ?? scene.data.text }),
      keep: keepBetter,
      on: { articles: 'another', refused: 'another' },
    },
    another: { kind: 'branch', cases: [], else: 'offer' },
    leave: { kind: 'say', say: (scene) => ({ text: textsOf(scene).notNow() }), next: 'end' },
    solved: record('solved', 'saySolved'),
    saySolved: { kind: 'say', say: (scene) => ({ text: textsOf(scene).solved() }), next: 'end' },
    unsolved: record('unsolved', after.unsolved),
    unanswered: record('unanswered', after.unanswered),
  };
}
