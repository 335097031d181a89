/** Lists of questions and answers as desks have them. */
import { Document, HeadingLevel, ImageRun, Packer, Paragraph } from 'docx';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { formatEntry } from '../../../../knowledge/format-entry.ts';
import { parseEntry } from '../../../../knowledge/parse-entry.ts';
import { entriesFromFile } from '../../../../server/knowledge/import-files.ts';

const HOW = { category: 'printing', owner: '桌面组', today: '2026-11-18' } as const;
const bytes = (text: string) => new TextEncoder().encode(text);

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe('a list of questions and answers', () => {
  it('of a web page becomes an entry a heading; what stands alone is named', async () => {
    const html =
      '<p>引言</p><h2>1. 打印机卡纸怎么办？</h2><ol><li>开后盖</li><li>拉出纸</li></ol><h2>空的</h2>';
    const { entries, unread } = await entriesFromFile('faq.html', bytes(html), HOW);
    expect(entries).toMatchObject([{ title: '打印机卡纸怎么办？', category: 'printing', owner: '桌面组' }]);
    expect(entries[0]?.body).toMatch(/1\.\s+开后盖\n2\.\s+拉出纸/);
    expect(unread.map(({ where }) => where)).toEqual(['引言', '空的']);
  });

  it('of a docx keeps its images', async () => {
    const image = new ImageRun({ type: 'png', data: PIXEL, transformation: { width: 1, height: 1 } });
    const children = [
      new Paragraph({ text: '怎么换硒鼓', heading: HeadingLevel.HEADING_1 }),
      new Paragraph('打开前盖。'),
      new Paragraph({ children: [image] }),
    ];
    const file = await Packer.toBuffer(new Document({ sections: [{ children }] }));
    const { entries, images } = await entriesFromFile('faq.docx', file, HOW);
    expect(entries).toMatchObject([{ title: '怎么换硒鼓' }]);
    const [name] = [...images.keys()];
    expect(entries[0]?.body).toContain(`(${name})`);
    expect(images.get(name ?? '')?.length).toBe(PIXEL.length);
  });

  it('of an xlsx becomes an entry a row; rows and sheets that cannot be read are named', async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('常见问题');
    sheet.addRows([
      ['序号', '问题', '解决办法'],
      [1, '打印太浅', '换硒鼓'],
      [2, '卡纸', ''],
    ]);
    book.addWorksheet('目录').addRow(['甲', '乙']);
    const file = new Uint8Array(await book.xlsx.writeBuffer());
    const { entries, unread } = await entriesFromFile('faq.xlsx', file, HOW);
    expect(entries).toMatchObject([{ title: '打印太浅', body: '换硒鼓' }]);
    expect(unread.map(({ where }) => where)).toEqual(['sheet 常见问题, row 3', 'sheet 目录']);
  });

  it('gives entries that the format takes, under ids that come again with the same list', async () => {
    const html = '<h1>问：为什么 #1 打印机 "脱机"？</h1><p>---</p><p>答：重启。</p>';
    const [first, second] = await Promise.all(
      [1, 2].map(() => entriesFromFile('a.htm', bytes(html), HOW).then(({ entries }) => entries[0])),
    );
    expect(second?.id).toBe(first?.id);
    if (!first) throw new Error('no entry');
    expect(parseEntry('a.md', formatEntry(first))).toMatchObject({
      faults: [],
      entry: { title: first.title },
    });
  });

  it('of another kind is named, and nothing is made of it', async () => {
    const { entries, unread } = await entriesFromFile('faq.doc', bytes('x'), HOW);
    expect(entries).toEqual([]);
    expect(unread).toHaveLength(1);
  });
});
