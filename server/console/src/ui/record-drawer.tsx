import { type QueryKey, useQuery } from '@tanstack/react-query';
import { Alert, Drawer, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { ApiError } from '../api.ts';
import { Trouble } from './trouble.tsx';
import { useWideScreen } from './wide-screen.ts';

interface RecordDrawerProps<Item> {
  title: string;
  /** Said where there is none of that number. */
  notFound: string;
  queryKey: QueryKey;
  read: (signal: AbortSignal) => Promise<Item>;
  onClose: () => void;
  children: (item: Item) => ReactNode;
}

/** One record at the side of the page, as it is read: a ticket, a meeting. */
export function RecordDrawer<Item>(props: RecordDrawerProps<Item>) {
  const wide = useWideScreen();
  const { data, error, isError, isPending, refetch } = useQuery({
    queryKey: props.queryKey,
    retry: (count, cause) => !(cause instanceof ApiError && cause.status === 404) && count < 2,
    queryFn: ({ signal }) => props.read(signal),
  });
  const missing = error instanceof ApiError && error.status === 404;
  return (
    <Drawer
      open
      onClose={props.onClose}
      size={600}
      // Beside a wide board one record after the other can be opened without closing this one.
      mask={!wide}
      title={<span className="number">{props.title}</span>}
    >
      {missing && <Alert type="info" title={props.notFound} />}
      {isError && !missing && <Trouble error={error} retry={() => void refetch()} />}
      {isPending && <Skeleton active paragraph={{ rows: 8 }} />}
      {data !== undefined && props.children(data)}
    </Drawer>
  );
}
