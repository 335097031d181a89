/**
 * Vectors in a file, so that a restart asks for none again: one JSON record a line, the newest last. It holds nothing that
 * could not be asked for once more; a line that cannot be read is left out.
 */
import { appendFile, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';

const Line = z.object({ key: z.string(), vector: z.string() });

export interface VectorStore {
  read(): Promise<Map<string, Float32Array>>;
  /** Behind what is there. */
  add(vectors: ReadonlyMap<string, Float32Array>): Promise<void>;
  /** These alone. */
  replace(vectors: ReadonlyMap<string, Float32Array>): Promise<void>;
}

export function vectorFile(path: string): VectorStore {
  return {
    async read() {
      const lines = (await textOf(path)).split('\n').filter((line) => line !== '');
      return new Map(lines.flatMap((line) => readLine(line)));
    },
    async add(vectors) {
      await mkdir(dirname(path), { recursive: true });
      await appendFile(path, linesOf(vectors), { mode: 0o600 });
    },
    async replace(vectors) {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(`${path}.new`, linesOf(vectors), { mode: 0o600 });
      await rename(`${path}.new`, path);
    },
  };
}

/** Where nothing is kept. */
export const forgetfulVectors: VectorStore = {
  read: async () => new Map(),
  add: async () => {},
  replace: async () => {},
};

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}

const linesOf = (vectors: ReadonlyMap<string, Float32Array>) =>
  [...vectors]
    .map(([key, { buffer, byteOffset, byteLength }]) => {
      const vector = Buffer.from(buffer, byteOffset, byteLength).toString('base64');
      return `${JSON.stringify({ key, vector })}\n`;
    })
    .join('');

function readLine(line: string): [string, Float32Array][] {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    // The last line of a process that was killed.
    return [];
  }
  const parsed = Line.safeParse(value);
  if (!parsed.success) return [];
  const bytes = Buffer.from(parsed.data.vector, 'base64');
  if (bytes.length === 0 || bytes.length % 4 !== 0) return [];
  return [[parsed.data.key, new Float32Array(new Uint8Array(bytes).buffer)]];
}
