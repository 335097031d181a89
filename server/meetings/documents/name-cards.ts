/** Double-sided name cards: a landscape A4 page each, to be folded in the middle so that both sides read. */
import { Document, Packer, PageOrientation, Paragraph, Run } from 'docx';
import { fitLines, LEADING, widthOf } from './fit-lines.ts';
import { foldLine, type Place, wordArt } from './word-art.ts';
import { FONTS, printable } from './words.ts';

/** A4, in points. */
const PAGE = { width: 841.9, height: 595.3 };
const HALF = PAGE.height / 2;
const BOX = { width: PAGE.width - 90, height: HALF - 90, most: 170 };
/** A4, in twentieths of a point; docx turns a landscape page itself. */
const SHEET = { width: 11_906, height: 16_838, orientation: PageOrientation.LANDSCAPE };

/** The docx, one page a name in their order; every name stands twice on its page, the upper one upside down. */
export function nameCards(names: readonly string[]): Promise<Uint8Array> {
  return Packer.toBuffer(
    new Document({
      creator: '',
      sections: [
        {
          properties: { page: { size: SHEET, margin: { top: 720, right: 720, bottom: 720, left: 720 } } },
          children: names.map(cardOf),
        },
      ],
    }),
  );
}

function cardOf(name: string, index: number): Paragraph {
  const { lines, size } = fitLines(printable(name), BOX);
  const places = placesOf(lines, size);
  const shapes = [false, true].flatMap((upsideDown) =>
    lines.map((line, at) =>
      wordArt(line, {
        id: `card${index}-${upsideDown ? 'back' : 'front'}${at}`,
        font: FONTS.heading,
        place: upsideDown ? opposite(places[at] as Place) : (places[at] as Place),
        upsideDown,
        isFirst: index === 0 && !upsideDown && at === 0,
      }),
    ),
  );
  const fold = foldLine(`card${index}-fold`, { left: 0, top: HALF, width: PAGE.width });
  return new Paragraph({
    pageBreakBefore: index > 0,
    children: [new Run({ children: [fold, ...shapes] })],
  });
}

/** Where the lines stand on the lower half, in its middle. */
function placesOf(lines: readonly string[], size: number): Place[] {
  const high = size * (lines.length + (lines.length - 1) * LEADING);
  const top = HALF + (HALF - high) / 2;
  return lines.map((line, at) => {
    const width = widthOf(line) * size;
    return { left: (PAGE.width - width) / 2, top: top + at * size * (1 + LEADING), width, height: size };
  });
}

/** The same place seen from the other side of the fold. */
function opposite({ left, top, width, height }: Place): Place {
  return { left: PAGE.width - left - width, top: PAGE.height - top - height, width, height };
}
