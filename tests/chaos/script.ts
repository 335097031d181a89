/** What people say in the chaos runs, what must come of it, and nothing else. */
import type { Address, Update } from '../../bot/types.ts';

/** When a run begins, by the desk's clock. */
export const BEGIN = Date.parse('2026-11-18T09:00:00+08:00');
export const DAY = '20261118';
/** The desk's clock runs faster, so that waits before another attempt, and leases of the dead, take a tenth of the time. */
export const CLOCK_RATE = 10;

/** The crew's group, on the channel that pushes. */
export const CREW: Address = { channel: 'push', chat: 'crew', kind: 'group' };

export interface Line {
  text: string;
  /** What the answer must be about: a message that was lost, doubled or overtaken gets another one. */
  answered: RegExp;
}

const opening = (device: string): Line[] => [
  { text: '没解决', answered: /怎么联系您/ },
  { text: '8012', answered: new RegExp(`【报修单（待提交）】[^]*${device}[^]*8012`) },
  { text: '提交', answered: /登记好了：T\d{8}-\d{4}/ },
];

/** Two faults, each opened as a ticket; in between a question that an article answers, the status, and an urge. */
export const LINES: readonly Line[] = [
  { text: '三楼302打印机卡纸了', answered: /【打印机卡纸/ },
  ...opening('打印机'),
  { text: '我的报修到哪了', answered: /^T\d{8}-\d{4}「/ },
  { text: '催一下', answered: /催了.*T\d{8}-\d{4}|T\d{8}-\d{4}.*催了/ },
  { text: '怎么连无线网络', answered: /无线/ },
  { text: '已解决', answered: /问题解决了|办结/ },
  { text: '五楼501电脑开不了机', answered: /【按电源键电脑没有反应/ },
  ...opening('电脑'),
];

/** The devices of the tickets that one sender's lines open, in order. */
export const DEVICES = ['打印机', '电脑'] as const;

export interface Person {
  channel: 'web' | 'push';
  id: string;
}

export function people({ web, push }: { web: number; push: number }): Person[] {
  const of = (channel: Person['channel'], count: number) =>
    Array.from({ length: count }, (_, at) => ({ channel, id: `${channel}-${at + 1}` }));
  return [...of('web', web), ...of('push', push)];
}

/** A person's own chat on their channel. */
export function chatOf({ channel, id }: Person): Address {
  return { channel, chat: id, kind: 'private' };
}

export function messageId(person: Person, line: number): string {
  return `${person.id}-${line}`;
}

/** A line as the pushing channel's adapter would hand it in. */
export function utterance(person: Person, line: number): Update {
  return {
    kind: 'utterance',
    updateId: messageId(person, line),
    at: new Date(BEGIN).toISOString(),
    address: chatOf(person),
    sender: { id: person.id },
    text: LINES[line]?.text ?? '',
  };
}

export const ENGINEERS = ['李明', '王芳'] as const;

/** An engineer presses 接单 on the card of a ticket. */
export function acceptance(number: string, engineer: string): Update {
  return {
    kind: 'action',
    updateId: `accept-${number}-${engineer}`,
    at: new Date(BEGIN).toISOString(),
    address: CREW,
    sender: { id: engineer, name: engineer },
    action: { id: 'dispatch.accept', value: number },
  };
}
