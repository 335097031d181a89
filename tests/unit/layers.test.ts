/** The import direction: the core knows nobody, the shell knows everybody, and nothing runs in a circle. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { faultsOf } from '../support/layer-rules.ts';
import { importsOf, type SourceFile } from '../support/source-imports.ts';

const ROOT = new URL('../../', import.meta.url);

function sources(folder: string): SourceFile[] {
  return readdirSync(new URL(`${folder}/`, ROOT), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/(?:^|\/)(?:dist|node_modules)\//.test(name))
    .map((name) => `${folder}/${name}`)
    .map((path) => ({ path, text: readFileSync(new URL(path, ROOT), 'utf8') }));
}

const file = (path: string, ...lines: string[]): SourceFile => ({ path, text: lines.join('\n') });

/** The faults of one planted file. */
const planted = (path: string, ...lines: string[]): string[] => faultsOf([file(path, ...lines)]);

describe('this project', () => {
  const all = ['bot', 'flows', 'knowledge', 'adapters', 'server'].flatMap(sources);

  it('is read whole', () => {
    expect(all.length).toBeGreaterThan(150);
    expect(all.flatMap(importsOf).length).toBeGreaterThan(500);
  });

  it('keeps its layers', () => {
    expect(faultsOf(all)).toEqual([]);
  });
});

describe('an import in the wrong direction', () => {
  it.each([
    ['bot/step.ts', '../flows/index.ts'],
    ['bot/step.ts', '../server/config.ts'],
    ['bot/step.ts', 'node:fs'],
    ['bot/step.ts', 'kysely'],
    ['flows/report-fault.ts', '../server/desk/ticket.ts'],
    ['flows/report-fault.ts', '../knowledge/create-index.ts'],
    ['knowledge/search/rank.ts', '../../bot/dialogue/step.ts'],
    ['knowledge/search/rank.ts', 'node:fs/promises'],
    ['adapters/feishu/decode.ts', '../telegram/decode.ts'],
    ['adapters/feishu/decode.ts', '../../flows/index.ts'],
    ['adapters/feishu/decode.ts', '../../server/config.ts'],
    ['server/desk/ticket.ts', '../store/tickets.ts'],
    ['server/desk/ticket.ts', 'fastify'],
    ['server/http/app.ts', '../console/src/api.ts'],
    ['server/http/app.ts', '../../tests/support/desk.ts'],
    ['server/console/src/api.ts', '../../desk/ticket.ts'],
    ['server/console/src/api.ts', 'node:fs'],
  ])('%s may not import %s', (path, specifier) => {
    const fault = `${path}: may not import ${specifier}`;
    expect(planted(path, `import { a } from '${specifier}';`)).toContain(fault);
    expect(planted(path, `import type { A } from '${specifier}';`)).toContain(fault);
    expect(planted(path, `export * from '${specifier}';`)).toContain(fault);
    expect(planted(path, 'import {', '  a,', '  b,', `} from '${specifier}';`)).toContain(fault);
    expect(planted(path, `import '${specifier}';`)).toContain(fault);
    expect(planted(path, `const a = await import('${specifier}');`)).toContain(fault);
  });

  it.each([
    ['bot/dialogue/step.ts', '../types.ts'],
    ['bot/understand/time/lunar.ts', 'chinese-days'],
    ['bot/holidays-cn.ts', 'chinese-days/dist/chinese-days.json'],
    ['flows/report-fault.ts', '../bot/types.ts'],
    ['knowledge/search/rank.ts', '../../bot/types.ts'],
    ['knowledge/load-folder.ts', 'node:fs/promises'],
    ['adapters/feishu/client.ts', '@larksuiteoapi/node-sdk'],
    ['server/desk/ticket.ts', '../../bot/types.ts'],
    ['server/http/app.ts', '../../adapters/web/index.ts'],
    ['server/http/app.ts', 'fastify'],
    ['server/console/src/shapes.ts', '../../../bot/reply.ts'],
    ['server/store/tickets.ts', 'kysely'],
  ])('%s may import %s', (path, specifier) => {
    expect(planted(path, `import { a } from '${specifier}';`)).toEqual([]);
  });

  it('is not found in a comment or in a sentence', () => {
    const lines = [
      "// import { a } from '../server/config.ts';",
      "/* import { a } from '../server/config.ts'; */",
      'const text = "import { a } from \'../server/config.ts\'";',
      'const quoted = /[\'"]/;',
    ];
    expect(planted('bot/step.ts', ...lines)).toEqual([]);
  });

  it('is found after a quotation mark in a regular expression', () => {
    expect(planted('bot/step.ts', 'const quote = /[\'"]/;', "const a = await import('pg');")).not.toEqual([]);
  });

  it('is found where a file belongs to no layer at all', () => {
    expect(planted('helpers/misc.ts')).toEqual(['helpers/misc.ts: belongs to no layer']);
  });
});

