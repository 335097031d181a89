/** The check-list as a phone shows it: plain forms that work without a script, with fields that a thumb can hit. */
import { momentWords, spanWords } from '../../bot/moment-words.ts';
import type { Language } from '../../bot/types.ts';
import { checkName, placeOf, taskName } from '../../flows/dispatch/meeting-card.ts';
import { TEXTS, type Texts } from '../../flows/texts/index.ts';
import type { Meeting, MeetingTask } from '../desk/meeting-record.ts';
import { checkItems } from '../desk/meeting-tasks.ts';
import { escaped } from './html.ts';

export interface PageScene {
  now: number;
  zone: string;
  language: Language;
  /** Who may have done a task, besides those who have it. */
  crew: readonly string[];
}

const STYLE = `*{box-sizing:border-box}body{font:16px/1.5 system-ui,"PingFang SC","Noto Sans SC",sans-serif;margin:0;background:#f2f4f7;color:#1f2328}
main{max-width:34rem;margin:0 auto;padding:12px 12px 48px}header,section,.told{background:#fff;border-radius:12px;padding:14px;margin-bottom:12px}
h1{font-size:1.2rem;margin:0 0 4px}h2{font-size:1.05rem;margin:0;display:flex;justify-content:space-between;gap:8px}h2 small{font-weight:400;color:#57606a}
p{margin:4px 0}.quiet{color:#57606a}.late{color:#b42318}.done{color:#1a7f37}.told{border-left:4px solid #1a7f37}.told.bad{border-color:#b42318}
fieldset{border:0;border-top:1px solid #e4e7ec;margin:10px 0 0;padding:10px 0 0}legend{float:left;padding:10px 0;flex:1}
.item{display:flex;flex-wrap:wrap;align-items:center;gap:6px}.item label{min-width:72px;min-height:44px;display:flex;align-items:center;justify-content:center;border:1px solid #d0d7de;border-radius:8px}
.item input{position:absolute;opacity:0}.item label:has(:focus-visible){outline:2px solid #1677ff}.item .ok:has(:checked){background:#1a7f37;border-color:#1a7f37;color:#fff}
.item .no:has(:checked){background:#b42318;border-color:#b42318;color:#fff}.note{display:none;flex-basis:100%}.item:has(.no :checked) .note{display:block}
.note input,textarea,select,input[type=number],input[type=text]{position:static;opacity:1;width:100%;font:inherit;padding:9px 10px;border:1px solid #d0d7de;border-radius:8px;background:#fff}
label.line{display:block;margin-top:10px}label.other{display:none}form:has(option[value=""]:checked) .other{display:block}.counts{display:grid;grid-template-columns:1fr 96px;gap:6px;align-items:center}
.buttons{display:flex;gap:8px;margin-top:12px}button,.button{flex:1;min-height:46px;font:inherit;border-radius:10px;border:1px solid #1677ff;background:#fff;color:#1677ff;display:flex;align-items:center;justify-content:center;text-decoration:none}
button.main{background:#1677ff;color:#fff}`;

/** One page; `body` is HTML. */
export function page(title: string, body: string, language: Language): string {
  const lang = language === 'zh' ? 'zh-CN' : 'en';
  return `<!doctype html><html lang="${lang}"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex"><title>${escaped(title)}</title><style>${STYLE}</style><main>${body}</main></html>`;
}

export interface Told {
  text: string;
  bad: boolean;
}

/** The whole page; `told` is what came of what was sent. */
export function checklistPage(meeting: Meeting, scene: PageScene, told: Told | null): string {
  const { checklist: words } = TEXTS[scene.language];
  const tasks = meeting.tasks.map((task) =>
    task.doneAt === null ? openTask(meeting, task, scene) : doneTask(task, scene),
  );
  const note = told ? `<p class="told${told.bad ? ' bad' : ''}" role="status">${escaped(told.text)}</p>` : '';
  const body = tasks.length > 0 ? tasks.join('') : `<section><p>${escaped(words.nothing)}</p></section>`;
  return page(`${words.title} ${meeting.number}`, head(meeting, scene) + note + body, scene.language);
}

/** Title, time, place and what is wanted. */
export function head(meeting: Meeting, { now, zone, language }: PageScene): string {
  const texts = TEXTS[language];
  const layouts: Record<string, string> = texts.layouts;
  const { attendees, layout } = meeting;
  const wanted = [
    attendees === null ? '' : texts.checklist.people(attendees),
    layout ? (layouts[layout] ?? layout) : '',
    ...meeting.equipment.map((what) => thing(texts, what, meeting.quantities[what])),
  ].filter(Boolean);
  const when = spanWords(meeting.start, meeting.end, now, zone, language);
  return `<header><h1>${escaped(meeting.title)}</h1><p>${escaped(when)}</p><p>${escaped(placeOf(meeting))}</p>
<p class="quiet">${escaped(wanted.join(' · '))}</p></header>`;
}

