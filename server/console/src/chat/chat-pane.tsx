import { useState } from 'react';
import type { Identity } from '../api.ts';
import { api, newId } from '../api.ts';
import { mergeCards, notYetShown } from '../feed.ts';
import { KEYS } from '../live/affected-keys.ts';
import { useFeed } from '../live/use-feed.ts';
import { Composer } from '../ui/composer.tsx';
import { usePage } from '../ui/page-context.tsx';
import { Pane } from '../ui/pane.tsx';
import { useStoredState } from '../ui/stored-state.ts';
import { Trouble } from '../ui/trouble.tsx';
import { ChatLog } from './chat-log.tsx';
import { areIdentities, currentIdentity, firstIdentities } from './identities.ts';
import { IdentityChooser } from './identity-chooser.tsx';
import { useSending } from './use-sending.ts';

function Talk({ user, everyMs }: { user: Identity; everyMs: number }) {
  const { texts } = usePage();
  const feed = useFeed({
    queryKey: KEYS.chat(user.id),
    enabled: true,
    everyMs,
    read: (after, signal) => api.chat(user.id, after, signal),
  });
  const sender = useSending(user);
  const items = feed.data?.items ?? [];
  const say = (text: string) => sender.send({ text }, text, items.at(-1)?.id);
  return (
    <>
      {feed.isError && <Trouble error={feed.error} retry={() => void feed.refetch()} />}
      <ChatLog
        loading={feed.isPending}
        items={mergeCards(items)}
        sending={notYetShown(items, sender.sending)}
        working={sender.sending.some((message) => message.error === undefined)}
        sender={sender}
        onExample={say}
        onPress={(action, form) =>
          sender.send(
            { action: { id: action.id, value: action.value, ...(form ? { form } : {}) } },
            action.label,
            items.at(-1)?.id,
          )
        }
      />
      <Composer rows={2} label={texts.chat.input} placeholder={texts.chat.placeholder} onSend={say} />
    </>
  );
}

/** The conversation of one member of staff with the desk. */
export function ChatPane({ hidden, everyMs }: { hidden: boolean; everyMs: number }) {
  const { texts } = usePage();
  const [fresh] = useState(() => firstIdentities(newId('web')));
  const [identities, keep] = useStoredState('console.identities', fresh, areIdentities);
  const user = currentIdentity(identities);
  return (
    <Pane
      name={texts.panes.chat}
      className="pane-chat"
      hidden={hidden}
      aside={<IdentityChooser identities={identities} onChange={keep} />}
    >
      <Talk key={user.id} user={user} everyMs={everyMs} />
    </Pane>
  );
}
