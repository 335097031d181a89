import { Button, Form, Input, Popover } from 'antd';
import { useState } from 'react';
import type { Identity } from '../api.ts';
import { newId } from '../api.ts';
import { Icon } from '../ui/icon.tsx';
import { usePage } from '../ui/page-context.tsx';
import type { Identities } from './identities.ts';
import { currentIdentity, renamed, withAnother } from './identities.ts';

interface Chooser {
  identities: Identities;
  onChange: (identities: Identities) => void;
}

function EarlierOnes({ identities, choose }: { identities: Identities; choose: (id: string) => void }) {
  const { texts } = usePage();
  const others = identities.known.filter(({ id }) => id !== identities.current);
  if (others.length === 0) return null;
  return (
    <div className="identity-earlier">
      <h3>{texts.identity.earlier}</h3>
      <ul>
        {others.map((one) => (
          <li key={one.id}>
            <button type="button" onClick={() => choose(one.id)}>
              <strong>{one.name ?? texts.identity.nameless}</strong>
              <span>{[one.department, one.phone].filter(Boolean).join(' · ') || texts.identity.noPhone}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function IdentityForm({ identities, onChange, close }: Chooser & { close: () => void }) {
  const { texts } = usePage();
  const save = (facts: Omit<Identity, 'id'>) => {
    onChange(renamed(identities, facts));
    close();
  };
  const choose = (current: string) => {
    onChange({ ...identities, current });
    close();
  };
  return (
    <div className="identity-form">
      <Form
        key={identities.current}
        layout="vertical"
        size="small"
        requiredMark={false}
        initialValues={currentIdentity(identities)}
        onFinish={save}
      >
        <div className="identity-row">
          <Form.Item name="name" label={texts.identity.name}>
            <Input maxLength={200} autoComplete="off" />
          </Form.Item>
          <Form.Item name="department" label={texts.identity.department}>
            <Input maxLength={200} autoComplete="off" />
          </Form.Item>
        </div>
        <Form.Item name="phone" label={texts.identity.phone} extra={texts.identity.phoneHint}>
          <Input maxLength={50} autoComplete="off" />
        </Form.Item>
        <div className="form-buttons">
          <Button htmlType="submit" type="primary">
            {texts.identity.save}
          </Button>
          <Button onClick={() => onChange(withAnother(identities, newId('web')))}>
            {texts.identity.another}
          </Button>
        </div>
      </Form>
      <EarlierOnes identities={identities} choose={choose} />
    </div>
  );
}

/** At the head of the chat: who is speaking, and a way to be somebody else. */
export function IdentityChooser(props: Chooser) {
  const { texts } = usePage();
  const [open, setOpen] = useState(false);
  const current = currentIdentity(props.identities);
  const name = current.name ?? texts.identity.nameless;
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      title={texts.identity.title}
      content={<IdentityForm {...props} close={() => setOpen(false)} />}
    >
      <Button size="small" type="text" className="identity" aria-label={texts.identity.current(name)}>
        <strong>{name}</strong>
        {current.department && <span className="quiet">{current.department}</span>}
        <Icon name="down" size={12} />
      </Button>
    </Popover>
  );
}
