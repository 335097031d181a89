import { useQuery } from '@tanstack/react-query';
import { api } from '../api.ts';
import { KEYS } from '../live/affected-keys.ts';
import type { CallBack, Person } from '../shapes.ts';

const EVERY_MS = 30_000;
/** Shorter ones are still being typed. */
const SHORTEST_PHONE = 4;

/** What callers are still to be told by telephone. */
export function useCallBacks(enabled: boolean): CallBack[] {
  const { data } = useQuery({
    queryKey: [...KEYS.calls, 'back'],
    queryFn: ({ signal }) => api.callBacks(signal),
    enabled,
    refetchInterval: EVERY_MS,
    retry: false,
  });
  return data?.items ?? [];
}

/** Everybody who has that number; nobody while it is too short to be one. */
export function useWhoHas(phone: string): Person[] {
  const digits = phone.replaceAll(/\D/g, '');
  const { data } = useQuery({
    queryKey: [...KEYS.calls, 'who', digits],
    queryFn: ({ signal }) => api.peopleByPhone(digits, signal),
    enabled: digits.length >= SHORTEST_PHONE,
    retry: false,
  });
  return data?.items ?? [];
}
