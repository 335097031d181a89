/** What is printed for a meeting, as a file. */
import type { MeetingDocument } from '../../../bot/meeting-document.ts';
import type { MadeFile } from '../../attachments/keep-file.ts';
import type { Meeting } from '../../desk/meeting-record.ts';
import type { DeskContext } from '../../desk-context.ts';
import { doorSign } from './door-sign.ts';
import { nameCards } from './name-cards.ts';
import { signInSheet } from './sign-in-sheet.ts';
import { fileNameOf } from './words.ts';

/** A docx under its Chinese name; `names` are those of name cards. */
export async function makeDocument(
  meeting: Meeting,
  { profile, zone, pageUrl }: Pick<DeskContext, 'profile' | 'zone' | 'pageUrl'>,
  { document, names }: { document: MeetingDocument; names: readonly string[] },
): Promise<MadeFile> {
  const desk = { zone, rooms: profile.rooms };
  const name = fileNameOf(document, meeting.number);
  switch (document) {
    case 'name_cards':
      return { name, bytes: await nameCards(names) };
    case 'sign_in_sheet':
      return { name, bytes: await signInSheet(meeting, desk) };
    case 'door_sign':
      return { name, bytes: await doorSign(meeting, { ...desk, pageUrl: pageUrl('door', meeting.number) }) };
  }
}
