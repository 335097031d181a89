/** What people are told of targets that are near or missed: one ticket alone, or many in one message. */
import type { DispatchTicket } from '../../bot/desk.ts';
import { momentWords } from '../../bot/moment-words.ts';
import { type CardAction, type Reply, replyWith } from '../../bot/reply.ts';
import type { Mention } from '../../bot/types.ts';
import { TEXTS, type Texts } from '../texts/index.ts';
import { lengthWords } from './length-words.ts';
import type { DispatchScene } from './ticket-card.ts';

export type AlertTarget = keyof Texts['dispatch']['alert']['targets'];

/** One target of one ticket; `due` is ISO 8601, `names` are those who are spoken to. */
export interface TargetAlert {
  ticket: DispatchTicket;
  target: AlertTarget;
  due: string;
  names: readonly string[];
  /** Those of `names` whose account is known there: they are named with @. */
  called?: readonly Mention[];
  /** Nobody answered on the rung before. */
  pressing: boolean;
}

type Scene = Pick<DispatchScene, 'now' | 'zone' | 'language'>;

/** How many tickets a digest names. */
const MOST_NAMED = 10;

/** `message` names the reply when it is acknowledged. The alerts stand in the order of their weight. */
export function alertReply(alerts: readonly TargetAlert[], message: string, scene: Scene): Reply {
  const texts = TEXTS[scene.language].dispatch.alert;
  const action: CardAction = { id: 'alert.ack', label: texts.acknowledge, value: message, style: 'primary' };
  const [only] = alerts;
  if (only !== undefined && alerts.length === 1) {
    const body = alertLine(only, scene);
    const title = texts.title(only.ticket.number);
    return replyWith(
      '',
      { title, body, fields: [], actions: [action], tone: toneOf(alerts, scene) },
      { ...refOf(only), ...mentionsOf(alerts) },
    );
  }
  const over = alerts.filter((alert) => isOver(alert, scene)).length;
  const tickets = new Set(alerts.map(({ ticket }) => ticket.number)).size;
  const named = alerts.slice(0, MOST_NAMED).map((alert) => `· ${alertLine(alert, scene)}`);
  const rest = tickets - new Set(alerts.slice(0, MOST_NAMED).map(({ ticket }) => ticket.number)).size;
  const body = [
    texts.digest(over, alerts.length - over),
    ...named,
    ...(rest > 0 ? [texts.more(rest)] : []),
  ].join('\n');
  const card = { title: texts.digestTitle(tickets), body, fields: [], actions: [action] };
  return replyWith('', { ...card, tone: toneOf(alerts, scene) }, mentionsOf(alerts.slice(0, MOST_NAMED)));
}

function mentionsOf(alerts: readonly TargetAlert[]): Pick<Reply, 'mentions'> {
  const all = alerts.flatMap(({ called = [] }) => called);
  const mentions = [...new Map(all.map((one) => [one.id, one])).values()];
  return mentions.length > 0 ? { mentions } : {};
}

function refOf({ ticket }: TargetAlert): Pick<Reply, 'ticket'> {
  return { ticket: ticket.number };
}

function toneOf(alerts: readonly TargetAlert[], scene: Scene) {
  return alerts.some((alert) => isOver(alert, scene)) ? ('danger' as const) : ('warning' as const);
}

function isOver({ due }: TargetAlert, { now }: Scene): boolean {
  return Date.parse(due) < now;
}

/** «⚠ T… 超过响应时限 12 分钟：三楼302打印机卡纸（桌面组，还没人接）。请 李明 关注。» */
export function alertLine(alert: TargetAlert, scene: Scene): string {
  const { ticket, target, due, names, called = [] } = alert;
  const texts = TEXTS[scene.language];
  const { alert: words } = texts.dispatch;
  const named = (name: string) => (called.some((one) => one.name === name) ? `@${name}` : name);
  const lead = (isOver(alert, scene) ? words.over : words.ahead)(
    ticket.number,
    words.targets[target],
    lengthWords(Math.abs(Date.parse(due) - scene.now), texts),
  );
  const place = ticket.location?.text;
  const facts = [
    place && !ticket.title.includes(place) ? place : '',
    ticket.assignee ?? ticket.team ?? '',
    ticket.assignee === null && target === 'respond' ? words.nobody : '',
  ].filter(Boolean);
  const comma = scene.language === 'zh' ? '，' : ', ';
  const title = facts.length > 0 ? words.about(ticket.title, facts.join(comma)) : ticket.title;
  const expectedAt = target === 'resolve' ? ticket.sla.expectedAt : null;
  const more = [
    expectedAt ? words.told(momentWords(expectedAt, scene.now, scene.zone, scene.language)) : '',
    alert.pressing ? words.pressing : '',
    names.length > 0 ? words.asked(names.map(named).join('、')) : '',
  ].filter(Boolean);
  const [colon, stop] = scene.language === 'zh' ? ['：', '。'] : [': ', '. '];
  return `${lead}${colon}${[title, ...more].join(stop)}${stop.trim()}`;
}
