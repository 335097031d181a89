import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { KEYS } from '../live/affected-keys.ts';
import { problemWords } from '../texts/problem-words.ts';
import { usePage } from '../ui/page-context.tsx';

/** Does something to the base, reads it anew, and tells in words what went wrong. */
export function useSaving<In, Out>(work: (input: In) => Promise<Out>, done?: (out: Out) => void) {
  const { texts } = usePage();
  const { message } = App.useApp();
  const client = useQueryClient();
  return useMutation({
    mutationFn: work,
    onSuccess: async (out: Out) => {
      await client.invalidateQueries({ queryKey: KEYS.knowledge });
      done?.(out);
    },
    onError: (error) => void message.warning(problemWords(error, texts), 8),
  });
}
