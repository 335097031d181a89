import { Button, Form, Popover, Select } from 'antd';
import { useState } from 'react';
import { dayWords } from '../texts/wording.ts';
import { usePage } from '../ui/page-context.tsx';
import { dispatchApi, type Roster, type RosterDay } from './dispatch-api.ts';
import { DISPATCH_KEYS } from './dispatch-keys.ts';
import { useDoing } from './use-doing.ts';

interface CellProps {
  day: RosterDay;
  today: string;
  roster: Roster;
  days: readonly string[];
  me: string | undefined;
}

/** Who is on duty on a day; pressed, somebody else is set, for that day or to the end of the week. */
export function RosterCell({ day, today, roster, days, me }: CellProps) {
  const { texts } = usePage();
  const words = texts.dispatch.roster;
  const [open, setOpen] = useState(false);
  const change = useDoing(
    [DISPATCH_KEYS.roster],
    ({ person, to }: { person: string; to: string }) =>
      dispatchApi.setDuty({
        from: day.date,
        to,
        team: day.team.id,
        ...(day.shift ? { shift: day.shift.id } : {}),
        person: person || null,
        ...(me ? { actor: me } : {}),
      }),
    () => setOpen(false),
  );
  const stands = day.onDuty.id !== day.planned.id;
  const shown = (
    <span className={day.fixed ? 'duty fixed' : 'duty'} title={day.fixed ? words.fixed : undefined}>
      {day.onDuty.name}
      <small>{day.onDuty.phone}</small>
      {stands && <small className="over">{words.standIn(day.planned.name)}</small>}
    </span>
  );
  if (!me) return shown;
  const when = dayWords(day.date, today, texts);
  const members = roster.teams.find(({ id }) => id === day.team.id)?.members ?? [];
  const form = (
    <Form
      name="duty"
      layout="vertical"
      initialValues={{ person: day.planned.id, to: day.date }}
      onFinish={(said: { person: string; to: string }) => change.mutate(said)}
    >
      <Form.Item name="person" label={words.person}>
        <Select
          options={[
            { value: '', label: words.rotation },
            ...members.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      </Form.Item>
      <Form.Item name="to" label={words.until}>
        <Select
          options={days
            .filter((one) => one >= day.date)
            .map((one) => ({ value: one, label: dayWords(one, today, texts) }))}
        />
      </Form.Item>
      <Button size="small" type="primary" htmlType="submit" loading={change.isPending}>
        {words.save}
      </Button>
    </Form>
  );
  return (
    <Popover
      trigger="click"
      open={open}
      onOpenChange={setOpen}
      title={words.changeTitle(day.team.name, when)}
      content={
        <section className="roster-form" aria-label={words.changeTitle(day.team.name, when)}>
          {form}
        </section>
      }
      destroyOnHidden
    >
      <button type="button" className="duty-button" aria-label={words.change(day.onDuty.name, when)}>
        {shown}
      </button>
    </Popover>
  );
}
