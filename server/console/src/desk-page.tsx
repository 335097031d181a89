import { lazy, Suspense, useState } from 'react';
import { BoardPane } from './board/board-pane.tsx';
import { useCallBacks } from './calls/use-calls.ts';
import { ChatPane } from './chat/chat-pane.tsx';
import { engineersOf } from './desk-names.ts';
import { GroupPane } from './group/group-pane.tsx';
import { refreshEvery, useLiveEvents } from './live/use-live-events.ts';
import { useStuck } from './operator/use-stuck.ts';
import { PageHead } from './page-head.tsx';
import { PaneSwitch } from './pane-switch.tsx';
import type { PaneName } from './session/visible-panes.ts';
import { visiblePanes } from './session/visible-panes.ts';
import type { Session } from './shapes.ts';
import { closeTicket, useOpenTicket } from './ui/open-ticket.ts';
import { usePage } from './ui/page-context.tsx';
import { isString, useStoredState } from './ui/stored-state.ts';
import { useWideScreen } from './ui/wide-screen.ts';

const TicketDrawer = lazy(() => import('./ticket/ticket-drawer.tsx'));
const CallDrawer = lazy(() => import('./calls/call-drawer.tsx'));
const KnowledgeDrawer = lazy(() => import('./knowledge/knowledge-drawer.tsx'));
const DispatchDrawer = lazy(() => import('./dispatch/dispatch-drawer.tsx'));
const OperatorDrawer = lazy(() => import('./operator/operator-drawer.tsx'));

interface DeskPageProps {
  session: Session;
  onSwitchLanguage: () => void;
}

/** The page of somebody who is signed in. */
export function DeskPage({ session, onSwitchLanguage }: DeskPageProps) {
  const { desk } = usePage();
  const ticket = useOpenTicket();
  const panes = visiblePanes(session.role);
  const wide = useWideScreen();
  const [shown, setShown] = useState<PaneName>(panes[0] ?? 'board');
  const liveness = useLiveEvents(session.role !== 'chat');
  const everyMs = refreshEvery(liveness);
  const mayAct = session.role === 'dispatcher' || session.role === 'admin';
  const stuck = useStuck(mayAct);
  const callBacks = useCallBacks(mayAct);
  const [callsOpen, setCallsOpen] = useState(false);
  const [knowledgeOpen, setKnowledgeOpen] = useState(false);
  const [dispatchOpen, setDispatchOpen] = useState(false);
  const [stuckOpen, setStuckOpen] = useState(false);
  const [engineer, setEngineer] = useStoredState('console.engineer', '', isString);
  const engineers = engineersOf(desk);
  const me = engineers.find(({ id }) => id === engineer) ?? engineers[0];
  const props = (pane: PaneName) => ({ everyMs, hidden: !wide && shown !== pane });
  const narrowSwitch = !wide && panes.length > 1;
  return (
    <div className="page">
      <PageHead
        session={session}
        liveness={liveness}
        stuck={stuck.count}
        onStuck={() => setStuckOpen(true)}
        callBacks={mayAct ? callBacks.length : null}
        onCalls={() => setCallsOpen(true)}
        onDispatch={() => setDispatchOpen(true)}
        onKnowledge={() => setKnowledgeOpen(true)}
        onSwitch={onSwitchLanguage}
      />
      <main className={wide ? `panes panes-${panes.length}` : 'panes'}>
        {panes.includes('chat') && <ChatPane {...props('chat')} />}
        {panes.includes('board') && <BoardPane {...props('board')} me={mayAct ? me?.name : undefined} />}
        {panes.includes('group') && <GroupPane {...props('group')} me={me} onChoose={setEngineer} />}
      </main>
      {narrowSwitch && <PaneSwitch panes={panes} shown={shown} onShow={setShown} />}
      <Suspense fallback={null}>
        {ticket !== null && session.role !== 'chat' && (
          <TicketDrawer number={ticket} me={mayAct ? me?.name : undefined} onClose={closeTicket} />
        )}
        {dispatchOpen && (
          <DispatchDrawer
            everyMs={everyMs}
            me={mayAct ? me?.name : undefined}
            onClose={() => setDispatchOpen(false)}
          />
        )}
        {stuckOpen && <OperatorDrawer open stuck={stuck} onClose={() => setStuckOpen(false)} />}
        {knowledgeOpen && (
          <KnowledgeDrawer
            open
            mayKeep={mayAct}
            me={mayAct ? me?.name : undefined}
            onClose={() => setKnowledgeOpen(false)}
          />
        )}
        {callsOpen && (
          <CallDrawer open callBacks={callBacks} agent={me?.name} onClose={() => setCallsOpen(false)} />
        )}
      </Suspense>
    </div>
  );
}
