import { describe, expect, test } from 'vitest';
import type { Meeting } from '../../../../server/desk/meeting-record.ts';
import { meetingView } from '../../../../server/turn/views.ts';

const meeting = (changes: Partial<Meeting>): Meeting => ({
  number: 'M20261118-0001',
  status: 'requested',
  title: '例会',
  start: '2026-11-19T15:00:00+08:00',
  end: '2026-11-19T16:00:00+08:00',
  room: '302',
  location: { text: '302' },
  attendees: 20,
  equipment: [],
  quantities: {},
  series: null,
  approval: null,
  used: null,
  rating: null,
  assurance: false,
  confirmBy: null,
  layout: null,
  requester: { id: 'u1', channel: 'web', vip: false },
  notes: null,
  tasks: [],
  createdAt: '2026-11-18T09:00:00+08:00',
  updatedAt: '2026-11-18T09:00:00+08:00',
  version: 1,
  history: [],
  ...changes,
});

describe('a meeting as a conversation sees it', () => {
  test('keeps the building that was said, and the layout', () => {
    const said = meeting({ location: { text: '1号楼302' }, layout: 'u_shape' });
    expect(meetingView(said)).toMatchObject({ room: '302', place: '1号楼302', layout: 'u_shape' });
  });

  test('has no place of its own where the room says it all, or was changed since', () => {
    expect(meetingView(meeting({}))).not.toHaveProperty('place');
    expect(meetingView(meeting({ room: '501', location: { text: '1号楼302' } }))).not.toHaveProperty('place');
  });
});
