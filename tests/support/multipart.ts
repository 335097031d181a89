/** The parts of a `multipart/form-data` body; a part with bytes that are no text stays bytes. */

export interface Part {
  name: string;
  filename?: string;
  bytes: Buffer;
}

/** Throws where the body is not what its type says. */
export function partsOf(body: Buffer, contentType: string): Part[] {
  const boundary = /boundary=(?:"([^"]+)"|([^;]+))/.exec(contentType);
  const mark = `--${boundary?.[1] ?? boundary?.[2]}`;
  const text = body.toString('latin1');
  const pieces = text.split(mark).slice(1, -1);
  return pieces.map((piece) => {
    const [head = '', ...rest] = piece.replace(/^\r\n/, '').split('\r\n\r\n');
    const headers = Buffer.from(head, 'latin1').toString('utf8');
    const name = /[; ]name="?([^";\r\n]+)"?/.exec(headers)?.[1];
    if (name === undefined) throw new Error('a part without a name');
    const filename = /filename="?([^";\r\n]+)"?/.exec(headers)?.[1];
    const bytes = Buffer.from(rest.join('\r\n\r\n').replace(/\r\n$/, ''), 'latin1');
    return { name, ...(filename === undefined ? {} : { filename: decodeURIComponent(filename) }), bytes };
  });
}

export function isMultipart(contentType: string | undefined): contentType is string {
  return contentType?.startsWith('multipart/form-data') === true;
}
