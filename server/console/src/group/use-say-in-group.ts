import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useRef } from 'react';
import type { Said } from '../api.ts';
import { api, newId } from '../api.ts';
import type { Feed } from '../feed.ts';
import { KEYS } from '../live/affected-keys.ts';
import type { GroupItem, Member, Reply } from '../shapes.ts';
import { problemWords } from '../texts/problem-words.ts';
import { usePage } from '../ui/page-context.tsx';

interface Saying {
  said: Said;
  /** Key of the card whose button was pressed. */
  card?: string | undefined;
}

/** Sends a command or a pressed button to the group; what was answered and is not in the group is shown in passing. */
export function useSayInGroup(group: string, me: Member | undefined) {
  const { texts } = usePage();
  const { message } = App.useApp();
  const client = useQueryClient();
  const showPrivate = (replies: Reply[]) => {
    const feed = client.getQueryData<Feed<GroupItem>>(KEYS.group(group));
    const inGroup = new Set(feed?.items.map((item) => item.reply?.text));
    for (const reply of replies) if (!inGroup.has(reply.text)) void message.info(reply.text, 6);
  };
  // The same once more after a failure goes under the same id: the first may have arrived after all.
  const unsure = useRef<{ content: string; messageId: string } | null>(null);
  return useMutation({
    mutationFn: async ({ said }: Saying) => {
      if (!me) throw new Error('nobody was chosen to speak as');
      const content = JSON.stringify([me.id, said]);
      const messageId = unsure.current?.content === content ? unsure.current.messageId : newId('g');
      unsure.current = { content, messageId };
      const answer = await api.sayInGroup(group, messageId, { id: me.id, name: me.name }, said);
      unsure.current = null;
      return answer;
    },
    onSuccess: async ({ replies }) => {
      await client.invalidateQueries({ queryKey: KEYS.group(group) });
      void client.invalidateQueries({ queryKey: KEYS.tickets });
      showPrivate(replies);
    },
    onError: (error) => {
      void message.warning(problemWords(error, texts), 6);
    },
  });
}
