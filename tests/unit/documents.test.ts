/** What the pages say of the project is there. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { importsOf } from '../support/source-imports.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

const PAGES = globSync(
  ['*.md', 'docs/**/*.md', '{bot,flows,knowledge,adapters}/README.md', 'server/console/README.md'],
  {
    cwd: ROOT,
  },
).sort();

interface Package {
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
}
const manifest = JSON.parse(read('package.json')) as Package;

describe.each(PAGES)('%s', (page) => {
  const text = read(page);

  it('links to pages and pictures that exist', () => {
    const links = [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)[^)]*\)/g)].map(([, link = '']) => link);
    expect(links.filter((link) => !existsSync(join(ROOT, dirname(page), link)))).toEqual([]);
  });

  it('names scripts that exist', () => {
    const named = [...text.matchAll(/npm run (?:-s )?([a-z][a-z:-]*)/g)].map(([, script = '']) => script);
    expect(named.filter((script) => !(script in manifest.scripts))).toEqual([]);
  });

  it('names settings that exist', () => {
    const example = read('.env.example');
    const named = [...text.matchAll(/`([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)(?:=[^`]*)?`/g)].map(
      ([, name = '']) => name,
    );
    const ofTheServer = named.filter((name) => !name.startsWith('TEST_'));
    expect(ofTheServer.filter((name) => !example.includes(`${name}=`))).toEqual([]);
  });
});

describe('docs/dependencies.md', () => {
  const text = read('docs/dependencies.md');
  const rows = [...text.matchAll(/^\| `([^`]+)` \| (\S+) \|/gm)].map(
    ([, name, version]) => `${name} ${version}`,
  );

  it('lists every direct dependency, with the version that is installed', () => {
    const installed = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies }).map((name) => {
      const own = JSON.parse(read(`node_modules/${name}/package.json`)) as { version: string };
      return `${name} ${own.version}`;
    });
    expect(rows.sort()).toEqual(installed.sort());
  });
});

describe('docs/dependencies.md, of what is not loaded yet,', () => {
  const folders = ['bot', 'flows', 'knowledge', 'adapters', 'server'];
  const imported = new Set(
    globSync(`{${folders.join(',')}}/**/*.{ts,tsx}`, {
      cwd: ROOT,
      exclude: ['**/node_modules/**', '**/dist/**'],
    })
      .flatMap((path) => importsOf({ path, text: read(path) }))
      .map(({ target }) => target),
  );
  // Used without being imported by name: Node itself, the page's builder, which npm calls, and what Wechaty loads.
  const called = ['node', 'vite', 'wechaty-puppet', 'wechaty-puppet-mock', 'wechaty-puppet-service'];

  it('names just the packages that no code imports', () => {
    const section = read('docs/dependencies.md')
      .split(/^## /m)
      .find((part) => part.startsWith('Installed, not'));
    const listed = [...(section ?? '').matchAll(/^\| `([^`]+)` \|/gm)].map(([, name]) => name);
    const unused = Object.keys(manifest.dependencies).filter(
      (name) => !imported.has(name) && !called.includes(name),
    );
    expect(listed.sort()).toEqual(unused.sort());
  });
});

describe('the two READMEs', () => {
  it('say the same: the same commands, and the same pages', () => {
    const commandsOf = (text: string) => text.match(/^ {4}(?:npm|[A-Z_]+=).*$/gm);
    const linksOf = (text: string) =>
      [...text.matchAll(/\]\(((?!README)[^)]+)\)/g)].map(([, link = '']) => link).sort();
    const [english, chinese] = [read('README.md'), read('README.zh-CN.md')];
    expect(commandsOf(chinese)).toEqual(commandsOf(english));
    expect([...new Set(linksOf(chinese))]).toEqual([...new Set(linksOf(english))]);
  });
});
