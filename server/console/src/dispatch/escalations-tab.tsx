import { useQuery } from '@tanstack/react-query';
import { Button, Skeleton, Table, Tag } from 'antd';
import { api } from '../api.ts';
import { momentWords } from '../texts/wording.ts';
import { useNow, usePage } from '../ui/page-context.tsx';
import { Blank } from '../ui/pane.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { dispatchApi, type Escalation } from './dispatch-api.ts';
import { DISPATCH_KEYS } from './dispatch-keys.ts';
import { TicketLink } from './ticket-link.tsx';
import { useDoing } from './use-doing.ts';

/** Whether somebody has heard that it was raised; who has not can say so here. */
function Heard({ one, me, now }: { one: Escalation; me: string | undefined; now: number }) {
  const page = usePage();
  const words = page.texts.dispatch.escalations;
  const acknowledge = useDoing([['tickets']], (number: string) =>
    api.actOnTicket(number, { action: 'acknowledge', actor: me }),
  );
  if (one.raisedAt === null) return <span className="quiet">{words.notRaised}</span>;
  return (
    <>
      <div>{words.level(one.level, momentWords(one.raisedAt, now, page))}</div>
      {one.acknowledged ? (
        <span className="quiet">
          {words.acknowledged(one.acknowledged.by, momentWords(one.acknowledged.at, now, page))}
        </span>
      ) : (
        <>
          <Tag color="warning">{words.unacknowledged}</Tag>
          {me && (
            <Button
              size="small"
              loading={acknowledge.isPending}
              onClick={() => acknowledge.mutate(one.number)}
            >
              {words.acknowledge}
            </Button>
          )}
        </>
      )}
    </>
  );
}

/** Targets that are missed or near, and who has heard of it. */
export function EscalationsTab({ everyMs, me }: { everyMs: number; me: string | undefined }) {
  const page = usePage();
  const now = useNow();
  const words = page.texts.dispatch.escalations;
  const read = useQuery({
    queryKey: DISPATCH_KEYS.escalations,
    refetchInterval: everyMs,
    queryFn: ({ signal }) => dispatchApi.escalations(signal),
  });
  if (read.isError) return <Trouble error={read.error} retry={() => void read.refetch()} />;
  if (read.isPending) return <Skeleton active />;
  const { items } = read.data;
  if (items.length === 0) return <Blank title={words.none} />;
  const over = items.filter((one) => one.over).length;
  return (
    <>
      <p className="dispatch-sum" role="status">
        {over > 0 && <Tag color="error">{words.over(over)}</Tag>}
        {items.length > over && <Tag>{words.near(items.length - over)}</Tag>}
      </p>
      <Table<Escalation>
        size="small"
        rowKey={({ number, target }) => `${number} ${target}`}
        dataSource={items}
        pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
        columns={[
          { title: words.ticket, key: 'ticket', render: (_, one) => <TicketLink ticket={one} /> },
          {
            title: words.target,
            key: 'target',
            width: 150,
            render: (_, one) => (
              <>
                <div>{words.targets[one.target]}</div>
                <span className={one.over ? 'over' : 'quiet'}>{momentWords(one.due, now, page)}</span>
              </>
            ),
          },
          { title: words.who, key: 'who', width: 130, render: (_, one) => one.assignee ?? one.team },
          {
            title: words.raised,
            key: 'raised',
            width: 230,
            render: (_, one) => <Heard one={one} me={me} now={now} />,
          },
        ]}
      />
    </>
  );
}
