import { useQuery } from '@tanstack/react-query';
import { groupOf } from './desk-names.ts';
import type { Feed } from './feed.ts';
import { isWaiting, mergeCards } from './feed.ts';
import { KEYS } from './live/affected-keys.ts';
import type { PaneName } from './session/visible-panes.ts';
import type { GroupItem } from './shapes.ts';
import { Icon } from './ui/icon.tsx';
import { usePage } from './ui/page-context.tsx';

interface SwitchProps {
  panes: readonly PaneName[];
  shown: PaneName;
  onShow: (pane: PaneName) => void;
}

/** How many cards of the dispatch group wait for somebody, as far as the group has been read. */
function useWaiting(): number {
  const { desk } = usePage();
  // Only looks on: with a queryFn of its own, skipToken included, it would take the place of the group pane's.
  const group = useQuery<Feed<GroupItem>>({ queryKey: KEYS.group(groupOf(desk)), enabled: false });
  return mergeCards(group.data?.items ?? []).filter(isWaiting).length;
}

/** At the foot of a narrow screen: one pane at a time. */
export function PaneSwitch({ panes, shown, onShow }: SwitchProps) {
  const { texts } = usePage();
  const waiting = useWaiting();
  return (
    <nav className="pane-switch" aria-label={texts.panes.switch}>
      <div role="tablist">
        {panes.map((pane) => (
          <button
            key={pane}
            type="button"
            role="tab"
            aria-selected={pane === shown}
            onClick={() => onShow(pane)}
          >
            <Icon name={pane} size={20} />
            {texts.panes[pane]}
            {pane === 'group' && waiting > 0 && <b className="waiting">{waiting}</b>}
          </button>
        ))}
      </div>
    </nav>
  );
}
