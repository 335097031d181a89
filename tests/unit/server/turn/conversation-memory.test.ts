import { describe, expect, test } from 'vitest';
import { newConversation } from '../../../../bot/dialogue/conversation.ts';
import { createConversationMemory } from '../../../../server/turn/conversation-memory.ts';

const saved = (version: number) => ({ conversation: { ...newConversation(), said: version }, version });

describe('what a server remembers of conversations', () => {
  test('is what it saved last', () => {
    const memory = createConversationMemory();
    expect(memory.recall('a')).toBeUndefined();
    memory.keep('a', saved(1), null);
    memory.keep('a', saved(2), 1);
    expect(memory.recall('a')).toMatchObject(saved(2));
  });

  test('is not relied on while another server works the conversation too', () => {
    const memory = createConversationMemory();
    memory.keep('a', saved(2), 1);
    memory.keep('a', saved(6), 5);
    expect(memory.recall('a')).toBeUndefined();
    memory.keep('a', saved(7), 6);
    expect(memory.recall('a')).toMatchObject(saved(7));
  });

  test('is what was used last, where it is too much', () => {
    const memory = createConversationMemory(2);
    memory.keep('a', saved(1), null);
    memory.keep('b', saved(1), null);
    memory.keep('a', saved(2), 1);
    memory.keep('c', saved(1), null);
    expect(['a', 'b', 'c'].filter((key) => memory.recall(key))).toEqual(['a', 'c']);
  });
});
