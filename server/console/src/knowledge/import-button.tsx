import { App, Button } from 'antd';
import { useRef } from 'react';
import { usePage } from '../ui/page-context.tsx';
import { type ImportReport, knowledgeApi } from './knowledge-api.ts';
import { useSaving } from './use-saving.ts';

function Report({ report }: { report: ImportReport }) {
  const words = usePage().texts.knowledge;
  return (
    <>
      <p>{words.imported(report.added.length)}</p>
      {report.taken.length > 0 && <p>{words.importTaken(report.taken.length)}</p>}
      {report.unread.length > 0 && (
        <>
          <p>{words.importUnread(report.unread.length)}</p>
          <ul>
            {report.unread.map(({ where, why }) => (
              <li key={`${where} ${why}`}>
                {where}: {why}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** An existing list of questions and answers becomes drafts, with a report of what could not be read. */
export function ImportButton() {
  const page = usePage();
  const words = page.texts.knowledge;
  const { modal } = App.useApp();
  const chooser = useRef<HTMLInputElement>(null);
  const take = useSaving(knowledgeApi.importFile, (report) => {
    modal.info({ title: words.importDone, content: <Report report={report} />, okText: words.ok });
  });
  return (
    <>
      <input
        ref={chooser}
        type="file"
        hidden
        accept=".docx,.xlsx,.pdf,.html,.htm"
        aria-label={words.importFile}
        onChange={({ target }) => {
          const file = target.files?.[0];
          if (file) take.mutate(file);
          target.value = '';
        }}
      />
      <Button loading={take.isPending} onClick={() => chooser.current?.click()}>
        {words.importFile}
      </Button>
    </>
  );
}
