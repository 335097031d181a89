import { Button, Checkbox, Form, Input, Radio, Rate, Select } from 'antd';
import type { ReactNode } from 'react';
import type { TicketAction } from '../board/allowed-actions.ts';
import { engineersOf } from '../desk-names.ts';
import type { Desk } from '../shapes.ts';
import type { Texts } from '../texts/zh.ts';
import { usePage } from '../ui/page-context.tsx';
import type { ActionField, FieldName, FieldValues } from './action-fields.ts';
import { ACTION_FIELDS } from './action-fields.ts';

function crewOptions(desk: Desk | undefined, texts: Texts) {
  return (desk?.teams ?? []).map((team) => ({
    label: team.name,
    title: team.name,
    options: [
      { value: `team:${team.id}`, label: `${team.name}（${texts.ticket.fields.toTeam}）` },
      ...team.members.map(({ name }) => ({ value: `assignee:${name}`, label: name })),
    ],
  }));
}

const LONG: readonly FieldName[] = ['reason', 'resolution', 'note', 'text', 'cause'];

function control(name: FieldName, texts: Texts, desk: Desk | undefined): ReactNode {
  const search = { optionFilterProp: 'label' };
  if (name === 'to') return <Select showSearch={search} options={crewOptions(desk, texts)} />;
  if (name === 'engineer') {
    const options = engineersOf(desk).map((one) => ({ value: one.name, label: one.name }));
    return <Select showSearch={search} allowClear options={options} />;
  }
  if (name === 'holdReason') {
    const options = Object.entries(texts.holdReason).map(([value, label]) => ({ value, label }));
    return <Radio.Group optionType="button" options={options} />;
  }
  if (name === 'until') return <Input type="datetime-local" />;
  if (name === 'rating') return <Rate />;
  if (name === 'internal') return <Checkbox>{texts.ticket.fields.internal}</Checkbox>;
  if (LONG.includes(name)) return <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={5000} />;
  return <Input maxLength={2000} />;
}

function FieldItem({ field }: { field: ActionField }) {
  const { texts, desk } = usePage();
  const labels = texts.ticket.fields;
  const label = field.name === 'holdReason' ? labels.reason : labels[field.name];
  const rule = { required: true, whitespace: true, message: texts.card.required(label) };
  return (
    <Form.Item
      name={field.name}
      label={field.name === 'internal' ? null : label}
      rules={field.required ? [rule] : []}
      {...(field.name === 'internal' ? { valuePropName: 'checked' } : {})}
    >
      {control(field.name, texts, desk)}
    </Form.Item>
  );
}

/** What an action asks for, filled in beneath the buttons of the ticket. */
export function ActionForm(props: {
  action: TicketAction;
  initial: FieldValues;
  busy: boolean;
  onSubmit: (values: FieldValues) => void;
  onCancel: () => void;
}) {
  const { texts } = usePage();
  return (
    <Form<FieldValues>
      className="action-form"
      layout="vertical"
      size="small"
      aria-label={texts.action[props.action]}
      initialValues={props.initial}
      onFinish={props.onSubmit}
    >
      {ACTION_FIELDS[props.action].map((field) => (
        <FieldItem key={field.name} field={field} />
      ))}
      <div className="form-buttons">
        <Button type="primary" htmlType="submit" loading={props.busy} danger={props.action === 'cancel'}>
          {texts.ticket.confirm}
        </Button>
        <Button onClick={props.onCancel}>{texts.ticket.back}</Button>
      </div>
    </Form>
  );
}
