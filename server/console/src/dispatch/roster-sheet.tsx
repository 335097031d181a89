import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Upload } from 'antd';
import { useState } from 'react';
import { ApiError } from '../api.ts';
import { problemWords } from '../texts/problem-words.ts';
import { usePage } from '../ui/page-context.tsx';
import { type CellFault, dispatchApi } from './dispatch-api.ts';
import { DISPATCH_KEYS } from './dispatch-keys.ts';

function faultsIn(error: unknown): CellFault[] {
  if (!(error instanceof ApiError)) return [];
  const { faults } = error.problem as { faults?: CellFault[] };
  return faults ?? [];
}

/** The week as a workbook, and a workbook taken in: all of it, or a list of the cells that could not be read. */
export function RosterSheet({ from, to, me }: { from: string; to: string; me: string | undefined }) {
  const { texts } = usePage();
  const words = texts.dispatch.roster;
  const { message } = App.useApp();
  const client = useQueryClient();
  const [faults, setFaults] = useState<CellFault[]>([]);
  const take = useMutation({
    mutationFn: (file: Blob) => dispatchApi.importRoster(file),
    onSuccess: async ({ duty, leave }) => {
      setFaults([]);
      void message.success(words.imported(duty, leave));
      await client.invalidateQueries({ queryKey: DISPATCH_KEYS.roster });
    },
    onError: (error) => {
      const unread = faultsIn(error);
      setFaults(unread);
      if (unread.length === 0) void message.warning(problemWords(error, texts), 6);
    },
  });
  return (
    <>
      <span className="roster-sheet">
        <Button size="small" href={dispatchApi.rosterSheet(from, to)} download>
          {words.exporting}
        </Button>
        {me && (
          <Upload
            accept=".xlsx"
            showUploadList={false}
            beforeUpload={(file) => {
              take.mutate(file);
              return false;
            }}
          >
            <Button size="small" loading={take.isPending}>
              {words.importing}
            </Button>
          </Upload>
        )}
      </span>
      {faults.length > 0 && (
        <Alert
          className="trouble"
          type="warning"
          closable={{ onClose: () => setFaults([]) }}
          title={words.unreadable}
          description={
            <ul>
              {faults.map(({ sheet, row, column, found, code, choices }) => (
                <li key={`${sheet} ${row} ${column} ${code}`}>
                  {words.cell(`${sheet} ${column}${row}`, found, words.faults[code], choices)}
                </li>
              ))}
            </ul>
          }
        />
      )}
    </>
  );
}
