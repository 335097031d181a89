/** A fetch that reads the whole body, up to a size, and follows nobody: a redirect would take the message elsewhere. */

type Fetch = typeof globalThis.fetch;

/** Rejects where the body is longer than `most` bytes or breaks off. The signal of the request covers the body too. */
export function boundedFetch(most: number, send: Fetch = globalThis.fetch): Fetch {
  return async (input, init) => {
    const response = await send(input, { ...init, redirect: 'manual' });
    const body = await readBody(response, most);
    const { status, statusText, headers } = response;
    return new Response(body.length > 0 ? body : null, { status, statusText, headers });
  };
}

async function readBody(response: Response, most: number): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    // Leaving the loop cancels the stream.
    if (length > most) throw new Error('the answer is too long');
    chunks.push(chunk);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
