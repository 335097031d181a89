import { expect, test } from 'vitest';
import { fileKind } from '../../../../server/attachments/file-kind.ts';

const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));

test.each([
  ['屏幕.png', '\u0089PNG\r\n', 'image/png'],
  ['IMG_1.JPG', '\u00ff\u00d8\u00ff\u00e0', 'image/jpeg'],
  ['说明.pdf', '%PDF-1.7', 'application/pdf'],
  ['录音.amr', '#!AMR\n', 'audio/amr'],
  ['a.mp4', '\0\0\0\u0018ftypisom', 'video/mp4'],
  ['报错.txt', 'error 0x80070035', 'text/plain'],
  ['清单.csv', 'a,b\n1,2', 'text/plain'],
])('%s is kept, as what its bytes say', (name, content, type) =>
  expect(fileKind(bytes(content), name)).toEqual({ ok: true, type }),
);

test('an office document is kept, one with macros is not', () => {
  const document = 'PK\u0003\u0004....[Content_Types].xml....word/document.xml';
  expect(fileKind(bytes(document), '报告.docx')).toMatchObject({ ok: true });
  expect(fileKind(bytes(`${document} word/vbaProject.bin`), '报告.docx').ok).toBe(false);
});

test.each([
  ['修复工具.exe', 'MZ\u0090'],
  ['屏幕.png', 'MZ\u0090'],
  ['run.txt', '#!/bin/sh\nrm -rf /'],
  ['说明.txt.bat', 'echo hi'],
  ['page.html', 'hello'],
  ['picture.svg', '<svg onload="x"/>'],
  ['readme.txt', '<!DOCTYPE html><script>1</script>'],
  ['日志.zip', 'PK\u0003\u0004....log.txt'],
  ['x', '\u007fELF'],
  ['空.txt', ''],
])('%s is not kept', (name, content) => expect(fileKind(bytes(content), name).ok).toBe(false));
