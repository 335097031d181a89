import { useQuery } from '@tanstack/react-query';
import { App, Drawer, Skeleton } from 'antd';
import { useState } from 'react';
import { KEYS } from '../live/affected-keys.ts';
import { usePage } from '../ui/page-context.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { EntryEditor } from './entry-editor.tsx';
import { knowledgeApi, type Saved } from './knowledge-api.ts';
import { StatusTag } from './status-tag.tsx';

interface EntryPageProps {
  id: string;
  mayKeep: boolean;
  me: string | undefined;
  onClose: () => void;
}

/** One entry, over the list that it was opened from. */
export function EntryPage({ id, mayKeep, me, onClose }: EntryPageProps) {
  const words = usePage().texts.knowledge;
  const { message, modal } = App.useApp();
  const [unsaved, setUnsaved] = useState(false);
  const close = () => {
    if (!unsaved) return onClose();
    modal.confirm({
      title: words.leaveUnsaved,
      okText: words.leave,
      cancelText: words.stay,
      onOk: onClose,
    });
  };
  const article = useQuery({
    queryKey: [...KEYS.knowledge, 'article', id],
    queryFn: ({ signal }) => knowledgeApi.article(id, signal),
  });
  const { data } = article;
  const saved = ({ status, told }: Saved) => {
    const tellsHowMany = status === 'published' && told !== undefined;
    void message.success(tellsHowMany ? words.published(told) : words.saved);
  };
  return (
    <Drawer
      open
      size={960}
      onClose={close}
      title={
        data && (
          <>
            {data.title} <StatusTag status={data.status} conflict={data.conflict} />
          </>
        )
      }
    >
      {article.isError && <Trouble error={article.error} retry={() => void article.refetch()} />}
      {article.isPending && <Skeleton active />}
      {data && <EntryEditor article={data} mayKeep={mayKeep} me={me} onSaved={saved} onTyped={setUnsaved} />}
    </Drawer>
  );
}
