/** The sign at the door of the room. */
import {
  AlignmentType,
  Document,
  ImageRun,
  Packer,
  PageOrientation,
  Paragraph,
  TextRun,
  VerticalAlignSection,
} from 'docx';
import QRCode from 'qrcode';
import type { Meeting } from '../../desk/meeting-record.ts';
import { fitLines } from './fit-lines.ts';
import { FONTS, heldAt, heldIn, printable, type Rooms, WORDS } from './words.ts';

/** A4, in twentieths of a point; docx turns a landscape page itself. */
const SHEET = { width: 11_906, height: 16_838, orientation: PageOrientation.LANDSCAPE };
const MARGIN = 1000;
/** Where the title fits, in points. */
const TITLE = { width: 730, height: 220, most: 72 };
/** Pixels: the code as it is drawn, and as it is shown. */
const CODE = { drawn: 600, shown: 150 };

/** The docx: title, time, place and who holds it; with the code of `pageUrl`, where there is one. */
export async function doorSign(
  meeting: Meeting,
  { zone, rooms, pageUrl }: { zone: string; rooms: Rooms; pageUrl: string | null },
): Promise<Uint8Array> {
  const { lines, size } = fitLines(printable(meeting.title), TITLE);
  const { department, name } = meeting.requester;
  const organiser = printable(department ?? name ?? '');
  const children = [
    ...lines.map((text) =>
      centred([new TextRun({ text, bold: true, font: FONTS.heading, size: Math.floor(size) * 2 })]),
    ),
    centred([new TextRun({ text: heldAt(meeting, zone), size: 56 })]),
    centred([new TextRun({ text: heldIn(meeting, rooms), size: 56 })]),
    ...(organiser ? [centred([new TextRun({ text: `${WORDS.organiser}：${organiser}`, size: 36 })])] : []),
    ...(pageUrl === null ? [] : await codeOf(pageUrl)),
  ];
  return Packer.toBuffer(
    new Document({
      creator: '',
      styles: { default: { document: { run: { font: FONTS.body } } } },
      sections: [
        {
          properties: {
            page: {
              size: SHEET,
              margin: { top: MARGIN, right: MARGIN, bottom: MARGIN, left: MARGIN },
            },
            verticalAlign: VerticalAlignSection.CENTER,
          },
          children,
        },
      ],
    }),
  );
}

async function codeOf(url: string): Promise<Paragraph[]> {
  const data = await QRCode.toBuffer(url, { width: CODE.drawn, margin: 2 });
  const transformation = { width: CODE.shown, height: CODE.shown };
  return [
    centred([new ImageRun({ type: 'png', data, transformation })]),
    centred([new TextRun({ text: WORDS.scan, size: 28 })]),
  ];
}

function centred(children: (TextRun | ImageRun)[]): Paragraph {
  return new Paragraph({ alignment: AlignmentType.CENTER, spacing: { after: 160 }, children });
}
