import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Identity, Said } from '../api.ts';
import { api, newId } from '../api.ts';
import type { Unsent } from '../feed.ts';
import { KEYS } from '../live/affected-keys.ts';
import type { ChatItem, Reply, ShownFile } from '../shapes.ts';

export interface Sending extends Unsent {
  said: Said;
  files: ShownFile[];
  at: string;
  /** What went wrong, where it did; absent while it is on its way. */
  error?: unknown;
}

export interface Sender {
  /** On their way, or failed. */
  sending: Sending[];
  /** Buttons whose press has arrived. */
  pressed: Sending[];
  /** All that arrived while the page was open, with the answers: for one who may not read the feed. */
  transcript: ChatItem[];
  send: (said: Said, shown: string, after: string | undefined, files?: ShownFile[]) => void;
  retry: (messageId: string) => void;
  discard: (messageId: string) => void;
}

function linesOf(message: Sending, replies: Reply[]): ChatItem[] {
  const { messageId, at, shown, files } = message;
  const answers = replies.map((reply, index) => ({
    id: `${messageId}-${index}`,
    at: new Date().toISOString(),
    from: 'desk' as const,
    reply,
  }));
  return [{ id: messageId, at, from: 'user', text: shown, files }, ...answers];
}

const withoutError = ({ error: _, ...message }: Sending): Sending => message;

/**
 * Messages on their way to the desk, one after the other. One that failed stays, and is sent again under the same
 * `messageId`: where the first try did arrive after all, the second changes nothing.
 */
export function useSending(user: Identity): Sender {
  const client = useQueryClient();
  const [sending, setSending] = useState<Sending[]>([]);
  const [pressed, setPressed] = useState<Sending[]>([]);
  const [transcript, setTranscript] = useState<ChatItem[]>([]);
  const line = useRef<Promise<void>>(Promise.resolve());
  const drop = (messageId: string) => setSending((all) => all.filter((one) => one.messageId !== messageId));

  const post = async (message: Sending) => {
    try {
      const { replies } = await api.say(message.messageId, user, message.said);
      await client.invalidateQueries({ queryKey: KEYS.chat(user.id) });
      setTranscript((lines) => [...lines, ...linesOf(message, replies)]);
      if ('action' in message.said) setPressed((all) => [...all, message]);
      drop(message.messageId);
    } catch (error) {
      setSending((all) => all.map((one) => (one.messageId === message.messageId ? { ...one, error } : one)));
    }
  };
  const enqueue = (message: Sending) => {
    line.current = line.current.then(() => post(message));
  };

  return {
    sending,
    pressed,
    transcript,
    send(said, shown, after, files = []) {
      const message = { messageId: newId('m'), said, shown, after, files, at: new Date().toISOString() };
      setSending((all) => [...all, message]);
      enqueue(message);
    },
    retry(messageId) {
      const message = sending.find((one) => one.messageId === messageId);
      if (!message) return;
      const again = withoutError(message);
      setSending((all) => all.map((one) => (one.messageId === messageId ? again : one)));
      enqueue(again);
    },
    discard: drop,
  };
}
