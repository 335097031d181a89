import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Segmented, Select } from 'antd';
import { useRef, useState } from 'react';
import type { Said } from '../api.ts';
import { ApiError, api, newId } from '../api.ts';
import { engineersOf, groupOf } from '../desk-names.ts';
import { isWaiting, mergeCards } from '../feed.ts';
import { KEYS } from '../live/affected-keys.ts';
import { useFeed } from '../live/use-feed.ts';
import type { GroupItem, Member, Reply } from '../shapes.ts';
import { problemWords } from '../texts/problem-words.ts';
import { Composer } from '../ui/composer.tsx';
import { usePage } from '../ui/page-context.tsx';
import { Blank, Pane } from '../ui/pane.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { GroupLog } from './group-log.tsx';

interface Saying {
  said: Said;
  /** Key of the card whose button was pressed. */
  card?: string | undefined;
}

/** Sends a command or a pressed button to the group; what was answered and is not in the group is shown in passing. */
function useSayInGroup(group: string, me: Member | undefined, feed: () => readonly GroupItem[]) {
  const { texts } = usePage();
  const { message } = App.useApp();
  const client = useQueryClient();
  const showPrivate = (replies: Reply[]) => {
    const inGroup = new Set(feed().map((item) => item.reply?.text));
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

function EngineerChooser({ me, onChoose }: { me: Member | undefined; onChoose: (id: string) => void }) {
  const { texts, desk } = usePage();
  const options = (desk?.teams ?? []).map((team) => ({
    label: team.name,
    title: team.name,
    options: team.members.map(({ id, name }) => ({ value: id, label: name })),
  }));
  return (
    <div className="i-am">
      <span aria-hidden="true">{texts.group.iAm}</span>
      <Select
        size="small"
        variant="borderless"
        aria-label={texts.group.iAm}
        placeholder={texts.group.chooseEngineer}
        popupMatchSelectWidth={false}
        value={me?.id ?? null}
        options={options}
        onChange={(id) => id && onChoose(id)}
      />
    </div>
  );
}

interface GroupPaneProps {
  hidden: boolean;
  everyMs: number;
  me: Member | undefined;
  onChoose: (id: string) => void;
}

/** The dispatch group: cards to accept, pass on, hold and finish, and a line to type commands. */
export function GroupPane({ hidden, everyMs, me, onChoose }: GroupPaneProps) {
  const { texts, desk, role } = usePage();
  const [shown, setShown] = useState<'all' | 'waiting'>('all');
  const group = groupOf(desk);
  const feed = useFeed<GroupItem>({
    queryKey: KEYS.group(group),
    enabled: true,
    everyMs,
    read: (after, signal) => api.group(group, after, signal),
  });
  const absent = feed.error instanceof ApiError && feed.error.status === 404;
  const client = useQueryClient();
  const latest = () => client.getQueryData<{ items: GroupItem[] }>(KEYS.group(group))?.items ?? [];
  const saying = useSayInGroup(group, me, latest);
  const items = mergeCards(feed.data?.items ?? []);
  const waiting = items.filter(isWaiting);
  const mayAct = (role === 'dispatcher' || role === 'admin') && engineersOf(desk).length > 0;
  return (
    <Pane
      name={texts.panes.group}
      className="pane-group"
      hidden={hidden}
      aside={mayAct && <EngineerChooser me={me} onChoose={onChoose} />}
    >
      <div className="filters">
        <Segmented
          size="small"
          value={shown}
          options={[
            { value: 'all', label: texts.group.all },
            { value: 'waiting', label: texts.group.waiting(waiting.length) },
          ]}
          onChange={setShown}
        />
      </div>
      {absent && <Blank title={texts.group.absent} />}
      {feed.isError && !absent && <Trouble error={feed.error} retry={() => void feed.refetch()} />}
      <GroupLog
        loading={feed.isPending}
        absent={absent}
        items={shown === 'all' ? items : waiting}
        onlyWaiting={shown === 'waiting'}
        me={me}
        mayAct={mayAct}
        busyCard={saying.isPending ? saying.variables.card : undefined}
        onPress={(card, action, form) =>
          saying.mutate({
            said: { action: { id: action.id, value: action.value, ...(form ? { form } : {}) } },
            card,
          })
        }
      />
      {mayAct ? (
        <Composer
          label={texts.group.input}
          placeholder={texts.group.placeholder}
          disabled={!me}
          onSend={(text) => saying.mutateAsync({ said: { text } })}
        />
      ) : (
        <p className="read-only">{texts.group.readOnly}</p>
      )}
    </Pane>
  );
}
