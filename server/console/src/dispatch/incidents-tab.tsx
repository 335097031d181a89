import { useQuery } from '@tanstack/react-query';
import { App, Button, Checkbox, Form, Input, Skeleton, Tag } from 'antd';
import { usePage } from '../ui/page-context.tsx';
import { Blank } from '../ui/pane.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { dispatchApi, type Incident } from './dispatch-api.ts';
import { DISPATCH_KEYS } from './dispatch-keys.ts';
import { TicketLink } from './ticket-link.tsx';
import { useDoing } from './use-doing.ts';

function OneIncident({ incident, me }: { incident: Incident; me: string | undefined }) {
  const { texts } = usePage();
  const words = texts.dispatch.incidents;
  const split = useDoing([['tickets']], (number: string) =>
    dispatchApi.join(number, { action: 'unlink', ...(me ? { actor: me } : {}) }),
  );
  return (
    <li className="incident">
      <p className="entry-head">
        <TicketLink ticket={incident} />
        <Tag color="error">{words.reports(incident.reports)}</Tag>
        <span className="quiet">{incident.assignee ?? incident.team}</span>
      </p>
      <ul>
        {incident.behind.map((one) => (
          <li key={one.number}>
            <TicketLink ticket={one} />
            <span className="quiet">{one.requester}</span>
            {me && (
              <Button
                size="small"
                aria-label={`${words.split} ${one.number}`}
                loading={split.isPending && split.variables === one.number}
                onClick={() => split.mutate(one.number)}
              >
                {words.split}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </li>
  );
}

interface Joining {
  number: string;
  to: string;
  merge?: boolean;
}

/** Two forms: one ticket goes into another, or all reports that are like one become its incident. */
function JoinForms({ me }: { me: string | undefined }) {
  const { texts } = usePage();
  const words = texts.dispatch.incidents;
  const { message } = App.useApp();
  const [linking] = Form.useForm<Joining>();
  const [confirming] = Form.useForm<{ number: string }>();
  const actor = me ? { actor: me } : {};
  const done = (form: { resetFields: () => void }) => () => {
    form.resetFields();
    void message.success(words.done);
  };
  const link = useDoing(
    [['tickets']],
    ({ number, to, merge }: Joining) =>
      dispatchApi.join(number.trim(), { action: merge ? 'merge' : 'link', to: to.trim(), ...actor }),
    done(linking),
  );
  const confirm = useDoing(
    [['tickets']],
    ({ number }: { number: string }) => dispatchApi.join(number.trim(), { action: 'incident', ...actor }),
    done(confirming),
  );
  const rules = [{ required: true, pattern: /^\s*T\d{8}-\d{4,9}\s*$/, message: 'T20261118-0001' }];
  return (
    <div className="join-forms">
      <section aria-label={words.confirm}>
        <Form form={confirming} name="confirm" layout="inline" onFinish={(said) => confirm.mutate(said)}>
          <Form.Item name="number" label={words.confirmOf} rules={rules}>
            <Input size="small" autoComplete="off" />
          </Form.Item>
          <Button size="small" htmlType="submit" loading={confirm.isPending}>
            {words.doConfirm}
          </Button>
        </Form>
      </section>
      <section aria-label={words.link}>
        <Form form={linking} name="link" layout="inline" onFinish={(said) => link.mutate(said)}>
          <Form.Item name="number" label={words.linkFrom} rules={rules}>
            <Input size="small" autoComplete="off" />
          </Form.Item>
          <Form.Item name="to" label={words.linkTo} rules={rules}>
            <Input size="small" autoComplete="off" />
          </Form.Item>
          <Form.Item name="merge" valuePropName="checked">
            <Checkbox>{words.merge}</Checkbox>
          </Form.Item>
          <Button size="small" htmlType="submit" loading={link.isPending}>
            {words.doLink}
          </Button>
        </Form>
      </section>
    </div>
  );
}

/** Incidents with their reports: made, joined, taken apart. */
export function IncidentsTab({ everyMs, me }: { everyMs: number; me: string | undefined }) {
  const { texts } = usePage();
  const read = useQuery({
    queryKey: DISPATCH_KEYS.incidents,
    refetchInterval: everyMs,
    queryFn: ({ signal }) => dispatchApi.incidents(signal),
  });
  return (
    <>
      {me && <JoinForms me={me} />}
      {read.isError && <Trouble error={read.error} retry={() => void read.refetch()} />}
      {read.isPending && <Skeleton active />}
      {read.data?.items.length === 0 && <Blank title={texts.dispatch.incidents.none} />}
      <ul className="incidents">
        {read.data?.items.map((incident) => (
          <OneIncident key={incident.number} incident={incident} me={me} />
        ))}
      </ul>
    </>
  );
}
