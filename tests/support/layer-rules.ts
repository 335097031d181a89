/** Who may import whom, and what the pure parts may not touch. An exception stands here by name, with its reason. */
import { codeOf, type Import, importsOf, type SourceFile, uncommented } from './source-imports.ts';

interface Layer {
  /** Which files; the first layer that fits a path is its own. */
  holds: RegExp;
  /** What they may import of the project besides what `holds` itself matches. */
  may: RegExp[];
  /** Packages by name; `any` where IO is their trade. */
  packages: readonly string[] | 'any';
  /** Free of IO, clock, environment and chance. */
  pure: boolean;
}

const BOT = /^bot\//;
const LANGUAGE = ['@node-rs/jieba', 'pinyin-pro', 'opencc-js', 'chinese-days'];

const LAYERS: Layer[] = [
  { holds: BOT, may: [], packages: ['zod', ...LANGUAGE], pure: true },
  { holds: /^flows\//, may: [BOT], packages: ['zod'], pure: true },
  // The one file that reads the folder of articles.
  {
    holds: /^knowledge\/load-folder\.ts$/,
    may: [/^knowledge\//],
    packages: ['node:fs/promises', 'node:path'],
    pure: false,
  },
  {
    holds: /^knowledge\//,
    may: [/^bot\/types\.ts$/],
    packages: ['zod', 'yaml', 'marked', ...LANGUAGE],
    pure: true,
  },
  { holds: /^server\/desk\//, may: [BOT], packages: ['zod', 'chinese-days'], pure: true },
  // The page is another program: it knows the desk by its HTTP interface and the core's types, and reads an entry's text as the desk does.
  {
    holds: /^server\/console\//,
    may: [/^bot\/(?:types|reply)\.ts$/, /^knowledge\/markdown\.ts$/],
    packages: ['react', 'react-dom', 'antd', '@tanstack/react-query', 'vite', '@vitejs/plugin-react'],
    pure: false,
  },
  {
    holds: /^server\//,
    may: [BOT, /^flows\//, /^knowledge\//, /^adapters\//, /^server\/desk\//],
    packages: 'any',
    pure: false,
  },
];

/** Each adapter is a layer of its own: it knows the core and nothing beside it. */
function layerOf(path: string): Layer | undefined {
  const adapter = /^adapters\/[^/]+\//.exec(path)?.[0];
  if (adapter !== undefined)
    return { holds: new RegExp(`^${adapter}`), may: [BOT], packages: 'any', pure: false };
  return LAYERS.find(({ holds }) => holds.test(path));
}

const IMPURE: [RegExp, string][] = [
  [/\bDate\s*\.\s*now\b/, 'Date.now'],
  [/\bnew\s+Date\b(?!\s*\(\s*[^\s)])/, 'new Date() without a moment'],
  [/(?<!new\s)(?<![.\w])Date\s*\(/, 'Date()'],
  [/\bTemporal\s*\.\s*Now\b/, 'Temporal.Now'],
  [/\bperformance\s*\.\s*now\b/, 'performance.now'],
  [/(?<![.\w])process\s*[.[]/, 'process'],
  [/(?<![.\w])console\s*\./, 'console'],
  [/(?<![.\w])fetch\s*\(/, 'fetch'],
  [/\bMath\s*\.\s*random\b/, 'Math.random'],
  [/(?<![.\w])(?:crypto\s*\.|randomUUID\s*\()/, 'crypto'],
  [/(?<![.\w])set(?:Timeout|Interval|Immediate)\s*\(/, 'a timer'],
];

const DATABASE_PACKAGES = ['kysely', 'pg', '@electric-sql/pglite', 'pg-boss'];
const SQL = /(?:\bsql\s*(?:<[^>]*>)?\s*`|\.(?:selectFrom|insertInto|updateTable|deleteFrom)\s*\()/;
const CHANNEL_BY_NAME = /\bchannel\s*[!=]==?\s*['"`]/;

/** Where a rule does not hold, and why. */
const EXCEPTIONS: Record<string, { rule: 'sql' | 'channel'; why: string }> = {
  'server/http/health-routes.ts': { rule: 'sql', why: '`select 1` asks whether there is a database at all' },
  'server/desk/dispatch-group.ts': {
    rule: 'channel',
    why: 'reads the notation of an address in a profile, in which one channel has topics',
  },
};

const excepted = (path: string, rule: 'sql' | 'channel'): boolean => EXCEPTIONS[path]?.rule === rule;

/** Every fault of the given files, one line each; none where the layers hold. */
export function faultsOf(files: readonly SourceFile[]): string[] {
  const imports = new Map(files.map((file) => [file.path, importsOf(file)]));
  return [
    ...files.flatMap((file) => [
      ...directionFaults(file.path, imports.get(file.path) ?? []),
      ...wordFaults(file),
    ]),
    ...cycleFaults(imports),
  ];
}

function directionFaults(path: string, imports: readonly Import[]): string[] {
  const layer = layerOf(path);
  if (layer === undefined) return [`${path}: belongs to no layer`];
  return imports.flatMap(({ specifier, target }) => {
    const own = specifier.startsWith('.');
    const fine = own ? mayKnow(layer, target) : layer.packages === 'any' || layer.packages.includes(target);
    const sql = !own && DATABASE_PACKAGES.includes(target) && !mayTouchDatabase(path);
    return [
      ...(fine ? [] : [`${path}: may not import ${specifier}`]),
      ...(sql ? [`${path}: imports ${specifier} outside server/store/`] : []),
    ];
  });
}

/** A file of the same layer, or of one that it may know. */
function mayKnow(layer: Layer, target: string): boolean {
  const same = layerOf(target)?.holds.source === layer.holds.source;
  return same || layer.may.some((known) => known.test(target));
}

const mayTouchDatabase = (path: string): boolean => path.startsWith('server/store/') || excepted(path, 'sql');

function wordFaults({ path, text }: SourceFile): string[] {
  const faults: string[] = [];
  const code = codeOf(text);
  if (layerOf(path)?.pure)
    for (const [pattern, name] of IMPURE)
      if (pattern.test(code)) faults.push(`${path}:${lineOf(code, pattern)}: uses ${name}`);
  if (!mayTouchDatabase(path) && !path.startsWith('server/console/') && SQL.test(code))
    faults.push(`${path}:${lineOf(code, SQL)}: holds SQL outside server/store/`);
  const said = uncommented(text);
  if (
    !/^(?:adapters|server\/console)\//.test(path) &&
    !excepted(path, 'channel') &&
    CHANNEL_BY_NAME.test(said)
  )
    faults.push(`${path}:${lineOf(said, CHANNEL_BY_NAME)}: asks for a channel by its name`);
  return faults;
}

function lineOf(code: string, pattern: RegExp): number {
  return code.slice(0, code.search(pattern)).split('\n').length;
}

/** Cycles of imports that are there at run time, each once, from its first path in the alphabet. */
function cycleFaults(imports: ReadonlyMap<string, readonly Import[]>): string[] {
  const done = new Set<string>();
  const found = new Set<string>();
  const visit = (path: string, trail: string[]): void => {
    const start = trail.indexOf(path);
    if (start >= 0) found.add(fromFirst(trail.slice(start)));
    if (start >= 0 || done.has(path)) return;
    for (const { target, typeOnly } of imports.get(path) ?? [])
      if (!typeOnly && imports.has(target)) visit(target, [...trail, path]);
    done.add(path);
  };
  for (const path of [...imports.keys()].sort()) visit(path, []);
  return [...found].map((cycle) => `a cycle of imports: ${cycle}`);
}

function fromFirst(cycle: readonly string[]): string {
  const first = cycle.indexOf([...cycle].sort()[0] ?? '');
  const turned = [...cycle.slice(first), ...cycle.slice(0, first)];
  return [...turned, turned[0]].join(' → ');
}