function thing(texts: Texts, what: string, count = 1): string {
  const names: Record<string, string> = texts.equipment;
  return `${names[what] ?? what}${count > 1 ? ` ×${count}` : ''}`;
}

function doneTask(task: MeetingTask, { now, zone, language }: PageScene): string {
  const { checklist: words } = TEXTS[language];
  const when = momentWords(task.doneAt ?? '', now, zone, language);
  const found = (task.items ?? []).map(
    ({ item, ok, note }) =>
      `<li>${escaped(checkName(item))} ${ok ? escaped(words.good) : `<b class="late">${escaped(words.bad)}</b>`} ${escaped(note ?? '')}</li>`,
  );
  return `<section><h2>${escaped(taskName(task))}<small class="done">${escaped(words.done(task.assignee ?? '', when))}</small></h2>
${found.length > 0 ? `<ul>${found.join('')}</ul>` : ''}${task.result ? `<p>${escaped(task.result)}</p>` : ''}</section>`;
}

function openTask(meeting: Meeting, task: MeetingTask, scene: PageScene): string {
  const { now, zone, language } = scene;
  const { checklist: words } = TEXTS[language];
  const due = momentWords(task.due, now, zone, language);
  const isLate = task.what !== 'standby' && Date.parse(task.due) < now;
  const when = task.what === 'standby' ? words.from(due) : words.due(due);
  const name = taskName(task);
  const items = checkItems({ ...meeting, start: 0, end: 0, tasks: [] }, task);
  return `<section><h2>${escaped(name)}<small${isLate ? ' class="late"' : ''}>${escaped(isLate ? `${when} ${words.late}` : when)}</small></h2>
<form method="post"><input type="hidden" name="task" value="${escaped(task.id)}">
${items.map((item) => itemHtml(task, item, words)).join('')}${task.what === 'teardown' ? usedHtml(meeting, TEXTS[language]) : ''}
${whoHtml(task, scene)}<label class="line">${escaped(words.result)}<textarea name="result" rows="2" maxlength="2000">${escaped(task.result ?? '')}</textarea></label>
<div class="buttons">${items.length > 0 ? `<button name="what" value="save">${escaped(words.save)}</button>` : ''}
<button class="main" name="what" value="finish">${escaped(words.finish(name))}</button></div></form></section>`;
}

function itemHtml(task: MeetingTask, item: string, words: Texts['checklist']): string {
  const found = task.items?.find((one) => one.item === item);
  const choice = (value: 'ok' | 'no', label: string) => {
    const isChosen = found !== undefined && found.ok === (value === 'ok');
    return `<label class="${value}"><input type="radio" name="item:${escaped(item)}" value="${value}"${isChosen ? ' checked' : ''}>${escaped(label)}</label>`;
  };
  return `<fieldset class="item"><legend>${escaped(checkName(item))}</legend>${choice('ok', words.good)}${choice('no', words.bad)}
<span class="note"><input type="text" name="note:${escaped(item)}" maxlength="500" aria-label="${escaped(words.note)}" placeholder="${escaped(words.note)}" value="${escaped(found?.note ?? '')}"></span></fieldset>`;
}

/** What was planned stands there: whoever clears the room corrects it. */
function usedHtml({ equipment, quantities }: Meeting, texts: Texts): string {
  if (equipment.length === 0) return '';
  const rows = equipment.map((what) => {
    const id = `used-${escaped(what)}`;
    return `<label for="${id}">${escaped(thing(texts, what))}</label><input id="${id}" type="number" inputmode="numeric" min="0" max="10000" name="used:${escaped(what)}" value="${quantities[what] ?? 1}">`;
  });
  return `<fieldset><p>${escaped(texts.checklist.used)}</p><div class="counts">${rows.join('')}</div></fieldset>`;
}

function whoHtml({ assignee, backup }: MeetingTask, { crew, language }: PageScene): string {
  const { checklist: words } = TEXTS[language];
  const names = [...new Set([assignee, backup, ...crew])].filter((name) => name != null);
  const options = names.map(
    (name) =>
      `<option value="${escaped(name)}"${name === assignee ? ' selected' : ''}>${escaped(name)}</option>`,
  );
  return `<label class="line">${escaped(words.who)}<select name="who">${options.join('')}<option value="">${escaped(words.other)}</option></select></label>
<label class="line other">${escaped(words.name)}<input type="text" name="name" maxlength="100"></label>`;
}
