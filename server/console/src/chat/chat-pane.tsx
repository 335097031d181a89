import { useState } from 'react';
import type { Identity } from '../api.ts';
import { api, newId } from '../api.ts';
import { mergeCards, notYetShown, withPressed } from '../feed.ts';
import { KEYS } from '../live/affected-keys.ts';
import { useFeed } from '../live/use-feed.ts';
import type { ShownFile } from '../shapes.ts';
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
  const { texts, role } = usePage();
  // One who only posts may not read what was said before; the page then shows what it was answered.
  const mayRead = role !== 'chat';
  const feed = useFeed({
    queryKey: KEYS.chat(user.id),
    enabled: mayRead,
    everyMs,
    read: (after, signal) => api.chat(user.id, after, signal),
  });
  const sender = useSending(user);
  const read = feed.data?.items ?? [];
  const items = mayRead ? withPressed(read, notYetShown(read, sender.pressed)) : sender.transcript;
  const say = (text: string, files: ShownFile[] = []) => {
    const ids = files.map(({ id }) => id);
    const said = { ...(text ? { text } : {}), ...(ids.length > 0 ? { files: ids } : {}) };
    sender.send(said, text, read.at(-1)?.id, files);
  };
  return (
    <>
      {feed.isError && <Trouble error={feed.error} retry={() => void feed.refetch()} />}
      <ChatLog
        loading={mayRead && feed.isPending}
        items={mergeCards(items)}
        sending={notYetShown(read, sender.sending)}
        working={sender.sending.some((message) => message.error === undefined)}
        sender={sender}
        onExample={say}
        onPress={(action, form) =>
          sender.send(
            { action: { id: action.id, value: action.value, ...(form ? { form } : {}) } },
            action.label,
            read.at(-1)?.id,
          )
        }
      />
      <Composer
        rows={2}
        label={texts.chat.input}
        placeholder={texts.chat.placeholder}
        upload={(file) => api.upload(user, file)}
        onSend={say}
      />
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
