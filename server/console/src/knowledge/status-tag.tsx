import { Tag } from 'antd';
import { usePage } from '../ui/page-context.tsx';
import type { ArticleStatus } from './knowledge-api.ts';

const COLOURS: Record<ArticleStatus, string> = { draft: 'gold', published: 'green', retired: 'default' };

export function StatusTag({ status, conflict = false }: { status: ArticleStatus; conflict?: boolean }) {
  const { texts } = usePage();
  return (
    <>
      <Tag color={COLOURS[status]}>{texts.knowledge.status[status]}</Tag>
      {conflict && <Tag color="red">{texts.knowledge.conflict}</Tag>}
    </>
  );
}
