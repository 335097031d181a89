import { useQuery } from '@tanstack/react-query';
import { Button, InputNumber, Table, Tag } from 'antd';
import { useState } from 'react';
import { KEYS } from '../live/affected-keys.ts';
import { dayOf } from '../moments.ts';
import { usePage } from '../ui/page-context.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { knowledgeApi, type Lecture } from './knowledge-api.ts';

const COLOURS: Record<Lecture['status'], string> = {
  planned: 'default',
  recorded: 'blue',
  published: 'green',
  late: 'red',
};

const clockOf = (seconds: number) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

/** The year's plan of lectures and how each does; the same as a table to hand in. */
export function LectureTable({ onOpen }: { onOpen: (id: string) => void }) {
  const { texts, zone } = usePage();
  const words = texts.knowledge;
  const [year, setYear] = useState(() => Number(dayOf(Date.now(), zone).slice(0, 4)));
  const lectures = useQuery({
    queryKey: [...KEYS.knowledge, 'lectures', year],
    queryFn: ({ signal }) => knowledgeApi.lectures(year, signal),
    placeholderData: (before) => before,
  });
  return (
    <>
      <div className="knowledge-bar">
        <InputNumber
          aria-label={words.year}
          min={2000}
          max={2100}
          value={year}
          onChange={(value) => value !== null && setYear(value)}
        />
        <Button href={knowledgeApi.lectureTable(year)}>{words.asTable}</Button>
      </div>
      {lectures.isError && <Trouble error={lectures.error} retry={() => void lectures.refetch()} />}
      <Table<Lecture>
        size="small"
        rowKey="episode"
        loading={lectures.isPending}
        dataSource={lectures.data?.items ?? []}
        pagination={false}
        scroll={{ x: 'max-content' }}
        columns={[
          { title: words.episode, dataIndex: 'episode' },
          {
            title: words.entryTitle,
            render: (_, { article, title }) =>
              article ? (
                <Button type="link" className="entry-link" onClick={() => onOpen(article)}>
                  {title}
                </Button>
              ) : (
                title
              ),
          },
          { title: words.owner, dataIndex: 'owner' },
          { title: words.due, dataIndex: 'due' },
          {
            title: words.state,
            render: (_, { status }) => <Tag color={COLOURS[status]}>{words.lectureStatus[status]}</Tag>,
          },
          {
            title: words.length,
            render: (_, { duration, lengthFits }) =>
              duration === null
                ? ''
                : `${clockOf(duration)}${lengthFits === false ? ` ${words.lengthOff}` : ''}`,
          },
          { title: words.views, dataIndex: 'views' },
          {
            title: words.solvedRate,
            render: (_, { solvedRate }) => (solvedRate === null ? '' : `${Math.round(100 * solvedRate)}%`),
          },
          {
            title: words.rating,
            render: (_, { rating, ratings }) => (rating === null ? '' : `${rating.toFixed(1)} (${ratings})`),
          },
        ]}
      />
    </>
  );
}
