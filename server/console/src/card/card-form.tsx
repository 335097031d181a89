import { Button, Form, Input, Radio, Select } from 'antd';
import type { CardAction } from '../shapes.ts';
import { usePage } from '../ui/page-context.tsx';

type Field = NonNullable<CardAction['form']>[number];

/** So many choices still fit side by side; more of them go into a list. */
const SIDE_BY_SIDE = 6;

/** The field of a card that names who gets a ticket; the page knows the names and offers them. */
const WHO = 'to';
const NAMES_ID = 'crew-names';

function CrewNames() {
  const { desk } = usePage();
  const names = desk?.teams.flatMap((team) => [team.name, ...team.members.map(({ name }) => name)]) ?? [];
  return (
    <datalist id={NAMES_ID}>
      {[...new Set(names)].map((name) => (
        <option key={name} value={name} />
      ))}
    </datalist>
  );
}

function control(field: Field) {
  if (field.options && field.options.length <= SIDE_BY_SIDE) {
    return <Radio.Group size="small" optionType="button" options={field.options} aria-label={field.label} />;
  }
  if (field.options) {
    return (
      <Select
        options={field.options}
        showSearch={{ optionFilterProp: 'label' }}
        allowClear={!field.required}
      />
    );
  }
  if (field.multiline) return <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={5000} />;
  return <Input maxLength={5000} {...(field.name === WHO ? { list: NAMES_ID, autoComplete: 'off' } : {})} />;
}

/** The fields that an action asks for, opened inside its card. */
export function CardForm(props: {
  action: CardAction;
  onCancel: () => void;
  onSubmit: (form: Record<string, string>) => void;
}) {
  const { texts } = usePage();
  const fields = props.action.form ?? [];
  const submit = (values: Record<string, string | undefined>) => {
    const filled = Object.entries(values).flatMap(([name, value]) =>
      value?.trim() ? [[name, value.trim()] as const] : [],
    );
    props.onSubmit(Object.fromEntries(filled));
  };
  return (
    <Form
      className="card-form"
      layout="vertical"
      size="small"
      onFinish={submit}
      aria-label={props.action.label}
    >
      {fields.map((field) => (
        <Form.Item
          key={field.name}
          name={field.name}
          label={field.label}
          rules={[
            {
              required: field.required,
              whitespace: field.required,
              message: texts.card.required(field.label),
            },
          ]}
        >
          {control(field)}
        </Form.Item>
      ))}
      {fields.some(({ name }) => name === WHO) && <CrewNames />}
      <div className="form-buttons">
        <Button type="primary" htmlType="submit">
          {texts.card.submit}
        </Button>
        <Button onClick={props.onCancel}>{texts.card.cancel}</Button>
      </div>
    </Form>
  );
}
