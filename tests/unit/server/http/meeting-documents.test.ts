import type { FastifyInstance } from 'fastify';
import QRCode from 'qrcode';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Role } from '../../../../server/config.ts';
import { createPageLinks } from '../../../../server/meetings/page-links.ts';
import type { OpenDatabase } from '../../../../server/store/database.ts';
import { testDatabase } from '../../../support/database.ts';
import { bearer, call, TOKENS, testHttp } from '../../../support/http.ts';
import { testDesk } from '../../../support/small-desk.ts';
import { unzip } from '../../../support/unzip.ts';

let database: OpenDatabase;
let app: FastifyInstance;
let published: FastifyInstance;
let sized: string;
let unsized: string;

beforeAll(async () => {
  database = await testDatabase();
  app = testHttp(database, testDesk());
  published = testHttp(database, testDesk(), { publicUrl: 'https://desk.example' });
  const at = (clock: string) => `2026-11-19T${clock}:00+08:00`;
  const requester = { id: 'u1', name: '张三', department: '财务科' };
  const meeting = { title: '预算 <b>&\u0007会', start: at('15:00'), end: at('17:00'), requester };
  const book = async (more: object) =>
    (await call(app, { method: 'POST', url: '/api/meetings', payload: { ...meeting, ...more } })).body.number;
  sized = await book({ room: '302', attendees: 43 });
  unsized = await book({ room: '501' });
});
afterAll(async () => {
  await app.close();
  await published.close();
  await database.close();
});

interface Asked {
  role?: Role;
  on?: FastifyInstance;
  names?: unknown;
}
async function ask(number: string, document: string, { role = 'dispatcher', on = app, names }: Asked = {}) {
  const url = `/api/meetings/${number}/documents/${document}`;
  const response =
    names === undefined
      ? await on.inject({ method: 'GET', url, headers: bearer(role) })
      : await on.inject({ method: 'POST', url, headers: bearer(role), payload: { names } });
  return { status: response.statusCode, headers: response.headers, bytes: response.rawPayload };
}
const filesOf = async (...asked: Parameters<typeof ask>) => unzip((await ask(...asked)).bytes);
const documentOf = async (...asked: Parameters<typeof ask>) =>
  (await filesOf(...asked)).get('word/document.xml')?.toString('utf8') ?? '';
const read = (xml: string) =>
  xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
const textsOf = (xml: string) =>
  [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => read(text ?? ''));
/** The printed lines with whether they stand upside down. */
const printedOf = (xml: string) =>
  [...xml.matchAll(/<v:shape ([^>]*)>.*?<v:textpath [^>]*string="([^"]*)"/g)].map(([, shape, text]) => ({
    text: read(text ?? ''),
    upsideDown: shape?.includes('rotation:180') ?? false,
  }));

describe('name cards', () => {
  test('print every name twice, once upside down, a page each', async () => {
    const names = ['王局长', '李处长 信息中心', '欧阳娜娜'];
    const xml = await documentOf(sized, 'name-cards', { names });
    expect(printedOf(xml)).toEqual(
      names.flatMap((text) => [
        { text, upsideDown: false },
        { text, upsideDown: true },
      ]),
    );
    expect(xml.match(/<w:pageBreakBefore\/>/g)).toHaveLength(names.length - 1);
    expect(xml).toContain('w:orient="landscape"');
    // Of several shapes in one picture LibreOffice draws the last alone.
    for (const [picture] of xml.matchAll(/<w:pict>.*?<\/w:pict>/g))
      expect(picture.match(/<v:(?:shape|line) /g)).toHaveLength(1);
  });

  test('print as it was written what looks like markup', async () => {
    const names = ['<w:br/>', 'A&amp;B', `"' onload=`, '张三😀', '{{x}}'];
    const xml = await documentOf(sized, 'name-cards', { names });
    expect(printedOf(xml).map(({ text }) => text)).toEqual(names.flatMap((name) => [name, name]));
    expect(xml).not.toContain('<w:br/>');
    expect(xml).not.toContain('onload=" ');
  });

  test('print blanks for what XML cannot hold', async () => {
    const xml = await documentOf(sized, 'name-cards', { names: ['张\u0001三\n李\u2028四\uffff'] });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
    expect(printedOf(xml).map(({ text }) => text)).toContain('张 三 李 四');
  });

  test('print a long name smaller and on more lines, with nothing lost', async () => {
    const heightOf = (xml: string) => Number(/;height:([\d.]+)pt/.exec(xml)?.[1]);
    const long = '国家税务总局某某市高新技术产业开发区税务局信息中心主任欧阳娜娜';
    const [short, large] = await Promise.all(
      ['王五', long].map((name) => documentOf(sized, 'name-cards', { names: [name] })),
    );
    expect(heightOf(large ?? '')).toBeLessThan(heightOf(short ?? ''));
    const front = printedOf(large ?? '').filter(({ upsideDown }) => !upsideDown);
    expect(front.length).toBeGreaterThan(1);
    expect(front.map(({ text }) => text).join('')).toBe(long);
  });

  test('are made for 500 names of 60 characters', async () => {
    const names = Array.from({ length: 500 }, (_, at) => `${at}`.padEnd(60, '长'));
    const { status, bytes } = await ask(sized, 'name-cards', { names });
    expect(status).toBe(200);
    expect(unzip(bytes).has('[Content_Types].xml')).toBe(true);
  });

  test.each([
    ['no names', []],
    ['too many', Array.from({ length: 501 }, () => '张三')],
    ['one that is too long', ['长'.repeat(61)]],
    ['an empty one', ['张三', '']],
    ['blanks alone', ['  ']],
    ['nothing that prints', ['\u0001\u0002']],
    ['NUL', ['张\u0000三']],
    ['a number', [7]],
    ['no list', '张三、李四'],
  ])('refuse %s with 400', async (_what, names) => {
    expect((await ask(sized, 'name-cards', { names })).status).toBe(400);
  });
});

