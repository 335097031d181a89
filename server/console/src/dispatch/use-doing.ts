import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { problemWords } from '../texts/problem-words.ts';
import { usePage } from '../ui/page-context.tsx';

/** Something is done at the desk, and what it changes is read again; a refusal is told in the server's words. */
export function useDoing<T>(
  keys: readonly (readonly string[])[],
  work: (given: T) => Promise<unknown>,
  whenDone: () => void = () => {},
) {
  const { texts } = usePage();
  const { message } = App.useApp();
  const client = useQueryClient();
  return useMutation({
    mutationFn: work,
    onSuccess: async () => {
      for (const queryKey of keys) await client.invalidateQueries({ queryKey });
      whenDone();
    },
    onError: (error) => void message.warning(problemWords(error, texts), 6),
  });
}
