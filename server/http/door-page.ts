/** What the code at the door opens: for those who come, and, with the code on its card, for the crew. */
import { TEXTS } from '../../flows/texts/index.ts';
import type { Meeting } from '../desk/meeting-record.ts';
import { head, type PageScene, page } from './checklist-page.ts';
import { escaped } from './html.ts';

export function doorPage(
  meeting: Meeting,
  scene: PageScene,
  { feed, deskPhone, told }: { feed: string; deskPhone: string | undefined; told: string | null },
): string {
  const { checklist: words } = TEXTS[scene.language];
  const phone = deskPhone
    ? `<p><a href="tel:${escaped(deskPhone)}">${escaped(words.phone(deskPhone))}</a></p>`
    : '';
  const note = told ? `<p class="told bad" role="status">${escaped(told)}</p>` : '';
  const body = `${head(meeting, scene)}${note}<section><p>${escaped(words.doorLead)}</p>
<div class="buttons"><a class="button" href="${escaped(feed)}">${escaped(words.calendar)}</a></div>${phone}</section>
<section><form method="post"><label class="line">${escaped(words.crew)}<input type="text" name="code" inputmode="numeric" maxlength="6" autocomplete="one-time-code"></label>
<div class="buttons"><button class="main">${escaped(words.open)}</button></div></form></section>`;
  return page(meeting.title, body, scene.language);
}
