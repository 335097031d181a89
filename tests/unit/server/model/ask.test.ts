import { describe, expect, it } from 'vitest';
import { ask } from '../../../../server/model/ask.ts';
import type { Completion, Endpoint } from '../../../../server/model/endpoint.ts';
import { ModelError } from '../../../../server/model/model-error.ts';
import { handClock } from './parts.ts';

const prompt = { system: '', user: '' };
const good: Completion = { content: '{}', tokens: 1 };
const settled = () => new Promise((resolve) => setImmediate(resolve));

/** Each call is answered by the next outcome; `silent` never is. */
function scripted(...outcomes: (Completion | ModelError | 'silent')[]): Endpoint & { calls: number } {
  const endpoint = {
    calls: 0,
    async complete(): Promise<Completion> {
      endpoint.calls += 1;
      const outcome = outcomes.shift() ?? good;
      if (outcome === 'silent') return new Promise<never>(() => {});
      if (outcome instanceof ModelError) throw outcome;
      return outcome;
    },
  };
  return endpoint;
}

/** Asks with four seconds in all; moves the clock by `steps`, one after the other. */
async function asked(endpoint: Endpoint, steps: number[] = [], closing = new AbortController()) {
  const clock = handClock();
  const answer = ask({ endpoint, clock, timeoutMs: 4000 }, prompt, closing.signal).catch(
    (error: ModelError) => error.code,
  );
  for (const step of steps) {
    await settled();
    clock.pass(step);
  }
  return answer;
}

describe('a question', () => {
  it.each(['network', 'unavailable'] as const)('is put once more after %s', async (code) => {
    const endpoint = scripted(new ModelError(code));
    expect(await asked(endpoint, [100])).toEqual(good);
    expect(endpoint.calls).toBe(2);
  });

  it('is put once more, not twice', async () => {
    const endpoint = scripted(new ModelError('unavailable'), new ModelError('unavailable'));
    expect(await asked(endpoint, [100])).toBe('unavailable');
    expect(endpoint.calls).toBe(2);
  });

  it.each(['refused', 'unauthorized', 'malformed', 'timeout'] as const)(
    'is not put again after %s',
    async (code) => {
      const endpoint = scripted(new ModelError(code));
      expect(await asked(endpoint)).toBe(code);
      expect(endpoint.calls).toBe(1);
    },
  );

  it('waits as long as a limited endpoint says, where there is the time', async () => {
    const endpoint = scripted(new ModelError('rate_limited', { retryAfterMs: 2000 }));
    expect(await asked(endpoint, [1999, 1])).toEqual(good);
  });

  it.each([4000, 60_000, null])(
    'does not wait where there is not, or nobody knows: %s',
    async (retryAfterMs) => {
      const endpoint = scripted(new ModelError('rate_limited', { retryAfterMs }));
      expect(await asked(endpoint)).toBe('rate_limited');
      expect(endpoint.calls).toBe(1);
    },
  );

  it('ends with its time, though the endpoint hears no abort', async () => {
    expect(await asked(scripted('silent'), [3999, 1])).toBe('timeout');
  });

  it('ends with its time in the second try as well, which has no time of its own', async () => {
    const endpoint = scripted(new ModelError('rate_limited', { retryAfterMs: 3000 }), 'silent');
    expect(await asked(endpoint, [3000, 1000])).toBe('timeout');
    expect(endpoint.calls).toBe(2);
  });

  it('ends while it waits to be put again', async () => {
    const endpoint = scripted(new ModelError('rate_limited', { retryAfterMs: 3999 }));
    const closing = new AbortController();
    const answer = asked(endpoint, [10], closing);
    await settled();
    closing.abort();
    expect(await answer).toBe('closed');
  });

  it('ends at once where the desk stops', async () => {
    const closing = new AbortController();
    const answer = asked(scripted('silent'), [], closing);
    closing.abort();
    expect(await answer).toBe('closed');
  });
});
