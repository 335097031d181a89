/**
 * `npm run sim`: the desk with simulated platforms on one page, so that anyone can see each channel's real messages
 * without an account. Nothing is kept. `SIM_PORT` and `PORT` choose where the page and the desk are served.
 */
import type { AddressInfo } from 'node:net';
import { parseConfig } from '../../server/config.ts';
import { createDesk, type Desk } from '../../server/desk-app.ts';
import { createLog } from '../../server/log.ts';
import { simulateFeishu } from './feishu.ts';
import { createSimServer } from './server.ts';
import type { SimulatedChannel } from './simulated.ts';
import { simulateTelegram } from './telegram.ts';
import { simulateWechat } from './wechat.ts';

/** One maker a channel; a further one is added here. */
const MAKERS: readonly (() => Promise<SimulatedChannel>)[] = [
  simulateFeishu,
  simulateTelegram,
  simulateWechat,
];

export interface Simulation {
  page: string;
  desk: Desk;
  stop(): Promise<void>;
}

/** `now` gives epoch milliseconds: the desk's clock. */
export async function startSimulation(
  env: Record<string, string | undefined>,
  now: () => number = Date.now,
): Promise<Simulation> {
  const channels = await Promise.all(MAKERS.map((make) => make()));
  const parsed = parseConfig({
    PORT: '0',
    DATA_DIR: 'memory://simulation',
    API_TOKENS: 'admin:simulation-admin-token',
    LOG_LEVEL: 'warn',
    DISPATCH_GROUPS: channels.map((one) => one.dispatchGroup).join(','),
    ...env,
    ...Object.assign({}, ...channels.map((one) => one.environment)),
  });
  if (!parsed.ok) throw new Error(parsed.faults.join('\n'));
  const { config } = parsed;
  const desk = await createDesk({ config, log: createLog(config.logLevel), now });
  await desk.start();
  const server = createSimServer(channels);
  await new Promise<void>((resolve) => {
    server.listen(Number(env.SIM_PORT ?? 0), '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    page: `http://127.0.0.1:${port}`,
    desk,
    async stop() {
      server.closeAllConnections();
      server.close();
      await desk.stop();
      for (const channel of channels) await channel.close();
    },
  };
}

if (import.meta.main) {
  const { PORT, SIM_PORT = '3100', PROFILE } = process.env;
  const simulation = await startSimulation({
    SIM_PORT,
    ...(PORT ? { PORT } : {}),
    ...(PROFILE ? { PROFILE } : {}),
  });
  process.stdout.write(`${simulation.page}\n`);
  const end = () => {
    simulation.stop().then(() => process.exit(0));
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
}
