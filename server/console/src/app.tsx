import { useQuery } from '@tanstack/react-query';
import { App as AntApp, ConfigProvider, Spin } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { useEffect, useMemo } from 'react';
import { ApiError, api } from './api.ts';
import { DeskPage } from './desk-page.tsx';
import { LanguageSwitch } from './page-head.tsx';
import { SignIn } from './session/sign-in.tsx';
import type { Session } from './shapes.ts';
import { en } from './texts/en.ts';
import { zh } from './texts/zh.ts';
import { CrashGuard } from './ui/crash-guard.tsx';
import { openTicket } from './ui/open-ticket.ts';
import type { PageFacts } from './ui/page-context.tsx';
import { PageContext } from './ui/page-context.tsx';
import { useStoredState } from './ui/stored-state.ts';
import { theme } from './ui/theme.ts';
import { Trouble } from './ui/trouble.tsx';

type Language = 'zh' | 'en';
const isLanguage = (value: unknown): value is Language => value === 'zh' || value === 'en';

const FALLBACK_ZONE = 'Asia/Shanghai';

function useSession() {
  return useQuery<Session>({
    queryKey: ['session'],
    staleTime: Number.POSITIVE_INFINITY,
    retry: (count, error) => !(error instanceof ApiError && error.status === 401) && count < 2,
    queryFn: ({ signal }) => api.session(signal),
  });
}

function useDesk(enabled: boolean) {
  return useQuery({
    queryKey: ['desk'],
    enabled,
    staleTime: 60 * 60_000,
    retry: (count, error) => !(error instanceof ApiError && error.status === 403) && count < 2,
    queryFn: ({ signal }) => api.desk(signal),
  });
}

function Gate({ language, onSwitch }: { language: Language; onSwitch: () => void }) {
  const session = useSession();
  const desk = useDesk(session.isSuccess);
  const facts = useMemo<PageFacts>(
    () => ({
      texts: language === 'zh' ? zh : en,
      zone: desk.data?.zone ?? FALLBACK_ZONE,
      desk: desk.data,
      role: session.data?.role ?? 'viewer',
      openTicket,
    }),
    [language, desk.data, session.data],
  );
  useEffect(() => {
    document.documentElement.lang = facts.texts.code;
    document.title = desk.data?.name || facts.texts.deskName;
  }, [facts, desk.data]);

  const unknown = session.error instanceof ApiError && session.error.status === 401;
  const content = () => {
    if (session.data && !unknown) {
      return <DeskPage session={session.data} onSwitchLanguage={onSwitch} />;
    }
    if (unknown) return <SignIn aside={<LanguageSwitch onSwitch={onSwitch} />} />;
    if (session.isError) return <Trouble error={session.error} retry={() => void session.refetch()} />;
    return (
      <div className="starting">
        <Spin />
      </div>
    );
  };
  return <PageContext value={facts}>{content()}</PageContext>;
}

/** The whole page: language and look around, sign-in first where it is asked for. */
export function App() {
  const [language, setLanguage] = useStoredState<Language>('console.language', 'zh', isLanguage);
  return (
    <ConfigProvider
      locale={language === 'zh' ? zhCN : enUS}
      theme={theme}
      // A blank between the two characters of a button would change its name.
      button={{ autoInsertSpace: false }}
    >
      <CrashGuard texts={language === 'zh' ? zh : en}>
        <AntApp component={false} message={{ maxCount: 3 }}>
          <Gate language={language} onSwitch={() => setLanguage(language === 'zh' ? 'en' : 'zh')} />
        </AntApp>
      </CrashGuard>
    </ConfigProvider>
  );
}
