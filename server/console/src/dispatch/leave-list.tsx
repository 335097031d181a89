import { Button, Form, Input, Select } from 'antd';
import { usePage } from '../ui/page-context.tsx';
import { dispatchApi, type Leave, type Roster } from './dispatch-api.ts';
import { DISPATCH_KEYS } from './dispatch-keys.ts';
import { useDoing } from './use-doing.ts';

type NewLeave = { person: string; from: string; to: string; substitute: string };

function LeaveForm({ roster, first, me }: { roster: Roster; first: string; me: string }) {
  const { texts } = usePage();
  const words = texts.dispatch.roster;
  const [form] = Form.useForm<NewLeave>();
  const add = useDoing(
    [DISPATCH_KEYS.roster],
    (leave: NewLeave) => dispatchApi.addLeave({ ...leave, actor: me }),
    () => form.resetFields(),
  );
  const people = roster.teams.map(({ name, members }) => ({
    label: name,
    options: members.map((member) => ({ value: member.id, label: member.name })),
  }));
  const need = [{ required: true, message: '' }];
  return (
    <section aria-label={words.leaveBy}>
      <Form
        form={form}
        name="leave"
        layout="inline"
        initialValues={{ from: first, to: first }}
        onFinish={(said) => add.mutate(said)}
      >
        <Form.Item name="person" label={words.away} rules={need}>
          <Select size="small" className="person" options={people} />
        </Form.Item>
        <Form.Item name="from" label={words.from} rules={need}>
          <Input size="small" type="date" />
        </Form.Item>
        <Form.Item name="to" label={words.to} rules={need}>
          <Input size="small" type="date" />
        </Form.Item>
        <Form.Item name="substitute" label={words.substitute} rules={need}>
          <Select size="small" className="person" options={people} />
        </Form.Item>
        <Button size="small" htmlType="submit" loading={add.isPending}>
          {words.leaveBy}
        </Button>
      </Form>
    </section>
  );
}

/** Who is away in the week that is looked at, and who stands in. */
export function LeaveList(props: { roster: Roster; first: string; me: string | undefined }) {
  const { roster, first, me } = props;
  const { texts } = usePage();
  const words = texts.dispatch.roster;
  const cancel = useDoing([DISPATCH_KEYS.roster], (id: number) => dispatchApi.removeLeave(id));
  const line = ({ person, from, to, substitute }: Leave) =>
    words.leaveLine(person.name, from, to, substitute.name);
  return (
    <section aria-label={words.leave}>
      <h4>{words.leave}</h4>
      {roster.leave.length === 0 && <p className="quiet">{words.leaveNone}</p>}
      <ul className="leaves">
        {roster.leave.map((leave) => (
          <li key={`${leave.person.id} ${leave.from}`}>
            {line(leave)}
            {me && leave.id !== null && (
              <Button
                size="small"
                aria-label={`${words.cancelLeave} ${line(leave)}`}
                onClick={() => leave.id !== null && cancel.mutate(leave.id)}
              >
                {words.cancelLeave}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {me && <LeaveForm key={first} roster={roster} first={first} me={me} />}
    </section>
  );
}
