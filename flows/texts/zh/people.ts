/** In Chinese: channels, and one person with several accounts. */

export const people = {
  channels: {
    tooFast: '您发得太快了，刚才这几条我没有记下。请等一分钟，再把要办的事发一遍。',
    /** Stands in the place of what was taken back. */
    recalled: '[已撤回]',
    /** A bot's menu, where a platform has one: the command, what tapping it says, and what the menu says of it. */
    commands: [
      { name: 'start', says: '你好', description: '打个招呼，看看能办什么' },
      { name: 'help', says: '帮助', description: '能办什么，怎么说' },
      { name: 'tickets', says: '我的工单', description: '我报的事到哪一步了' },
      { name: 'human', says: '转人工', description: '找一位同事来接' },
    ],
    /** What somebody says by sharing their own telephone number. */
    sharedContactSays: '我是谁',
    toast: {
      received: '收到，马上办',
      tooFast: '点得太快了，请过一会儿再点',
      notKept: '刚才没有记下，请再点一次',
      unknown: '这张卡片已经失效，请直接发消息告诉我',
    },
  },
  /** One person, several accounts. */
  identity: {
    channels: { web: '网页', feishu: '飞书', telegram: 'Telegram', wechat: '微信', phone: '电话' } as Record<
      string,
      string
    >,
    code: (code: string, minutes: number): string =>
      `您的绑定码是 ${code}，${minutes} 分钟内有效。在另一个聊天软件里对我说「绑定 ${code}」，两边就是同一个人了。这个码请不要告诉别人。`,
    joined: (name: string | undefined): string =>
      `绑定好了${name ? `，${name}` : ''}。您在别处报的单子，在这里也能查、能催了。`,
    joinedElsewhere: (channel: string): string =>
      `您的身份刚刚在${channel}上绑定了一个账号。不是您本人操作的话，请马上回复「转人工」。`,
    refused: {
      unknown: (): string =>
        '这个绑定码不对，或者已经过期。请在原来的聊天里说「绑定账号」重新取一个，再发给我。',
      too_many: (): string => '试错的次数多了，请一小时后再试；着急的话回复「转人工」。',
      own: (): string => '这个账号早已绑定好了，不用再绑一次。',
      taken: (): string => '这个账号已经绑定在另一个人名下。要换的话，先说「解除绑定」，再重新绑定。',
    },
    left: (): string => '已经解除绑定。这里只看得到在这里报的单子；想再绑定，随时说「绑定账号」。',
    notJoined: (): string => '这个账号没有绑定过，不用解除。',
    unknownYou: (): string =>
      '我还不知道您在通讯录里是哪一位。在别的聊天软件里用过我的话，说「绑定账号」就能连起来。',
    you: ({
      name,
      department,
      channels,
    }: {
      name: string;
      department?: string | undefined;
      channels: string[];
    }): string =>
      `您是${department ?? ''}${name}${channels.length > 1 ? `，${channels.join('、')}都认得您` : ''}。`,
  },
};
