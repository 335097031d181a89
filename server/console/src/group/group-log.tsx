import { Button, Skeleton } from 'antd';
import type { Press } from '../card/card-view.tsx';
import { CardView, TicketLink } from '../card/card-view.tsx';
import type { Shown } from '../feed.ts';
import { leadOf } from '../feed.ts';
import type { CardAction, GroupItem, Member } from '../shapes.ts';
import { momentWords } from '../texts/wording.ts';
import { Attached } from '../ui/attached.tsx';
import { Icon } from '../ui/icon.tsx';
import { useNow, usePage } from '../ui/page-context.tsx';
import { Blank } from '../ui/pane.tsx';
import { useStickToEnd } from '../ui/stick-to-end.ts';

interface GroupLogProps {
  loading: boolean;
  items: Shown<GroupItem>[];
  onlyWaiting: boolean;
  me: Member | undefined;
  mayAct: boolean;
  /** The card whose button is on its way. */
  busyCard: string | undefined;
  onPress: (card: string, action: CardAction, form?: Record<string, string>) => void;
}

const keyOf = (item: GroupItem): string => item.cardKey ?? item.id;

function Line(props: {
  item: Shown<GroupItem>;
  now: number;
  mine: boolean;
  disabled: boolean;
  onPress: Press;
}) {
  const page = usePage();
  const { item, now } = props;
  const { reply } = item;
  const lead = reply ? leadOf(reply) : item.text;
  return (
    <div className={props.mine ? 'line from-user' : 'line from-desk'}>
      <p className="line-head">
        <strong>{item.from === 'member' ? (item.sender ?? '') : page.texts.chat.desk}</strong>
        <time dateTime={item.firstAt ?? item.at}>{momentWords(item.firstAt ?? item.at, now, page)}</time>
        {reply?.ticket && !reply.card && <TicketLink number={reply.ticket} text={page.texts.card.open} />}
        {item.firstAt && <span>{page.texts.group.updated(momentWords(item.at, now, page))}</span>}
      </p>
      {lead && <p className={reply?.card ? 'lead' : 'bubble'}>{lead}</p>}
      {reply?.card && (
        <CardView card={reply.card} ticket={reply.ticket} disabled={props.disabled} onPress={props.onPress} />
      )}
      <Attached files={reply?.files ?? item.files} />
    </div>
  );
}

/** The group's lines, oldest first, each card once in its newest form. */
export function GroupLog(props: GroupLogProps) {
  const { texts } = usePage();
  const now = useNow(60_000);
  const { items, me } = props;
  const end = useStickToEnd(`${items.at(-1)?.id} ${items.length}`);
  const title = props.onlyWaiting ? texts.group.noneWaiting : texts.group.empty;
  return (
    <div className="log-frame">
      <div className="log" ref={end.ref} onScroll={end.onScroll}>
        <div className="log-lines" role="log" aria-live="polite">
          {props.loading && <Skeleton active title={false} paragraph={{ rows: 4 }} />}
          {!props.loading && items.length === 0 && (
            <Blank title={title}>{!props.onlyWaiting && <p>{texts.group.emptyHint}</p>}</Blank>
          )}
          {items.map((item) => (
            <Line
              key={keyOf(item)}
              item={item}
              now={now}
              mine={item.from === 'member' && me !== undefined && item.sender === me.name}
              disabled={!props.mayAct || !me || props.busyCard === keyOf(item)}
              onPress={(action, form) => props.onPress(keyOf(item), action, form)}
            />
          ))}
        </div>
      </div>
      {end.newer && (
        <Button
          className="newer"
          size="small"
          shape="round"
          icon={<Icon name="arrowDown" size={12} />}
          onClick={end.toEnd}
        >
          {texts.chat.newer}
        </Button>
      )}
    </div>
  );
}
