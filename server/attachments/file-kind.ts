/**
 * What a file is, by its own first bytes: what a platform or a name says is never trusted. Pictures, documents, recordings
 * and plain text are kept; nothing that a machine could run, and no archive that could hold such a thing.
 */

interface Signature {
  type: string;
  matches(bytes: Uint8Array): boolean;
}

const ascii = (bytes: Uint8Array, from: number, length: number) =>
  String.fromCharCode(...bytes.subarray(from, from + length));
const begins =
  (...head: number[]) =>
  (bytes: Uint8Array) =>
    head.every((byte, index) => bytes[index] === byte);
const brand = (bytes: Uint8Array) => (ascii(bytes, 4, 4) === 'ftyp' ? ascii(bytes, 8, 4) : '');

/** A zip that says within its first entries which office format it is; one with macros says so as well. */
function office(bytes: Uint8Array): string {
  if (!begins(0x50, 0x4b, 0x03, 0x04)(bytes)) return '';
  const names = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  if (!names.includes('[Content_Types].xml') || names.includes('vbaProject.bin')) return '';
  const part = ['word/', 'xl/', 'ppt/'].find((folder) => names.includes(folder));
  return part ? part.slice(0, -1) : '';
}

const OPEN_XML = 'application/vnd.openxmlformats-officedocument';
const SIGNATURES: readonly Signature[] = [
  { type: 'image/png', matches: begins(0x89, 0x50, 0x4e, 0x47) },
  { type: 'image/jpeg', matches: begins(0xff, 0xd8, 0xff) },
  { type: 'image/gif', matches: (bytes) => /^GIF8[79]a$/.test(ascii(bytes, 0, 6)) },
  { type: 'image/webp', matches: (bytes) => ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 4) === 'WEBP' },
  { type: 'image/bmp', matches: (bytes) => ascii(bytes, 0, 2) === 'BM' && bytes.length > 26 },
  { type: 'image/heic', matches: (bytes) => /^(?:heic|heix|mif1|hevc)$/.test(brand(bytes)) },
  { type: 'application/pdf', matches: (bytes) => ascii(bytes, 0, 5) === '%PDF-' },
  { type: `${OPEN_XML}.wordprocessingml.document`, matches: (bytes) => office(bytes) === 'word' },
  { type: `${OPEN_XML}.spreadsheetml.sheet`, matches: (bytes) => office(bytes) === 'xl' },
  { type: `${OPEN_XML}.presentationml.presentation`, matches: (bytes) => office(bytes) === 'ppt' },
  { type: 'video/quicktime', matches: (bytes) => brand(bytes) === 'qt  ' },
  { type: 'video/mp4', matches: (bytes) => brand(bytes) !== '' },
  { type: 'audio/ogg', matches: (bytes) => ascii(bytes, 0, 4) === 'OggS' },
  { type: 'audio/amr', matches: (bytes) => ascii(bytes, 0, 5) === '#!AMR' },
  { type: 'audio/mpeg', matches: (bytes) => ascii(bytes, 0, 3) === 'ID3' || begins(0xff, 0xfb)(bytes) },
  { type: 'audio/wav', matches: (bytes) => ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 4) === 'WAVE' },
];

/** Text by its content can still be run where its name says so. */
const RUNNABLE =
  /\.(?:exe|com|bat|cmd|ps1|psm1|vbs|vbe|js|jse|mjs|wsf|wsh|hta|scr|pif|msi|msp|jar|apk|lnk|reg|sh|py|pl|php|html?|xhtml|svg|xml|mht|url|desktop|iso|dll|sys|cpl|inf|docm|xlsm|pptm)$/i;

export type FileKind =
  | { ok: true; type: string }
  | { ok: false; reason: 'runnable' | 'archive' | 'unknown' | 'empty' };

export function fileKind(bytes: Uint8Array, name: string): FileKind {
  if (bytes.length === 0) return { ok: false, reason: 'empty' };
  if (RUNNABLE.test(name.trim())) return { ok: false, reason: 'runnable' };
  const known = SIGNATURES.find(({ matches }) => matches(bytes));
  if (known) return { ok: true, type: known.type };
  if (isArchive(bytes)) return { ok: false, reason: 'archive' };
  if (isRunnable(bytes)) return { ok: false, reason: 'runnable' };
  return isText(bytes) ? { ok: true, type: 'text/plain' } : { ok: false, reason: 'unknown' };
}

function isRunnable(bytes: Uint8Array): boolean {
  return ascii(bytes, 0, 2) === 'MZ' || ascii(bytes, 0, 4) === '\u007fELF' || ascii(bytes, 0, 2) === '#!';
}

function isArchive(bytes: Uint8Array): boolean {
  return ['PK\u0003\u0004', 'Rar!', '7z\u00bc\u00af', '\u001f\u008b'].some(
    (head) => ascii(bytes, 0, head.length) === head,
  );
}

function isText(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 64_000);
  if (head.includes(0)) return false;
  const text = new TextDecoder('utf-8').decode(head);
  return !/^\s*(?:<!doctype|<html|<script|<svg|<\?xml)/i.test(text);
}
