import { Drawer, Tabs } from 'antd';
import { useState } from 'react';
import { usePage } from '../ui/page-context.tsx';
import { EntryList } from './entry-list.tsx';
import { EntryPage } from './entry-page.tsx';
import { GapList } from './gap-list.tsx';
import { HealthList } from './health-list.tsx';
import { LectureTable } from './lecture-table.tsx';

interface KnowledgeDrawerProps {
  open: boolean;
  mayKeep: boolean;
  /** Whose name stands under a change. */
  me: string | undefined;
  onClose: () => void;
}

/** The keeper's page: entries, what is missing, what is ill, the year of lectures. */
export default function KnowledgeDrawer({ open, mayKeep, me, onClose }: KnowledgeDrawerProps) {
  const { texts } = usePage();
  const words = texts.knowledge;
  const [entry, setEntry] = useState<string | null>(null);
  const tabs = [
    {
      key: 'entries',
      label: words.entries,
      children: <EntryList mayKeep={mayKeep} me={me} onOpen={setEntry} />,
    },
    { key: 'gaps', label: words.gaps, children: <GapList mayKeep={mayKeep} me={me} onOpen={setEntry} /> },
    { key: 'health', label: words.health, children: <HealthList onOpen={setEntry} /> },
    { key: 'lectures', label: words.lectures, children: <LectureTable onOpen={setEntry} /> },
  ];
  return (
    <Drawer open={open} onClose={onClose} size={1080} title={words.title} className="knowledge">
      <Tabs items={tabs} />
      {entry !== null && (
        <EntryPage key={entry} id={entry} mayKeep={mayKeep} me={me} onClose={() => setEntry(null)} />
      )}
    </Drawer>
  );
}
