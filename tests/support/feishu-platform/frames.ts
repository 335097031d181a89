/** The frames of the long connection (protobuf `pbbp2.Frame`), as much of them as the SDK reads and writes. */

export interface Frame {
  service: number;
  /** 0: control, 1: data. */
  method: number;
  headers: Record<string, string>;
  payload: Uint8Array;
}

/** Field numbers and wire types of `pbbp2.Frame`. */
const FIELD = { seq: 1, log: 2, service: 3, method: 4, header: 5, payload: 8 } as const;
const VARINT = 0;
const BYTES = 2;

function varint(value: number): number[] {
  const bytes: number[] = [];
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return [...bytes, rest];
    bytes.push((rest % 128) + 128);
  }
}

function number(field: number, value: number): Buffer {
  return Buffer.from([...varint(field * 8 + VARINT), ...varint(value)]);
}

function bytes(field: number, value: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from([...varint(field * 8 + BYTES), ...varint(value.length)]), value]);
}

export function encodeFrame({ service, method, headers, payload }: Frame): Buffer {
  const pairs = Object.entries(headers).map(([key, value]) =>
    bytes(FIELD.header, Buffer.concat([bytes(1, Buffer.from(key)), bytes(2, Buffer.from(value))])),
  );
  return Buffer.concat([
    number(FIELD.seq, 0),
    number(FIELD.log, 0),
    number(FIELD.service, service),
    number(FIELD.method, method),
    ...pairs,
    bytes(FIELD.payload, payload),
  ]);
}

export function decodeFrame(buffer: Uint8Array): Frame {
  const frame: Frame = { service: 0, method: 0, headers: {}, payload: new Uint8Array() };
  for (const { field, value } of fieldsOf(buffer)) {
    if (field === FIELD.service && typeof value === 'number') frame.service = value;
    if (field === FIELD.method && typeof value === 'number') frame.method = value;
    if (field === FIELD.payload && typeof value !== 'number') frame.payload = value;
    if (field === FIELD.header && typeof value !== 'number') {
      const [key, text] = fieldsOf(value).map((one) => Buffer.from(one.value as Uint8Array).toString());
      if (key !== undefined) frame.headers[key] = text ?? '';
    }
  }
  return frame;
}

function fieldsOf(buffer: Uint8Array): { field: number; value: number | Uint8Array }[] {
  const found: { field: number; value: number | Uint8Array }[] = [];
  let at = 0;
  const next = (): number => {
    let value = 0;
    for (let shift = 1; ; shift *= 128) {
      const byte = buffer[at] ?? 0;
      at += 1;
      value += (byte % 128) * shift;
      if (byte < 128) return value;
    }
  };
  while (at < buffer.length) {
    const tag = next();
    const field = Math.floor(tag / 8);
    if (tag % 8 === VARINT) found.push({ field, value: next() });
    else {
      const length = next();
      found.push({ field, value: buffer.subarray(at, at + length) });
      at += length;
    }
  }
  return found;
}
