/** What a TypeScript file imports and which globals it speaks of, read without a compiler. Pure. */

export interface SourceFile {
  /** From the root of the project, with `/`. */
  path: string;
  text: string;
}

export interface Import {
  /** As written. */
  specifier: string;
  /** A path from the root of the project, `node:…`, or a package's name. */
  target: string;
  /** Gone at run time. `import { type A }` is not: the module is still loaded. */
  typeOnly: boolean;
}

/** A string, a comment or a regular expression, whichever comes first; templates stay code, for what stands in `${}`. */
const TOKEN =
  /(?<string>"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')|(?<comment>\/\/[^\n]*|\/\*[\s\S]*?\*\/)|(?<template>`(?:\\.|[^`\\])*`)|(?<=(?:[=(,:[!&|?{};>+]|\breturn|^)\s*)(?<regex>\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/)/gm;

const blank = (text: string): string => text.replace(/[^\n]/g, ' ');

/** The code with its comments blanked, and its strings and regular expressions too where `keepStrings` does not stand. */
function withoutWords(text: string, keepStrings: boolean): string {
  return text.replace(TOKEN, (found: string, ...rest: unknown[]) => {
    const { comment, template } = rest.at(-1) as Record<string, string | undefined>;
    if (comment !== undefined) return blank(found);
    return template !== undefined || keepStrings ? found : blank(found);
  });
}

/** Without comments, strings and regular expressions: what is left can only be code. Lines stay where they were. */
export const codeOf = (text: string): string => withoutWords(text, false);

/** Without comments alone. */
export const uncommented = (text: string): string => withoutWords(text, true);

const STATEMENT = /^[ \t]*(?:import|export)\b([^;'"`]*?)\bfrom\s*(['"])(?<specifier>[^'"\n]+)\2/gm;
const BARE = /^[ \t]*import\s*(['"])(?<specifier>[^'"\n]+)\1/gm;
const DYNAMIC = /\bimport\s*\(\s*(['"`])(?<specifier>[^'"`\n]+)\1/g;

/** Every import, re-export and dynamic import of a file. */
export function importsOf({ path, text }: SourceFile): Import[] {
  const code = uncommented(text);
  const found = [STATEMENT, BARE, DYNAMIC].flatMap((pattern) => [...code.matchAll(pattern)]);
  return found.map((match) => {
    const specifier = match.groups?.specifier ?? '';
    const typeOnly = /^\s*(?:import|export)\s+type\b/.test(match[0]);
    return { specifier, target: targetOf(specifier, path), typeOnly };
  });
}

function targetOf(specifier: string, from: string): string {
  if (specifier.startsWith('node:')) return specifier;
  if (!specifier.startsWith('.'))
    return specifier
      .split('/')
      .slice(0, specifier.startsWith('@') ? 2 : 1)
      .join('/');
  const parts = from.split('/').slice(0, -1);
  for (const part of specifier.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}
