import { useQuery } from '@tanstack/react-query';
import { Button, Input, Segmented, Table } from 'antd';
import { useState } from 'react';
import { KEYS } from '../live/affected-keys.ts';
import { usePage } from '../ui/page-context.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { ImportButton } from './import-button.tsx';
import { ARTICLE_STATUSES, type ArticleStatus, knowledgeApi, type ListedArticle } from './knowledge-api.ts';
import { StatusTag } from './status-tag.tsx';
import { useSaving } from './use-saving.ts';

interface EntryListProps {
  mayKeep: boolean;
  me: string | undefined;
  onOpen: (id: string) => void;
}

/** All entries, narrowed by status and words. */
export function EntryList({ mayKeep, me, onOpen }: EntryListProps) {
  const { texts } = usePage();
  const words = texts.knowledge;
  const [status, setStatus] = useState<ArticleStatus | ''>('');
  const [q, setQ] = useState('');
  const list = useQuery({
    queryKey: [...KEYS.knowledge, 'list', status, q],
    queryFn: ({ signal }) => knowledgeApi.articles({ status, q: q.trim() }, signal),
    placeholderData: (before) => before,
  });
  const draft = useSaving(
    () => knowledgeApi.draft(words.newEntry(newId(), new Date().toISOString().slice(0, 10)), me),
    ({ id }) => onOpen(id),
  );
  return (
    <>
      <div className="knowledge-bar">
        <Segmented<ArticleStatus | ''>
          value={status}
          options={[
            { value: '', label: words.all },
            ...ARTICLE_STATUSES.map((value) => ({ value, label: words.status[value] })),
          ]}
          onChange={setStatus}
        />
        <Input.Search
          allowClear
          aria-label={words.search}
          placeholder={words.search}
          onChange={({ target }) => setQ(target.value)}
        />
        {mayKeep && (
          <>
            <ImportButton />
            <Button type="primary" loading={draft.isPending} onClick={() => draft.mutate(undefined)}>
              {words.write}
            </Button>
          </>
        )}
      </div>
      {list.isError && <Trouble error={list.error} retry={() => void list.refetch()} />}
      <Table<ListedArticle>
        size="small"
        rowKey="id"
        loading={list.isPending}
        dataSource={list.data?.items ?? []}
        pagination={{ pageSize: 15, hideOnSinglePage: true, showSizeChanger: false }}
        columns={[
          {
            title: words.entryTitle,
            render: (_, { id, title }) => (
              <Button type="link" className="entry-link" onClick={() => onOpen(id)}>
                {title}
              </Button>
            ),
          },
          {
            title: words.category,
            width: 110,
            responsive: ['md'],
            render: (_, { category }) => texts.category[category],
          },
          { title: words.owner, width: 110, responsive: ['md'], dataIndex: 'owner' },
          { title: words.updated, width: 120, responsive: ['md'], dataIndex: 'updated' },
          {
            title: words.state,
            width: 110,
            render: (_, one) => <StatusTag status={one.status} conflict={one.conflict} />,
          },
        ]}
      />
    </>
  );
}

/** Ids are for good; the keeper may give another before the first saving. */
const newId = () => `entry-${crypto.getRandomValues(new Uint32Array(1))[0]?.toString(36) ?? '0'}`;
