/** The answer from the knowledge base before anything else: shared by every flow that begins with a question. */
import type { Outcome, VideoPlace } from '../../bot/desk.ts';
import type { FrameData } from '../../bot/dialogue/conversation.ts';
import { clearly, type FlowStep, type Said, type Scene, type Taken } from '../../bot/dialogue/flow.ts';
import type { Card } from '../../bot/reply.ts';
import type { Slots, Understanding } from '../../bot/types.ts';
import { type Texts, textsOf } from '../texts/index.ts';
import { matterOf } from './search-query.ts';
import { hasTried, isSolved, isStillSeen, isUnsolved, wantsTicket } from './solved-words.ts';

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
  const place = best.video && videoWords(texts, best.video);
  const card: Card = {
    title: best.title,
    body: best.answer,
    fields: [
      ...(place ? [{ label: texts.labels.video, value: place }] : []),
      { label: texts.labels.source, value: texts.articleSource(best.source, best.updated) },
    ],
    actions: [
      ...solvedButtons(scene, true),
      ...others.map(({ id, title }) => ({ id: 'other', label: texts.articleOther(title), value: id })),
    ],
    ...(best.video ? { links: [{ label: texts.labels.watch, url: best.video.url }] } : {}),
    tone: 'info',
  };
  const lead = best.video ? texts.lectureLead(best.title) : texts.articleLead(best.title);
  return { text: lead, card, articles: [best.id, ...others.map((one) => one.id)] };
}

