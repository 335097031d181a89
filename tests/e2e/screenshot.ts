/**
 * Draws docs/console.png: the real page over a real desk on an ordinary morning, filled through its own API.
 * `npm run screenshot`
 */
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import type { Page } from 'playwright-core';
import { parseConfig } from '../../server/config.ts';
import { createDesk, type Desk } from '../../server/desk-app.ts';
import { adminTokenOf, ownFolder, request } from '../support/server-process.ts';
import { DeskPage, openBrowser } from './browser.ts';

const PICTURE = fileURLToPath(new URL('../../docs/console.png', import.meta.url));
const SIZE = { width: 1440, height: 860 };

const clock = { now: 0 };
/** On Wednesday, 18 November 2026. */
const setTime = (time: string) => {
  clock.now = Date.parse(`2026-11-18T${time}:00+08:00`);
};

type Step = Record<string, unknown> & { action: string; actor: string };

interface Earlier {
  at: string;
  ticket: object;
  later?: [time: string, step: Step][];
}

const person = (id: string, name: string, department: string, phone: string) => ({
  id,
  name,
  department,
  phone,
});

const EARLIER: Earlier[] = [
  {
    at: '08:36',
    ticket: {
      kind: 'fault',
      title: '全楼层 OA 打开很慢，公文签收超时',
      requester: person('u-chen', '陈晓东', '办公室', '8101'),
      urgency: 'critical',
      category: 'business',
      system: 'OA',
      location: { text: '主楼' },
    },
    later: [['08:41', { action: 'accept', actor: '陈静', assignee: '陈静' }]],
  },
  {
    at: '08:52',
    ticket: {
      kind: 'service',
      title: '新同事入职，开通邮箱和内网账号',
      requester: person('u-liu', '刘敏', '人事处', '8215'),
      category: 'account',
      location: { text: '二楼 216' },
    },
    later: [
      ['09:01', { action: 'accept', actor: '王芳', assignee: '王芳' }],
      ['09:20', { action: 'hold', actor: '王芳', reason: 'approval', note: '等人事处批件' }],
    ],
  },
  {
    at: '09:08',
    ticket: {
      kind: 'fault',
      title: '五楼走廊无线信号断断续续',
      requester: person('u-sun', '孙伟', '规划科', '8533'),
      category: 'network',
      location: { text: '五楼东侧', floor: '5' },
    },
    later: [['09:15', { action: 'accept', actor: '赵军', assignee: '赵军' }]],
  },
  {
    at: '09:14',
    ticket: {
      kind: 'fault',
      title: '投影仪开机没有画面',
      requester: person('u-he', '何静', '综合科', '8207'),
      urgency: 'high',
      category: 'conference',
      device: '投影仪',
      location: { text: '二楼会议室', floor: '2' },
    },
    later: [
      ['09:18', { action: 'accept', actor: '张浩', assignee: '张浩' }],
      ['09:47', { action: 'resolve', actor: '张浩', resolution: '更换 HDMI 线，画面恢复' }],
    ],
  },
  {
    at: '09:33',
    ticket: {
      kind: 'service',
      title: '安装 WPS 专业版和打印机驱动',
      requester: person('u-gao', '高翔', '财务科', '8310'),
      category: 'software',
      location: { text: '三楼 310', floor: '3', room: '310' },
    },
  },
  {
    at: '09:41',
    ticket: {
      kind: 'fault',
      title: '座机没有拨号音',
      requester: person('u-ma', '马丽', '信访办', '8012'),
      category: 'phone',
      device: '座机',
      location: { text: '一楼大厅', floor: '1' },
    },
    later: [['09:55', { action: 'accept', actor: '刘洋', assignee: '刘洋' }]],
  },
];

async function fill(url: string, token: string): Promise<void> {
  const post = async (path: string, body: object) => {
    const answer = await request(url, path, { token, body });
    if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const steps = EARLIER.flatMap((one) => {
    const made: { number: string } = { number: '' };
    const open = async () => Object.assign(made, await post('/api/tickets', one.ticket));
    const act = (step: Step) => () => post(`/api/tickets/${made.number}/actions`, step);
    return [{ at: one.at, run: open }, ...(one.later ?? []).map(([at, step]) => ({ at, run: act(step) }))];
  });
  for (const { at, run } of steps.sort((a, b) => a.at.localeCompare(b.at))) {
    setTime(at);
    await run();
  }
  setTime('10:05');
  await post('/api/meetings', {
    title: '季度工作例会',
    start: '2026-11-18T15:00:00+08:00',
    end: '2026-11-18T16:30:00+08:00',
    room: '302',
    attendees: 20,
    equipment: ['microphone', 'projector'],
    requester: person('u-he', '何静', '综合科', '8207'),
  });
}

/** The browser lives at the desk's time. */
async function talk(page: Page): Promise<void> {
  const desk = new DeskPage(page);
  const at = async (time: string) => {
    setTime(time);
    await page.clock.setFixedTime(clock.now);
  };
  await at('10:12');
  await desk.introduce('林岚', { department: '财务科' });
  await desk.say('三楼302打印机卡纸了，下午两点前要用');
  await desk.card('打印机卡纸怎么处理').getByRole('button', { name: '没解决' }).click();
  await desk.chat.getByText(/分机或手机/).waitFor();
  await at('10:13');
  await desk.say('8302');
  await desk.card('报修单（待提交）').getByRole('button', { name: '提交', exact: true }).click();
  const recorded = desk.card(/^工单 T\d{8}-\d{4}/);
  await recorded.waitFor();
  const number = /T\d{8}-\d{4}/.exec((await recorded.textContent()) ?? '')?.[0] ?? '';
  await at('10:16');
  const card = desk.dispatchCard(number);
  await card.getByRole('button', { name: '接单', exact: true }).click();
  await desk.chat.getByText(new RegExp(`接单.*${number}`)).waitFor();
  await card.getByText(/处理中/).waitFor();
}

async function draw(desk: Desk, dataFolder: string): Promise<void> {
  const url = await desk.start();
  await fill(url, adminTokenOf(dataFolder));
  const browser = await openBrowser();
  const context = await browser.newContext({
    viewport: SIZE,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    colorScheme: 'light',
  });
  const page = await context.newPage();
  setTime('10:12');
  await page.clock.setFixedTime(clock.now);
  await page.goto(url);
  await talk(page);
  await page.mouse.move(0, 0);
  await page.screenshot({ path: PICTURE, animations: 'disabled', caret: 'hide' });
  await browser.close();
}

const folder = ownFolder();
const parsed = parseConfig({ PORT: '0', DATA_DIR: `${folder.path}/data` });
if (!parsed.ok) throw new Error(parsed.faults.join('\n'));
const desk = await createDesk({
  config: parsed.config,
  log: pino({ level: 'silent' }),
  now: () => clock.now,
});
try {
  await draw(desk, folder.path);
} finally {
  await desk.stop();
  folder.remove();
}
process.stdout.write(`${PICTURE}\n`);
