import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ApiError } from './api.ts';
import { App } from './app.tsx';
import type { Session } from './shapes.ts';
import './style/base.css';
import './style/page.css';
import './style/marks.css';
import './style/talk.css';
import './style/files.css';
import './style/card.css';
import './style/board.css';
import './style/ticket.css';
import './style/calendar.css';
import './style/knowledge.css';
import './style/screens.css';

/**
 * A session that ended while the page was open leads back to the sign-in box; on the desk's own machine the page, asked
 * for again, brings a new one.
 */
async function whenSignedOut(error: unknown): Promise<void> {
  if (!(error instanceof ApiError) || error.status !== 401) return;
  const queryKey = ['session'];
  const local = client.getQueryData<Session>(queryKey)?.local;
  await client.refetchQueries({ queryKey });
  if (local && client.getQueryState(queryKey)?.status === 'error') location.reload();
}

const client = new QueryClient({
  queryCache: new QueryCache({
    onError: (error, query) => {
      if (query.queryKey[0] !== 'session') void whenSignedOut(error);
    },
  }),
  mutationCache: new MutationCache({
    onError: (error, _variables, _result, mutation) => {
      if (mutation.options.meta?.signIn !== true) void whenSignedOut(error);
    },
  }),
  defaultOptions: {
    // A desk on this machine or in this office is there when the browser thinks that it is offline.
    mutations: { networkMode: 'always' },
    queries: {
      networkMode: 'always',
      staleTime: 2_000,
      retry: (count, error) =>
        count < 2 && !(error instanceof ApiError && error.status >= 400 && error.status < 500),
    },
  },
});

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <App />
      </QueryClientProvider>
    </StrictMode>,
  );
}
