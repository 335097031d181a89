/** Reads a profile from its YAML file. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseDocument } from 'yaml';
import type { z } from 'zod';
import { lexiconOf, type Profile, type ProfileData, ProfileSchema } from '../desk/profile.ts';
import { checkReferences } from '../desk/profile-references.ts';

const SHIPPED = new URL('../../profiles/', import.meta.url);

/** A profile that cannot be used. `faults`: one line each with file, path in it, what was found and expected. */
export class ProfileError extends Error {
  readonly code = 'bad_profile';
  readonly faults: string[];

  constructor(faults: string[]) {
    super(faults.join('\n'));
    this.name = 'ProfileError';
    this.faults = faults;
  }
}

/**
 * Loads a shipped profile by its name, or one by its path (anything with a slash or ending in .yaml or .yml).
 * `zone` stands in the place of the profile's own. Throws ProfileError.
 */
export function loadProfile(nameOrPath: string, zone: string | null = null): Profile {
  const path = profilePath(nameOrPath);
  if (!existsSync(path))
    throw new ProfileError([`PROFILE is ${JSON.stringify(nameOrPath)}; expected ${expectedName(path)}`]);
  return parseProfile(readFileSync(path, 'utf8'), path, zone);
}

function profilePath(nameOrPath: string): string {
  const isPath = /[/\\]|\.ya?ml$/.test(nameOrPath);
  return isPath ? nameOrPath : fileURLToPath(new URL(`${encodeURIComponent(nameOrPath)}.yaml`, SHIPPED));
}

function expectedName(path: string): string {
  return `a name under profiles/, or the path of a YAML file (there is no ${path})`;
}

/** Checks a profile's text; `file` names it in faults. Throws ProfileError. */
export function parseProfile(text: string, file: string, zone: string | null = null): Profile {
  const document = parseDocument(text, { prettyErrors: true });
  if (document.errors.length > 0)
    throw new ProfileError(document.errors.map((error) => `${file}: ${firstLine(error.message)}`));
  const raw: unknown = document.toJS();
  const parsed = ProfileSchema.safeParse(raw);
  if (!parsed.success)
    throw new ProfileError(parsed.error.issues.map((issue) => `${file}: ${issueLine(issue, raw)}`));
  const faults = checkReferences(parsed.data);
  if (faults.length > 0)
    throw new ProfileError(faults.map((fault) => `${file}: ${pathText(fault.path)}: ${fault.message}`));
  return withLexicon(zone === null ? parsed.data : { ...parsed.data, zone });
}

function withLexicon(data: ProfileData): Profile {
  return { ...data, lexicon: lexiconOf(data) };
}

function firstLine(message: string): string {
  return (message.split('\n')[0] ?? message).replace(/:$/, '');
}

function issueLine(issue: z.core.$ZodIssue, raw: unknown): string {
  const found = JSON.stringify(valueAt(raw, issue.path)) ?? 'nothing';
  return `${pathText(issue.path)}: found ${found.slice(0, 80)}, ${issue.message}`;
}

function valueAt(raw: unknown, path: PropertyKey[]): unknown {
  let value = raw;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}

/** `teams[0].members[1].name`. */
function pathText(path: readonly PropertyKey[]): string {
  const text = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
  return text.replace(/^\./, '') || 'the whole file';
}
