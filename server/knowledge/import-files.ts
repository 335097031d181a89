/**
 * Existing lists of questions and answers, as a desk has them in docx, xlsx, pdf text and html, into entries: one a heading, or one a row.
 * What could not be read is named with its place.
 */
import { createHash } from 'node:crypto';
import { extname } from 'node:path';
import ExcelJS from 'exceljs';
import type { Category } from '../../bot/types.ts';
import type { Entry } from '../../knowledge/entry.ts';

export interface FileReport {
  entries: Entry[];
  /** `where`: a row, a page, a heading. */
  unread: { where: string; why: string }[];
  /** By the name that the entries call them. */
  images: Map<string, Uint8Array>;
}

export interface ImportAs {
  category: Category;
  owner?: string;
  /** `YYYY-MM-DD`. */
  today: string;
}

/** Rejects where the file as a whole cannot be read. */
export async function entriesFromFile(name: string, bytes: Uint8Array, how: ImportAs): Promise<FileReport> {
  switch (extname(name).toLowerCase()) {
    case '.docx':
      return fromDocx(bytes, how);
    case '.html':
    case '.htm':
      return fromMarkdown(await markdownOfHtml(new TextDecoder().decode(bytes)), how);
    case '.pdf':
      return fromMarkdown(await markdownOfPdf(bytes), how);
    case '.xlsx':
      return fromTable(bytes, how);
    default:
      return { ...nothing(), unread: [{ where: name, why: 'neither docx, xlsx, pdf nor html' }] };
  }
}

const nothing = (): FileReport => ({ entries: [], unread: [], images: new Map() });

async function fromDocx(bytes: Uint8Array, how: ImportAs): Promise<FileReport> {
  const { default: mammoth } = await import('mammoth');
  const images = new Map<string, Uint8Array>();
  const convertImage = mammoth.images.imgElement(async (image) => {
    const content = await image.readAsBuffer();
    const kind = image.contentType.split('/')[1]?.replace(/[^a-z0-9]/g, '') || 'png';
    const src = `${createHash('sha256').update(content).digest('hex').slice(0, 12)}.${kind}`;
    images.set(src, content);
    return { src };
  });
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, { convertImage });
  return { ...fromMarkdown(await markdownOfHtml(value), how), images };
}

async function markdownOfHtml(html: string): Promise<string> {
  const { default: Turndown } = await import('turndown');
  const service = new Turndown({ headingStyle: 'atx', bulletListMarker: '-' });
  return service.remove(['script', 'style', 'noscript']).turndown(html);
}

/** Lines that read like a question or a numbered heading begin an entry: a pdf knows no headings. */
const QUESTION_LINE = /^(?:问|Q|问题)\s*\d*\s*[:：.、]\s*|^[一二三四五六七八九十]+、|^.{4,60}[?？]$/i;

async function markdownOfPdf(bytes: Uint8Array): Promise<string> {
  const { extractText, getDocumentProxy } = await import('unpdf');
  const { text } = await extractText(await getDocumentProxy(bytes), { mergePages: false });
  const lines = text.flatMap((page) => page.split(/\n/)).map((line) => line.trim());
  return lines.map((line) => (QUESTION_LINE.test(line) ? `\n## ${line}\n` : line)).join('\n');
}

const HEADING = /^#{1,6}\s+(.+)$/;
/** Markdown's marks of its own, as the converter writes them. */
const ESCAPED = /\\([\\`*_{}[\]()#+\-.!>~|])/g;
/** What a numbered or marked question begins with. */
const QUESTION_MARK = /^(?:问|Q|问题)?\s*(?:\d+|[一二三四五六七八九十]+)?\s*[:：.、)）]\s*|\*\*/gi;
const ANSWER_MARK = /^(?:答|A|回答)\s*[:：.、]\s*/i;

/** Each heading with what stands below it, up to the next. */
function fromMarkdown(markdown: string, how: ImportAs): FileReport {
  const report = nothing();
  let title: string | null = null;
  let body: string[] = [];
  const close = () => {
    const text = body.join('\n').trim();
    if (title === null && text !== '')
      report.unread.push({ where: text.slice(0, 30), why: 'text before any heading' });
    else if (title !== null && text === '')
      report.unread.push({ where: title, why: 'a heading with nothing below it' });
    else if (title !== null) report.entries.push(entryOf(title, text, how));
    body = [];
  };
  for (const line of markdown.split(/\r?\n/)) {
    const heading = HEADING.exec(line.trim())?.[1];
    if (heading === undefined) {
      body.push(line.replace(ANSWER_MARK, ''));
      continue;
    }
    close();
    const plain = heading.replace(ESCAPED, '$1');
    title = plain.replace(QUESTION_MARK, '').trim() || plain;
  }
  close();
  if (report.entries.length === 0)
    report.unread.push({ where: 'the whole file', why: 'no heading or question with an answer below it' });
  return report;
}

const QUESTION_HEAD = /问题|标题|题目|故障|现象|question|title/i;
const ANSWER_HEAD = /答案|解答|回答|办法|方法|处理|步骤|内容|answer|solution/i;

/** Each sheet whose first row names a column of questions and one of answers. */
async function fromTable(bytes: Uint8Array, how: ImportAs): Promise<FileReport> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer);
  const report = nothing();
  for (const sheet of book.worksheets) {
    const heads = Array.from({ length: sheet.columnCount }, (_, at) => sheet.getCell(1, at + 1).text);
    const question = heads.findIndex((head) => QUESTION_HEAD.test(head)) + 1;
    const answer = heads.findIndex((head, at) => at + 1 !== question && ANSWER_HEAD.test(head)) + 1;
    if (question === 0 || answer === 0) {
      report.unread.push({
        where: `sheet ${sheet.name}`,
        why: 'no columns named 问题 and 答案 in its first row',
      });
      continue;
    }
    for (let row = 2; row <= sheet.rowCount; row += 1) {
      const [title, body] = [question, answer].map((column) => sheet.getCell(row, column).text.trim());
      if (!title && !body) continue;
      if (title && body) report.entries.push(entryOf(title, body, how));
      else
        report.unread.push({
          where: `sheet ${sheet.name}, row ${row}`,
          why: 'a question or an answer is missing',
        });
    }
  }
  return report;
}

/** The id stands for the title, so that a second import of the same list finds its entries again. */
function entryOf(title: string, body: string, { category, owner, today }: ImportAs): Entry {
  const id = `faq-${createHash('sha256').update(title).digest('hex').slice(0, 12)}`;
  return {
    id,
    title: title.replace(/\s+/g, ' ').slice(0, 120),
    kind: 'article',
    category,
    tags: [],
    questions: [],
    updated: today,
    ...(owner === undefined ? {} : { owner }),
    audience: ['all'],
    body,
    transcript: [],
  };
}
