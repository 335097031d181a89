import { Alert, App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { ApiError } from '../api.ts';
import type { Meeting } from '../shapes.ts';
import { problemWords } from '../texts/problem-words.ts';
import { usePage } from '../ui/page-context.tsx';
import { ASKS_WHY, type MeetingAct, meetingActs } from './meeting-acts.ts';
import { useActOnMeeting } from './use-act-on-meeting.ts';

/** Why something could not be done to a meeting. */
export function MeetingRefusal({ error }: { error: unknown }) {
  const { texts } = usePage();
  const conflict = error instanceof ApiError && error.status === 409;
  if (!conflict) return <Alert type="error" showIcon title={problemWords(error, texts)} />;
  return <Alert type="warning" showIcon title={texts.meeting.conflict} description={error.problem.detail} />;
}

interface NoteFormProps {
  /** What the form is called, and its button. */
  name: string;
  label: string;
  danger?: boolean;
  busy: boolean;
  onSubmit: (note: string | undefined) => void;
  onCancel: () => void;
}

/** One line of text that may be left empty, before something is done that cannot be undone. */
export function NoteForm({ name, label, danger = false, busy, onSubmit, onCancel }: NoteFormProps) {
  const { texts } = usePage();
  return (
    <Form<{ note?: string }>
      className="action-form"
      layout="vertical"
      size="small"
      aria-label={name}
      onFinish={({ note }) => onSubmit(note?.trim() || undefined)}
    >
      <Form.Item name="note" label={label}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} />
      </Form.Item>
      <div className="form-buttons">
        <Button type="primary" htmlType="submit" danger={danger} loading={busy}>
          {texts.ticket.confirm}
        </Button>
        <Button onClick={onCancel}>{texts.ticket.back}</Button>
      </div>
    </Form>
  );
}

/** The buttons that the meeting's status allows; what calls it off asks why. */
export function MeetingActions({ meeting, me }: { meeting: Meeting; me: string | undefined }) {
  const { texts, role } = usePage();
  const { message } = App.useApp();
  const labels = texts.meeting.act;
  const [asking, setAsking] = useState<MeetingAct | null>(null);
  const act = useActOnMeeting(meeting, me, () => setAsking(null));
  const acts = meetingActs(meeting, role);
  const carryOut = (action: MeetingAct, reason?: string) =>
    act.mutate(
      { action, ...(reason === undefined ? {} : { reason }) },
      { onSuccess: () => void message.success(texts.ticket.carriedOut(labels[action])) },
    );
  if (acts.length === 0 && !act.isError) return null;
  return (
    <div className="ticket-actions">
      <div className="card-actions">
        {acts.map((action, index) => (
          <Button
            key={action}
            size="small"
            type={index === 0 && !ASKS_WHY.has(action) && asking === null ? 'primary' : 'default'}
            danger={ASKS_WHY.has(action)}
            disabled={act.isPending}
            {...(ASKS_WHY.has(action) ? { 'aria-expanded': asking === action } : {})}
            onClick={() =>
              ASKS_WHY.has(action) ? setAsking(asking === action ? null : action) : carryOut(action)
            }
          >
            {labels[action]}
          </Button>
        ))}
        {me && acts.length > 0 && <span className="acting-as">{texts.ticket.actingAs(me)}</span>}
      </div>
      {act.isError && <MeetingRefusal error={act.error} />}
      {asking !== null && acts.includes(asking) && (
        <NoteForm
          name={labels[asking]}
          label={texts.meeting.reason}
          danger
          busy={act.isPending}
          onSubmit={(reason) => carryOut(asking, reason)}
          onCancel={() => setAsking(null)}
        />
      )}
    </div>
  );
}