/** «第12课 1:20 处» */
function videoWords(texts: Texts, { episode, seconds }: VideoPlace): string {
  return texts.videoPlace(episode, seconds > 0 ? clockOf(seconds) : undefined);
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

const choices = { solved: 'solved', unsolved: 'unsolved', full: 'full', other: 'openOther' };

const ANOTHER = /另(?:外)?一个|第二个|下一个|换一个|别的|其他的|相近的|another|other one/i;
const LEAVE_IT = /^(?:no,? ?thanks?|no thank you|不用了|不需要了?|不用|不要了)[。.!！]*$/i;
const SUBMITS =
  /^(?:好吧?|那|就|行吧?|算了|[,，。\s])*(?:请|帮我?|给我|替我|麻烦)*(?:提交|登记|报修|报一下|报个修|报上去|报吧|下单|开单)(?:吧|一下|上去)*[。.!！]*$/;
/** «好的» to a proposal: they will try it. */
const WILL_TRY =
  /^(?:好的?|好嘞|好滴|行|嗯+|哦+|噢|收到|知道了?|明白了?|了解|ok(?:ay)?|sure|fine)[\s,，。.!！~]*$/i;
/** Somebody who asked how it is done and now knows needs nothing more. */
const NOW_KNOWS =
  /^(?:哦|嗯|好的?|[,，\s])*(?:我)?(?:明白|知道|清楚|懂|了解|晓得)(?:怎么[弄做操作]+)?了(?:谢谢|多谢|[,，。.!！~\s])*$/;
/** «是的» to it says nothing: it was no question. */
const BARE_YES = /^(?:是|是的|对|对的|可以|yes|yep|yeah)[\s,，。.!！~]*$/i;
const ASKS_HOW = /[?？]|怎么|咋|如何|哪里|在哪|[吗呢]$|能不能|可不可以|\b(?:how|where|can i)\b/i;
/** After so many tries to learn whether it helped, it did not. */
const MOST_ASKED = 2;

function willTry({ data }: Scene, heard: Understanding): boolean {
  const text = heard.text.trim();
  return WILL_TRY.test(text) && !(data.intent === 'ask_howto' && NOW_KNOWS.test(text));
}

function take(scene: Scene, heard: Understanding): Taken | null {
  const text = heard.text.trim();
  if (LEAVE_IT.test(text)) return { to: 'leave' };
  if (BARE_YES.test(text)) return scene.asked > MOST_ASKED ? { to: 'solved' } : { to: 'offer' };
  const wantsHelp = wantsTicket(text) || SUBMITS.test(text) || saysWhere(heard);
  if (wantsHelp || isUnsolved(text) || hasTried(text)) return unsolvedWith(scene, heard);
  const nowKnows = scene.data.intent === 'ask_howto' && NOW_KNOWS.test(text);
  if (nowKnows || isSolved(text) || clearly(heard, 'thank')) return { to: 'solved' };
  const other = otherArticle(scene, text) ?? describedAgain(scene, heard);
  if (other) return other;
  return isStillSeen(text) || isLost(scene, heard) ? unsolvedWith(scene, heard) : null;
}

/** On to the ticket; what was said beyond «没用» goes into it. */
function unsolvedWith({ data }: Scene, heard: Understanding): Taken {
  const said = heard.text.trim();
  const isMore = said.length > 6 && !SUBMITS.test(said) && !saysWhere(heard);
  const notes = isMore && !data.notes.includes(said) ? [...data.notes, said] : data.notes;
  return { data: { slots: { ...data.slots, ...onlyContact(heard) }, notes }, to: 'unsolved' };
}

/** Where they are or how to reach them: they want somebody to come. */
function saysWhere({ text, slots }: Understanding): boolean {
  if (slots.phone) return true;
  const place = slots.location;
  return place !== undefined && text.replace(place.text, '').replace(/[\s\p{P}]|我?在|就/gu, '').length <= 2;
}

/** Asked for the second time, something that is neither an answer nor another matter. */
function isLost({ asked, data }: Scene, heard: Understanding): boolean {
  if (asked < MOST_ASKED || ASKS_HOW.test(heard.text)) return false;
  const thing = heard.slots.device ?? heard.slots.system;
  const isSame = heard.intent === data.intent || heard.intent === 'report_fault' || heard.confidence < 0.6;
  return isSame && (thing === undefined || heard.category === data.category);
}

/** A part of what was reported, not another thing: «按了电源，灯闪红色». */
const PART = /电源|指示灯|灯|屏幕|画面|图像|按键|按钮|开关|插头|插座|风扇|声音|提示|显示|报错|弹出|错误代码/;

/** More of the same in other words («开机慢怎么办»): looked up once more, once. */
function describedAgain({ data }: Scene, heard: Understanding): Taken | null {
  const thing = heard.slots.device ?? heard.slots.system;
  const describes =
    heard.intent === 'report_fault' &&
    (thing !== undefined || heard.slots.symptom !== undefined || PART.test(heard.text));
  const asks = heard.intent === 'ask_howto' && ASKS_HOW.test(heard.text);
  const isPart = PART.test(heard.text) && heard.slots.location === undefined;
  const other = heard.confidence >= 0.6 && thing !== undefined && heard.category !== data.category && !isPart;
  if (!(describes || asks) || other || data.notes.length > 0 || heard.text.length < 4) return null;
  const picked = thing === undefined ? 'part' : 'whole';
  const { device, system } = heard.slots;
  const named =
    data.slots.device || data.slots.system
      ? {}
      : { ...(device ? { device } : {}), ...(system ? { system } : {}) };
  return { data: { notes: [heard.text], picked, slots: { ...data.slots, ...named } }, to: 'searchAgain' };
}

/** «怎么清理» after «邮箱满了» is about the mailbox; what names its own thing stands alone. */
function saidAgain({ data }: Scene): string {
  const last = data.notes.at(-1) ?? data.text;
  const thing = data.slots.device ?? data.slots.system;
  return data.picked === 'whole' || (thing && last.includes(thing)) ? last : `${matterOf(data)} ${last}`;
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
  return { data: { articles: withFirst(data.articles, chosen.id) }, to: 'another' };
}

type ArticleOffers = Scene['data']['articles'];

/** The chosen one before those that were offered beside it, the best of before last. */
function withFirst(articles: ArticleOffers, id: string): ArticleOffers {
  const [best, ...others] = articles;
  const chosen = others.find((one) => one.id === id);
  if (!best || !chosen) return articles;
  return [chosen, ...others.filter((one) => one !== chosen), best];
}

/**
 * Steps `search`, `offer`, `openOther`, `another`, `searchAgain`, `leave`, `full`, `solved`, `unsolved`, `unanswered`. `after.unsolved` and `after.unanswered` name
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
      waits: willTry,
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
      waits: willTry,
      no: 'unsolved',
      take,
      passing: true,
      next: 'offer',
    },
    // Read again, because who asks may no longer see it.
    openOther: {
      kind: 'effect',
      effect: (scene) => ({ kind: 'article_full', id: scene.data.picked ?? '' }),
      keep: (scene, outcome) =>
        outcome.kind === 'article' ? { articles: withFirst(scene.data.articles, outcome.article.id) } : {},
      on: { article: 'another', refused: 'offer' },
    },
    searchAgain: {
      kind: 'effect',
      effect: (scene) => ({ kind: 'search_articles', query: saidAgain(scene) }),
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
