/** What a keeper does with an entry: drafts it, changes it, publishes and retires it, decides a conflict with the folder. */
import type { Entry, Fault } from '../../knowledge/entry.ts';
import { parseEntry } from '../../knowledge/parse-entry.ts';
import {
  type ArticleStatus,
  addArticle,
  changeArticle,
  type KeptArticle,
  lockArticle,
} from '../store/articles.ts';
import type { Trx } from '../store/database.ts';
import { hashOf } from './import-articles.ts';

export interface Keeper {
  actor: string;
  /** Epoch milliseconds. */
  now: number;
}

export type Kept =
  /** `told`: how many people heard of it. */
  | { ok: true; id: string; version: number; status: ArticleStatus; told?: number }
  | { ok: false; reason: 'not_found' | 'taken' }
  /** Somebody else changed it since it was read. */
  | { ok: false; reason: 'stale'; current: KeptArticle }
  | { ok: false; reason: 'no_conflict' | 'not_from_here' }
  | { ok: false; reason: 'faults'; faults: Fault[] };

/** Which status may follow which; a retired entry comes back as a draft, to be looked at first. */
const NEXT: Readonly<Record<ArticleStatus, readonly ArticleStatus[]>> = {
  draft: ['published', 'retired'],
  published: ['retired', 'draft'],
  retired: ['draft'],
};

/** Reads what a keeper wrote; `transcript` is kept from the entry before, because it stands in a file of its own. */
export function readWritten(
  markdown: string,
  before: Entry | null,
): { ok: true; entry: Entry } | { ok: false; reason: 'faults'; faults: Fault[] } {
  const { entry, faults } = parseEntry('entry.md', markdown);
  const errors = faults.filter(({ severity }) => severity === 'error');
  if (!entry || errors.length > 0) return { ok: false, reason: 'faults', faults: errors };
  return { ok: true, entry: { ...entry, transcript: before?.transcript ?? [] } };
}

export async function draftArticle(trx: Trx, keeper: Keeper, markdown: string): Promise<Kept> {
  const written = readWritten(markdown, null);
  if (!written.ok) return written;
  const { entry } = written;
  const added = await addArticle(trx, entry, hashOf(entry), { actor: keeper.actor, at: keeper.now });
  return added ? { ok: true, id: entry.id, version: 1, status: 'draft' } : { ok: false, reason: 'taken' };
}

/** Changes an entry that the keeper saw in `version`. Its id stays. */
export async function editArticle(
  trx: Trx,
  keeper: Keeper,
  { id, version, markdown }: { id: string; version: number; markdown: string },
): Promise<Kept> {
  const kept = await lockArticle(trx, id);
  const refusal = refusalOf(kept, version);
  if (refusal || !kept) return refusal ?? { ok: false, reason: 'not_found' };
  const written = readWritten(markdown, kept.entry);
  if (!written.ok) return written;
  const entry = { ...written.entry, id };
  const content = { entry, hash: hashOf(entry) };
  await changeArticle(trx, id, { actor: keeper.actor, at: keeper.now, action: 'edited', content });
  return { ok: true, id, version: kept.version + 1, status: kept.status };
}

export async function moveArticle(
  trx: Trx,
  keeper: Keeper,
  { id, version, status }: { id: string; version: number; status: ArticleStatus },
): Promise<Kept> {
  const kept = await lockArticle(trx, id);
  const refusal = refusalOf(kept, version);
  if (refusal || !kept) return refusal ?? { ok: false, reason: 'not_found' };
  if (!NEXT[kept.status].includes(status)) return { ok: false, reason: 'not_from_here' };
  await changeArticle(trx, id, { actor: keeper.actor, at: keeper.now, action: status, status });
  return { ok: true, id, version: kept.version + 1, status };
}

/** Takes the folder's content, or keeps the desk's; the other stays in the history. */
export async function decideConflict(
  trx: Trx,
  keeper: Keeper,
  { id, version, keep }: { id: string; version: number; keep: 'folder' | 'desk' },
): Promise<Kept> {
  const kept = await lockArticle(trx, id);
  const refusal = refusalOf(kept, version);
  if (refusal || !kept) return refusal ?? { ok: false, reason: 'not_found' };
  if (!kept.conflict) return { ok: false, reason: 'no_conflict' };
  const settledHash = hashOf(kept.conflict);
  const content = keep === 'folder' ? { content: { entry: kept.conflict, hash: settledHash } } : {};
  const action = keep === 'folder' ? 'took_folder' : 'kept_desk';
  await changeArticle(trx, id, { actor: keeper.actor, at: keeper.now, action, settledHash, ...content });
  return { ok: true, id, version: kept.version + 1, status: kept.status };
}

function refusalOf(kept: KeptArticle | null, version: number): Extract<Kept, { ok: false }> | null {
  if (!kept) return { ok: false, reason: 'not_found' };
  return kept.version === version ? null : { ok: false, reason: 'stale', current: kept };
}
