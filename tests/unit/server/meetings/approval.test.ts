import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Reply } from '../../../../bot/reply.ts';
import { actOnMeeting } from '../../../../server/meetings/act-on-meeting.ts';
import { attendMeetings } from '../../../../server/meetings/attend-meetings.ts';
import { getMeeting } from '../../../../server/meetings/get-meeting.ts';
import { ADMIN, MORNING, openTestDesk, type TestDesk } from '../../../support/desk.ts';
import { MINUTE } from '../../../support/small-desk.ts';

const PROFILE = `
id: halls
name: 小服务台
sites: [{ id: main, name: 大院 }]
calendars: { always: { windows: 7x24 } }
defaultCalendar: always
teams:
  - { id: desktop, name: 桌面组, lead: liming, members: [{ id: liming, name: 李明 }] }
defaultTeam: desktop
sla: [{ respondWithin: PT30M, resolveWithin: PT4H }]
rooms:
  - { id: 党组会议室, name: 党组会议室, floor: "3", capacity: 20, approver: { name: 钱主任, reach: "web:qian" } }
  - { id: 报告厅, name: 报告厅, floor: "1", capacity: 20, approver: 办公室 }
  - { id: "201", name: 201会议室, floor: "2", capacity: 20 }
`;

const qian = { id: 'qian', name: '钱主任' };
const li = { id: 'liming', name: '李明' };
let desk: TestDesk;
let day = 0;

beforeAll(async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'halls-')), 'halls.yaml');
  writeFileSync(path, PROFILE);
  desk = await openTestDesk({ env: { PROFILE: path } });
});
afterAll(() => desk.close());
beforeEach(() => {
  desk.clock.now = MORNING;
  day += 1;
});

const texts = (replies: readonly Reply[]) => replies.map(({ text }) => text).join('\n');
const record = async (number: string) => {
  const { turn } = desk.desk;
  const found = await getMeeting(turn.db, turn.context, number);
  if (!found) throw new Error(`no meeting ${number}`);
  return found;
};

/** Asked for in the chat, on a day of its own. */
async function booked(room: string, who = { id: `a${day}`, name: '张三', department: '人事科' }) {
  await desk.say(who, `12月${day}日上午九点到十点${room}开例会，10人`);
  const replies = await desk.say(who, '确认预约');
  const number = replies.find(({ meeting }) => meeting)?.meeting ?? '';
  return { who, number, said: texts(replies) };
}

describe('a room in which somebody has a say', () => {
  test('stays requested until they agree in their own chat; then the crew is asked', async () => {
    const { who, number, said } = await booked('党组会议室');
    expect(said).toContain('要 钱主任 同意，我已经去问了');
    expect((await desk.shown(qian)).at(-1)?.text).toMatch(/人事科 张三想用党组会议室.*\n.*会议室审批/);
    expect(texts(await desk.group(li, `确认 ${number}`))).toContain('还要 钱主任 同意');
    expect(texts(await desk.group(li, `同意 ${number}`))).not.toContain('同意了');
    expect(await record(number)).toMatchObject({ status: 'requested', approval: { decision: null } });
    expect(texts(await desk.say(qian, '同意'))).toContain(`钱主任同意了会议 ${number}`);
    expect(await record(number)).toMatchObject({
      status: 'requested',
      approval: { decision: 'approved', by: '钱主任' },
    });
    expect(texts(await desk.shown(who))).toContain('钱主任同意了');
    await desk.group(li, `确认 ${number}`);
    expect(await record(number)).toMatchObject({ status: 'confirmed' });
    expect(texts(await desk.press(qian, { id: 'meeting.refuse', value: number }))).toContain('已经处理过');
  });

  test('refused: the requester is told why, with what is free, and one press books it', async () => {
    const { who, number } = await booked('党组会议室');
    expect(texts(await desk.say(qian, `不同意 ${number}，那天要开党组会`))).toContain('没有同意');
    expect(await record(number)).toMatchObject({ status: 'cancelled', approval: { decision: 'refused' } });
    const told = (await desk.shown(who)).at(-1);
    expect(told?.text).toMatch(/钱主任没有同意.*党组会议室：那天要开党组会/);
    const action = told?.card?.actions.find(({ label }) => label.startsWith('201'));
    const again = await desk.press(who, action ?? { id: '', value: '' });
    expect(texts(again)).toMatch(/登记好了.*9:00–10:00.*201/);
  });

  test('silence climbs: they are asked again, then the lead is told', async () => {
    const { number } = await booked('党组会议室');
    const asked = (await desk.shown(qian)).length;
    desk.clock.pass(121 * MINUTE);
    const { turn } = desk.desk;
    await attendMeetings(turn.db, turn.context);
    expect((await desk.shown(qian)).slice(asked).at(-1)?.text).toContain('还在等您的答复');
    desk.clock.pass(15 * MINUTE);
    await attendMeetings(turn.db, turn.context);
    expect(texts(await desk.shownInGroup())).toContain(`会议 ${number} 等 钱主任 同意使用党组会议室`);
    expect(texts(await desk.shownInGroup())).toContain('请 李明 联系');
  });

  test('without a chat of theirs the group asks them and records the answer', async () => {
    const { number } = await booked('报告厅');
    expect((await desk.shownInGroup()).map(({ text }) => text).join()).toContain('报告厅要 办公室 同意');
    await desk.group(li, `同意 ${number}`);
    expect(await record(number)).toMatchObject({ approval: { decision: 'approved', by: '李明' } });
  });

  test('who has the say themselves is not asked', async () => {
    const { number, said } = await booked('党组会议室', { ...qian, department: '办公室' });
    expect(said).toContain('布场同事确认后');
    expect(await record(number)).toMatchObject({ approval: { decision: 'approved', by: '钱主任' } });
  });

  test('moved into it, a confirmed meeting is requested anew; over the API too', async () => {
    const { number } = await booked('201会议室');
    await desk.group(li, `确认 ${number}`);
    const { turn, http } = desk.desk;
    await turn.db.transaction().execute((trx) =>
      actOnMeeting(trx, turn.context, {
        number,
        actor: 'x',
        byRequester: false,
        action: { action: 'change', room: '党组会议室' },
      }),
    );
    expect(await record(number)).toMatchObject({ status: 'requested', approval: { decision: null } });
    const act = (action: string) =>
      http.inject({
        method: 'POST',
        url: `/api/meetings/${number}/actions`,
        headers: { authorization: `Bearer ${ADMIN}` },
        payload: { action },
      });
    const refused = await act('confirm');
    expect([refused.statusCode, refused.json().detail]).toEqual([409, expect.stringContaining('钱主任')]);
    expect((await act('approve')).json()).toMatchObject({ approval: { decision: 'approved' } });
    expect((await act('confirm')).json()).toMatchObject({ status: 'confirmed' });
  });
});
