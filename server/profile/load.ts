/** Reads a profile from its YAML file. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseDocument } from 'yaml';
import type { z } from 'zod';
import { plainValue } from '../../knowledge/plain-yaml.ts';
import { lexiconOf, type Profile, type ProfileData, ProfileSchema } from '../desk/profile.ts';
import { contradictions } from '../desk/profile-contradictions.ts';
import { checkReferences } from '../desk/profile-references.ts';
import { isZone } from '../desk/zone-days.ts';
import { withHolidayYears } from './holiday-years.ts';

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
  if (zone !== null && !isZone(zone))
    throw new ProfileError([
      `TZ_NAME is ${JSON.stringify(zone)}; expected an IANA zone such as Asia/Shanghai`,
    ]);
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
  // The faults after the first mostly follow from it.
  const [unreadable] = document.errors;
  if (unreadable) throw new ProfileError([`${file}: ${firstLine(unreadable.message)}`]);
  const plain = plainValue(document);
  if (!plain.ok)
    throw new ProfileError([`${file}: ${plain.error}; expected YAML without aliases that lead nowhere`]);
  const raw = plain.value;
  const parsed = ProfileSchema.safeParse(raw);
  if (!parsed.success)
    throw new ProfileError(parsed.error.issues.map((issue) => `${file}: ${issueLine(issue, raw)}`));
  const faults = [...checkReferences(parsed.data), ...contradictions(parsed.data)];
  if (faults.length > 0)
    throw new ProfileError(faults.map((fault) => `${file}: ${pathText(fault.path)}: ${fault.message}`));
  const filled = withHolidayYears(parsed.data, file);
  if (!filled.ok) throw new ProfileError(filled.faults.map((fault) => `${file}: holidayYears: ${fault}`));
  return withLexicon(zone === null ? filled.profile : { ...filled.profile, zone });
}

function withLexicon(data: ProfileData): Profile {
  return { ...data, lexicon: lexiconOf(data) };
}

function firstLine(message: string): string {
  return (message.split('\n')[0] ?? message).replace(/:$/, '');
}

function issueLine(issue: z.core.$ZodIssue, raw: unknown): string {
  const { path, message } = closest(issue);
  const found = JSON.stringify(valueAt(raw, path)) ?? 'nothing';
  return `${pathText(path)}: found ${found.slice(0, 80)}, ${message}`;
}

/** Of a choice between shapes, the fault of the shape that went furthest, or that took the value's type. */
function closest(issue: z.core.$ZodIssue): { path: PropertyKey[]; message: string } {
  if (issue.code === 'unrecognized_keys')
    return { path: [...issue.path, ...issue.keys.slice(0, 1)], message: 'expected no such name here' };
  if (issue.code !== 'invalid_union') return issue;
  const firsts = issue.errors.flatMap((errors) => errors.slice(0, 1)).map(closest);
  const depth = Math.max(0, ...firsts.map((first) => first.path.length));
  const best = firsts.find((first) => first.path.length === depth && depth > 0) ?? firsts[0];
  if (best === undefined || issue.message !== 'Invalid input')
    return { path: issue.path, message: issue.message };
  return { path: [...issue.path, ...best.path], message: best.message };
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
