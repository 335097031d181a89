import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ApiError, api } from '../api.ts';
import { KEYS } from '../live/affected-keys.ts';
import type { Meeting } from '../shapes.ts';
import type { MeetingAct } from './meeting-acts.ts';

/** What is sent: the action with what it asks for. */
export type MeetingDoing =
  | { action: MeetingAct; reason?: string }
  | { action: 'task_done'; task: string; result?: string };

/** Acts on the meeting as it was seen; where it has changed meanwhile the server refuses, and it is read again. */
export function useActOnMeeting(meeting: Meeting, me: string | undefined, whenDone: () => void) {
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: KEYS.meetings });
  return useMutation({
    mutationFn: (doing: MeetingDoing) =>
      api.actOnMeeting(meeting.number, {
        ...doing,
        version: meeting.version,
        ...(me ? { actor: me } : {}),
      }),
    onSuccess: (changed) => {
      client.setQueryData(KEYS.meeting(meeting.number), changed);
      void refresh();
      whenDone();
    },
    onError: (error) => {
      if (error instanceof ApiError && (error.status === 409 || error.status === 404)) void refresh();
    },
  });
}
