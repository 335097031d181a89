import { Alert, Button, Input } from 'antd';
import { useState } from 'react';
import { api } from '../api.ts';
import type { Meeting } from '../shapes.ts';
import { problemWords } from '../texts/problem-words.ts';
import { usePage } from '../ui/page-context.tsx';

/** What is printed for a meeting: two files to fetch, and name cards from a list that is pasted. */
export function MeetingDocuments({ meeting }: { meeting: Meeting }) {
  const { texts, role } = usePage();
  const labels = texts.meeting.documents;
  const [list, setList] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  if (meeting.status === 'cancelled' || role === 'chat') return null;
  const base = `/api/meetings/${encodeURIComponent(meeting.number)}/documents`;
  const print = async () => {
    setBusy(true);
    setError(null);
    try {
      saveAs(await api.nameCards(meeting.number, list ?? ''), labels.nameCardsFile(meeting.number));
      setList(null);
    } catch (cause) {
      setError(cause);
    } finally {
      setBusy(false);
    }
  };
  return (
    <section>
      <h4>{labels.title}</h4>
      <div className="card-actions">
        <Button size="small" href={`${base}/sign-in-sheet`}>
          {labels.signInSheet}
        </Button>
        <Button size="small" href={`${base}/door-sign`}>
          {labels.doorSign}
        </Button>
        {role !== 'viewer' && (
          <Button
            size="small"
            aria-expanded={list !== null}
            onClick={() => setList(list === null ? '' : null)}
          >
            {labels.nameCards}
          </Button>
        )}
      </div>
      {list !== null && (
        <div className="action-form">
          <Input.TextArea
            aria-label={labels.names}
            placeholder={labels.names}
            value={list}
            autoSize={{ minRows: 3, maxRows: 12 }}
            onChange={(event) => setList(event.target.value)}
          />
          <div className="form-buttons">
            <Button
              type="primary"
              size="small"
              loading={busy}
              disabled={!list?.trim()}
              onClick={() => void print()}
            >
              {labels.print}
            </Button>
          </div>
        </div>
      )}
      {error !== null && <Alert type="error" showIcon title={problemWords(error, texts)} />}
    </section>
  );
}

function saveAs(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
