import { describe, expect, test } from 'vitest';
import { affectedKeys, parseEvent } from '../../../server/console/src/live/affected-keys.ts';

describe('a live event', () => {
  test.each([
    ['{"type":"chat","user":"u1"}', [['chat', 'u1']]],
    ['{"type":"group","group":"dispatch"}', [['group', 'dispatch']]],
    ['{"type":"ticket","number":"T20261120-0001"}', [['tickets'], ['ticket', 'T20261120-0001'], ['calls']]],
    ['{"type":"ticket"}', [['tickets'], ['ticket'], ['calls']]],
    ['{"type":"meeting","number":"M20261120-0001"}', [['meetings']]],
  ])('%s has that read again', (data, keys) => {
    const event = parseEvent(data);
    expect(event && affectedKeys(event)).toEqual(keys);
  });

  test.each(['', 'ping', 'null', '[]', '{"type":"weather"}'])('%j is passed over', (data) => {
    expect(parseEvent(data)).toBeNull();
  });
});
