/** The whole directory of Feishu, through the real SDK: every department, every page, each person once. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createFeishu } from '../../../adapters/feishu/index.ts';
import type { PlatformPerson } from '../../../bot/channel.ts';
import { TEXTS } from '../../../flows/texts/index.ts';
import { silent } from '../../support/desk.ts';
import { type FeishuPlatform, openFeishuPlatform } from '../../support/feishu-platform/platform.ts';

let platform: FeishuPlatform;
beforeEach(async () => {
  platform = await openFeishuPlatform();
  for (let n = 1; n <= 5; n += 1) platform.people.set(`ou_${n}`, { name: `人${n}`, department: '财务科' });
  platform.people.set('ou_6', { name: '人6', mobile: '+8613800138000' });
  platform.people.set('ou_7', { name: '人7', department: '办公室', leader: 'ou_6' });
  platform.people.set('ou_8', { name: '人8', department: '信息科' });
});
afterEach(() => platform.close());

async function listed(): Promise<PlatformPerson[]> {
  const channel = createFeishu({
    ...platform.keys,
    mode: 'webhook',
    baseUrl: platform.url,
    words: TEXTS.zh.channels.toast,
    log: silent,
    now: Date.now,
    sleep: async () => {},
    jitter: () => 0,
  });
  const people: PlatformPerson[] = [];
  for await (const person of channel.listPeople?.() ?? []) people.push(person);
  return people;
}

test('everybody is listed once, with their department', async () => {
  const people = await listed();
  expect(people.map(({ id }) => id).sort()).toEqual([...platform.people.keys()]);
  expect(people.find(({ id }) => id === 'ou_7')).toEqual({
    id: 'ou_7',
    name: '人7',
    department: '办公室',
    manager: 'ou_6',
  });
  expect(people.find(({ id }) => id === 'ou_6')?.phone).toBe('+8613800138000');
});

test('a page that the platform refuses is an error, never a shorter list', async () => {
  platform.mishap = ({ query }) => (query.get('page_token') ? { status: 500 } : null);
  await expect(listed()).rejects.toThrow();
});
