import { useQueryClient } from '@tanstack/react-query';
import { Badge, Button, Tooltip } from 'antd';
import { api } from './api.ts';
import type { Liveness } from './live/use-live-events.ts';
import type { Session } from './shapes.ts';
import { Icon } from './ui/icon.tsx';
import { usePage } from './ui/page-context.tsx';

function LivenessMark({ liveness }: { liveness: Liveness }) {
  const { texts } = usePage();
  const words = { live: texts.live, polling: texts.polling, connecting: texts.connecting }[liveness];
  return (
    <Tooltip title={liveness === 'live' ? texts.liveHint : texts.pollingHint}>
      <span className={`liveness ${liveness}`} role="status">
        {words}
      </span>
    </Tooltip>
  );
}

export function LanguageSwitch({ onSwitch }: { onSwitch: () => void }) {
  const { texts } = usePage();
  return (
    <Button size="small" type="text" className="language" onClick={onSwitch}>
      {texts.otherLanguage}
    </Button>
  );
}

interface HeadProps {
  session: Session;
  liveness: Liveness;
  stuck: number;
  onStuck: () => void;
  /** Callers who wait to be rung back; null where this role logs no calls. */
  callBacks: number | null;
  onCalls: () => void;
  onDispatch: () => void;
  onKnowledge: () => void;
  onSwitch: () => void;
}

/** The line across the top: whose desk, whether it is live, what needs a person, who is signed in. */
export function PageHead({
  session,
  liveness,
  stuck,
  onStuck,
  callBacks,
  onCalls,
  onDispatch,
  onKnowledge,
  onSwitch,
}: HeadProps) {
  const { texts, desk } = usePage();
  const client = useQueryClient();
  const signOut = async () => {
    await api.signOut();
    client.clear();
    location.reload();
  };
  return (
    <header className="page-head">
      <h1>{desk?.name || texts.deskName}</h1>
      {desk?.phone && <span className="hotline">{texts.deskPhone(desk.phone)}</span>}
      {session.role !== 'chat' && <LivenessMark liveness={liveness} />}
      <span className="spring" />
      {stuck > 0 && (
        <Button
          size="small"
          ghost
          className="stuck-button"
          icon={<Icon name="alert" size={14} />}
          onClick={onStuck}
        >
          {texts.operator.badge(stuck)}
        </Button>
      )}
      {callBacks !== null && (
        <Badge count={callBacks} size="small">
          <Button size="small" ghost onClick={onCalls}>
            {texts.calls.button}
          </Button>
        </Badge>
      )}
      {session.role !== 'chat' && (
        <Button size="small" ghost onClick={onKnowledge}>
          {texts.knowledge.button}
        </Button>
      )}
      {session.role !== 'chat' && (
        <Button size="small" ghost onClick={onDispatch}>
          {texts.dispatch.button}
        </Button>
      )}
      <span className="role">{texts.signIn.role[session.role]}</span>
      <LanguageSwitch onSwitch={onSwitch} />
      {!session.local && (
        <Button size="small" type="text" className="language" onClick={() => void signOut()}>
          {texts.signIn.signOut}
        </Button>
      )}
    </header>
  );
}