describe('a circle', () => {
  const ring = (word: string) => [
    file('bot/a.ts', `${word} { b } from './b.ts';`),
    file('bot/b.ts', "import { c } from './c.ts';"),
    file('bot/c.ts', "import { a } from './a.ts';"),
  ];

  it('of values is found, once', () => {
    expect(faultsOf(ring('import'))).toEqual([
      'a cycle of imports: bot/a.ts → bot/b.ts → bot/c.ts → bot/a.ts',
    ]);
    expect(faultsOf(ring('export'))).toHaveLength(1);
  });

  it('that a type closes is none: it is gone at run time', () => {
    expect(faultsOf(ring('import type'))).toEqual([]);
  });

  it('of a file with itself is found', () => {
    expect(planted('bot/a.ts', "export { b } from './a.ts';")).toEqual([
      'a cycle of imports: bot/a.ts → bot/a.ts',
    ]);
  });
});

describe('the pure parts', () => {
  it.each([
    'const now = Date.now();',
    'const now = clock ?? Date.now;',
    'const day = new Date();',
    'const day = new Date;',
    'const words = Date();',
    'const zone = process.env.TZ_NAME;',
    'const zone = process["env"].TZ_NAME;',
    'const page = await fetch(address);',
    'const dice = Math.random();',
    'setTimeout(done, 5);',
    'setInterval(done, 5);',
    'const id = crypto.randomUUID();',
    'console.log(text);',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the template is the planted fault
    'const text = `at ${Date.now()}`;',
  ])('may not say %s', (line) => {
    for (const path of ['bot/a.ts', 'flows/a.ts', 'knowledge/a.ts', 'server/desk/a.ts'])
      expect(planted(path, '', line)).toEqual([expect.stringMatching(`^${path}:2: uses `)]);
    expect(planted('server/main.ts', line)).toEqual([]);
  });

  it.each([
    'const day = new Date(now);',
    'const day = new Date( Date.UTC(2026, 1, 1));',
    'const day: Date = given;',
    'port.fetch(address);',
    '// Date.now() is not asked here',
    "const text = 'process.env and Math.random() in a sentence';",
    'const pattern = /Date.now()/;',
  ])('may say %s', (line) => {
    expect(planted('bot/a.ts', line)).toEqual([]);
  });
});

describe('outside server/store', () => {
  it.each([
    "import { sql } from 'kysely';",
    "import pg from 'pg';",
    "import { PGlite } from '@electric-sql/pglite';",
    'await sql`select 1`.execute(db);',
    'await sql<Row>`select 1`.execute(db);',
    "await trx.selectFrom('ticket').execute();",
    "await trx.insertInto('ticket').execute();",
  ])('nobody writes %s', (line) => {
    expect(planted('server/turn/take-turn.ts', line)).toHaveLength(1);
    expect(planted('server/store/tickets.ts', line)).toEqual([]);
  });
});

describe('outside the adapters', () => {
  it.each(["if (channel === 'feishu') return;", 'if (address.channel !== "web") return;'])(
    'nobody asks %s',
    (line) => {
      expect(planted('server/turn/effects.ts', line)).toHaveLength(1);
      expect(planted('adapters/web/decode.ts', line)).toEqual([]);
    },
  );
});
