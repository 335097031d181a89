/**
 * A WeChat that nobody owns: Wechaty's mock puppet behind a gateway of the real kind, spoken to by
 * wechaty-puppet-service over gRPC, as a bought gateway is.
 */
import { mock, PuppetMock } from 'wechaty-puppet-mock';
import { PuppetServer } from 'wechaty-puppet-service';
import { freePort } from './free-port.ts';

type Mocker = InstanceType<typeof mock.Mocker>;
export type GatewayContact = ReturnType<Mocker['createContact']>;

export interface WechatGateway {
  mocker: Mocker;
  puppet: PuppetMock;
  /** The account that is the desk. */
  self: GatewayContact;
  token: string;
  /** What a puppet has to find in its environment. */
  env: Record<string, string>;
  close(): Promise<void>;
}

/** Asks for a scan when the desk comes, and takes it for done at once. */
export async function startWechatGateway(): Promise<WechatGateway> {
  const mocker = new mock.Mocker();
  const puppet = new PuppetMock({ mocker });
  const self = mocker.createContact({ id: 'desk', name: '服务台' });
  mocker.use(() => {
    mocker.scan('https://login.weixin.qq.com/l/simulated', 2);
    if (!puppet.isLoggedIn) mocker.login(self);
    return () => {};
  });
  const port = await freePort();
  const token = 'insecure_0123456789abcdef';
  const endpoint = `127.0.0.1:${port}`;
  const server = new PuppetServer({ puppet, token, endpoint, tls: { disable: true } });
  await server.start();
  return {
    mocker,
    puppet,
    self,
    token,
    env: { WECHATY_PUPPET_SERVICE_ENDPOINT: endpoint, WECHATY_PUPPET_SERVICE_NO_TLS_INSECURE_CLIENT: 'true' },
    close: () => server.stop(),
  };
}
