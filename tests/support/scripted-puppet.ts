/** A puppet for a process of its own: it asks for a scan, logs in, and somebody writes; what else it does `WECHATY_SCRIPT` says. */
import { mock, PuppetMock } from 'wechaty-puppet-mock';

type Options = NonNullable<ConstructorParameters<typeof PuppetMock>[0]>;
type Contact = ReturnType<InstanceType<typeof mock.Mocker>['createContact']>;

export default class ScriptedPuppet extends PuppetMock {
  private readonly self: Contact;
  private readonly anna: Contact;

  constructor(options: Options = {}) {
    const mocker = new mock.Mocker();
    super({ ...options, mocker });
    this.self = mocker.createContact({ id: 'desk', name: '服务台' });
    this.anna = mocker.createContact({ id: 'anna', name: '李安娜' });
    mocker.use(() => {
      mocker.scan('https://login.weixin.qq.com/l/code', 2);
      mocker.login(this.self);
      setImmediate(() => this.anna.say('打印机坏了').to(this.self));
      if (process.env.WECHATY_SCRIPT === 'throw')
        setImmediate(() => void Promise.reject(new Error(`gateway of ${process.env.WECHATY_TOKEN} is away`)));
      return () => {};
    });
  }

  /** What arrives at a person is answered, so that the test sees that it did. */
  override async messageSendText(chat: string, text: string): Promise<void> {
    await super.messageSendText(chat, text);
    this.anna.say(`收到：${text}`).to(this.self);
  }
}