describe('the sign-in sheet', () => {
  const rowsOf = (xml: string) => xml.match(/<w:tr>|<w:tr /g)?.length;

  test('has a row for each attendee, and its header on every page', async () => {
    const xml = await documentOf(sized, 'sign-in-sheet');
    expect(rowsOf(xml)).toBe(43 + 1);
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    expect(textsOf(xml)).toEqual([
      '预算 <b>& 会 签到表',
      '时间：2026年11月19日星期四 15:00–17:00',
      '地点：302',
      ...['序号', '姓名', '单位', '职务', '电话', '签名'],
      ...Array.from({ length: 43 }, (_, at) => [`${at + 1}`, '', '', '', '', '']).flat(),
    ]);
  });

  test('has a page of rows where nobody said how many come', async () => {
    expect(rowsOf(await documentOf(unsized, 'sign-in-sheet'))).toBe(20 + 1);
  });
});

describe('the door sign', () => {
  test('says what, when, where and who; without an address of the desk it has no code', async () => {
    const files = await filesOf(sized, 'door-sign');
    const texts = textsOf(files.get('word/document.xml')?.toString('utf8') ?? '');
    expect(texts.join('\n')).toContain('预算 <b>& 会');
    expect(texts).toEqual(
      expect.arrayContaining(['2026年11月19日星期四 15:00–17:00', '302', '主办：财务科']),
    );
    expect(texts).not.toContain('扫码：加入日历、报修、检查单');
    expect([...files.keys()].filter((path) => path.endsWith('.png'))).toEqual([]);
  });

  test('has a code of the meeting’s page at the door where people reach the desk', async () => {
    const files = await filesOf(sized, 'door-sign', { on: published });
    expect(textsOf(files.get('word/document.xml')?.toString('utf8') ?? '')).toContain(
      '扫码：加入日历、报修、检查单',
    );
    const codes = [...files].filter(([path]) => path.endsWith('.png'));
    expect(codes).toHaveLength(1);
    const url = createPageLinks(TOKENS, 'https://desk.example').urlOf('door', sized) ?? '';
    expect(codes[0]?.[1]).toEqual(await QRCode.toBuffer(url, { width: 600, margin: 2 }));
  });
});

describe('every document', () => {
  const NAMES = ['张三'];
  test.each([
    ['name-cards', NAMES, '桌签'],
    ['sign-in-sheet', undefined, '签到表'],
    ['door-sign', undefined, '门牌'],
  ])('%s is saved under its Chinese name', async (document, names, title) => {
    const { status, headers } = await ask(sized, document, { names });
    expect(status).toBe(200);
    expect(headers['content-type']).toContain('wordprocessingml.document');
    const name = encodeURIComponent(`${title}-${sized}.docx`);
    expect(headers['content-disposition']).toBe(`attachment; filename*=UTF-8''${name}`);
  });

  test.each([
    ['name-cards', NAMES],
    ['sign-in-sheet', undefined],
    ['door-sign', undefined],
  ])('%s of a meeting that is not there: 404', async (document, names) => {
    expect((await ask('M20261118-0404', document, { names })).status).toBe(404);
  });

  test.each<[string, Role, string[] | undefined, number]>([
    ['name-cards', 'viewer', NAMES, 403],
    ['name-cards', 'chat', NAMES, 403],
    ['sign-in-sheet', 'viewer', undefined, 200],
    ['sign-in-sheet', 'chat', undefined, 403],
    ['door-sign', 'viewer', undefined, 200],
    ['door-sign', 'chat', undefined, 403],
  ])('%s for %s', async (document, role, names, status) => {
    expect((await ask(sized, document, { role, names })).status).toBe(status);
  });
});
