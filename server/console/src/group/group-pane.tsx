import { Segmented } from 'antd';
import { useState } from 'react';
import { ApiError, api } from '../api.ts';
import { engineersOf, groupOf } from '../desk-names.ts';
import { isWaiting, mergeCards } from '../feed.ts';
import { KEYS } from '../live/affected-keys.ts';
import { useFeed } from '../live/use-feed.ts';
import type { GroupItem, Member } from '../shapes.ts';
import { Composer } from '../ui/composer.tsx';
import { usePage } from '../ui/page-context.tsx';
import { Blank, Pane } from '../ui/pane.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { EngineerChooser } from './engineer-chooser.tsx';
import { GroupLog } from './group-log.tsx';
import { useSayInGroup } from './use-say-in-group.ts';

type Shown = 'all' | 'waiting';

function GroupFilter(props: { shown: Shown; waiting: number; onShow: (shown: Shown) => void }) {
  const { texts } = usePage();
  return (
    <div className="filters">
      <Segmented<Shown>
        size="small"
        value={props.shown}
        options={[
          { value: 'all', label: texts.group.all },
          { value: 'waiting', label: texts.group.waiting(props.waiting) },
        ]}
        onChange={props.onShow}
      />
    </div>
  );
}

interface GroupTalkProps {
  group: string;
  everyMs: number;
  me: Member | undefined;
  mayAct: boolean;
}

function GroupTalk({ group, everyMs, me, mayAct }: GroupTalkProps) {
  const { texts } = usePage();
  const [shown, setShown] = useState<Shown>('all');
  const feed = useFeed<GroupItem>({
    queryKey: KEYS.group(group),
    enabled: true,
    everyMs,
    read: (after, signal) => api.group(group, after, signal),
  });
  const saying = useSayInGroup(group, me);
  const items = mergeCards(feed.data?.items ?? []);
  const waiting = items.filter(isWaiting);
  if (feed.error instanceof ApiError && feed.error.status === 404)
    return <Blank title={texts.group.absent} />;
  return (
    <>
      <GroupFilter shown={shown} waiting={waiting.length} onShow={setShown} />
      {feed.isError && <Trouble error={feed.error} retry={() => void feed.refetch()} />}
      <GroupLog
        loading={feed.isPending}
        items={shown === 'all' ? items : waiting}
        onlyWaiting={shown === 'waiting'}
        me={me}
        mayAct={mayAct}
        busyCard={saying.isPending ? saying.variables.card : undefined}
        onPress={(card, { id, value }, form) =>
          saying.mutate({ said: { action: { id, value, ...(form ? { form } : {}) } }, card })
        }
      />
      {mayAct ? (
        <Composer
          label={texts.group.input}
          placeholder={texts.group.placeholder}
          disabled={!me}
          upload={me ? (file) => api.uploadToGroup(group, me, file) : undefined}
          onSend={(text, files) =>
            saying.mutateAsync({
              said: {
                ...(text ? { text } : {}),
                ...(files.length > 0 ? { files: files.map(({ id }) => id) } : {}),
              },
            })
          }
        />
      ) : (
        <p className="read-only">{texts.group.readOnly}</p>
      )}
    </>
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
  const mayAct = (role === 'dispatcher' || role === 'admin') && engineersOf(desk).length > 0;
  return (
    <Pane
      name={texts.panes.group}
      className="pane-group"
      hidden={hidden}
      aside={mayAct && <EngineerChooser me={me} onChoose={onChoose} />}
    >
      <GroupTalk group={groupOf(desk)} everyMs={everyMs} me={me} mayAct={mayAct} />
    </Pane>
  );
}
