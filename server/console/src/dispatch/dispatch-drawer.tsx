import { Alert, Drawer, Tabs } from 'antd';
import { usePage } from '../ui/page-context.tsx';
import { isString, useStoredState } from '../ui/stored-state.ts';
import { EscalationsTab } from './escalations-tab.tsx';
import { IncidentsTab } from './incidents-tab.tsx';
import { RosterTab } from './roster-tab.tsx';
import { VendorsTab } from './vendors-tab.tsx';
import '../style/dispatch.css';

/** What whoever answers for the desk looks at: targets, incidents, the roster, vendors. `me` acts; without one it is only read. */
export default function DispatchDrawer(props: {
  everyMs: number;
  me: string | undefined;
  onClose: () => void;
}) {
  const { texts, desk } = usePage();
  const words = texts.dispatch;
  const [tab, setTab] = useStoredState('console.dispatch', 'escalations', isString);
  const { everyMs, me, onClose } = props;
  const missing = desk?.holidays?.missing ?? null;
  return (
    <Drawer open onClose={onClose} size="min(1120px, 100vw)" title={words.title} className="dispatch">
      {missing !== null && (
        <Alert className="trouble" type="warning" title={words.holidaysMissing(missing)} />
      )}
      <Tabs
        activeKey={tab}
        onChange={setTab}
        destroyOnHidden
        items={[
          {
            key: 'escalations',
            label: words.tabs.escalations,
            children: <EscalationsTab everyMs={everyMs} me={me} />,
          },
          {
            key: 'incidents',
            label: words.tabs.incidents,
            children: <IncidentsTab everyMs={everyMs} me={me} />,
          },
          { key: 'roster', label: words.tabs.roster, children: <RosterTab everyMs={everyMs} me={me} /> },
          { key: 'vendors', label: words.tabs.vendors, children: <VendorsTab everyMs={everyMs} me={me} /> },
        ]}
      />
    </Drawer>
  );
}
