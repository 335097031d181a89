/** In Chinese: what the engine itself says. */
import type { EngineWords } from '../../../bot/dialogue/definition.ts';
import type { SecretKind } from '../../../bot/types.ts';
import { short } from '../wording.ts';

const SECRETS: Record<SecretKind, string> = {
  id_card: '身份证号',
  bank_card: '银行卡号',
  password: '密码',
  classified: '涉密内容',
  key: '密钥',
};

export const engine: EngineWords = {
  abandoned: (topic) =>
    topic
      ? [`好，「${topic}」先不办了。`, `好的，「${topic}」这件事放下。`]
      : ['好，先不办了。', '好的，放下这件事。'],
  worksAgain: (topic) => [
    `太好了，「${topic}」就不登记了。再有问题随时说。`,
    `那就好，「${topic}」不用报了，有事再找我。`,
  ],
  nothingToAbandon: () => ['好的，有事随时说。', '行，需要时再叫我。'],
  resumed: (topic) => [`我们接着说「${topic}」。`, `回到「${topic}」。`],
  stale: () => [
    '这张卡片已经过期了，按钮不再有效。直接告诉我现在要办什么就行。',
    '这个按钮已经失效，刚才那件事有了新的进展。您现在想办什么，直接说。',
  ],
  secrets: (kinds) => {
    const names = [...new Set(kinds)].map((kind) => SECRETS[kind]).join('、');
    return kinds.includes('classified')
      ? [
          `您发的内容带有${names}，按保密规定我没有保存，也没有转给任何人。请走保密渠道处理；要报修的话，去掉涉密部分再说一遍。`,
          `这条消息里有${names}，没有留存也没有转发。涉密内容请不要在这里发，换个不涉密的说法我就能接着办。`,
        ]
      : [
          `消息里的${names}我已经打码，没有保存也不会转给别人。工程师不会向您要${names}，请不要再发。`,
          `为了您的安全，${names}已隐去、不留存。办事用不着它，以后请别发在聊天里。`,
        ];
  },
  corrected: (values) => {
    const list = values.filter(Boolean).join('，');
    return list ? [`好，改成「${list}」。`, `改过来了：「${list}」。`] : ['好，改过来了。', '已经改好。'];
  },
  waiting: () => ['好，不急，弄好了告诉我。', '您先忙，有结果了说一声。', '行，我等您消息。'],
  noted: () => ['好，一并记下了。', '记上了。', '收到，加进去了。'],
  queued: (text) => [
    `「${short(text)}」我也记着，办完手头这件马上办。`,
    `「${short(text)}」排在后面，这件办完就来。`,
  ],
  next: (text) => [`接着说另一件：「${short(text)}」。`, `再来看「${short(text)}」。`],
  setAside: (topic) => [
    `之前「${topic}」没说完，我先放下了；还要办的话再说一声。`,
    `「${topic}」隔得久了，先放一放，需要时重新说一遍就行。`,
  ],
  handedBack: () => ['好，我是机器人，接着为您服务，请说。', '我回来了，请讲。'],
  attachmentAlone: (kind) =>
    kind === 'image'
      ? [
          '图片收到了。请再用一句话说说：什么设备、在哪里、出了什么问题？我连图一起记下。',
          '图片我留着了。它说的是哪台设备、在哪儿、什么情况？打几个字就行。',
        ]
      : [
          '文件收到了。请用一句话说说要办什么，我连文件一起记下。',
          '文件我留着了。要我拿它办什么事？说一句就行。',
        ],
  attachmentKept: (kind) =>
    kind === 'image'
      ? ['图片收到了，和这件事放在一起。上面问的还请说一下。', '好，图片留下了。接着回答刚才的问题就行。']
      : ['文件收到了，和这件事放在一起。上面问的还请说一下。', '好，文件留下了。接着回答刚才的问题就行。'],
  notHeard: (kind) =>
    kind === 'voice'
      ? [
          '语音收到了，可我现在还听不了。麻烦打几个字：什么设备、在哪里、怎么了？急事请回复「转人工」。',
          '这条语音我先留着，内容还听不出来。请用文字说一下要办什么，或回复「转人工」。',
        ]
      : [
          '视频收到了，可我现在还看不了。麻烦打几个字：什么设备、在哪里、怎么了？急事请回复「转人工」。',
          '这段视频我先留着，内容还看不出来。请用文字说一下要办什么，或回复「转人工」。',
        ],
  attachmentNamed: (kind, name) =>
    `[${{ image: '图片', file: '文件', voice: '语音', video: '视频' }[kind]} ${name}]`,
  recalledInFlow: () => [
    '看到您撤回了一条消息，前面记下的没有变。要改就直接说，不办了回「算了」。',
    '有一条消息撤回了，已经记下的我先留着。哪里不对告诉我，不办了说「算了」。',
  ],
  recalledTicket: (number) => [
    `看到您撤回了一条消息，${number} 还照常在办。不用办了，请说「撤销 ${number}」。`,
    `有一条消息撤回了；${number} 没有受影响。要撤单就说「撤销 ${number}」。`,
  ],
  failed: () => [
    '抱歉，刚才这条没办成，我会自动再试；着急的话回复「转人工」。',
    '这一步出了点岔子，我正在重试。等不及就回复「转人工」，值班同事会接手。',
  ],
};
