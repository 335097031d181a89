/** In Chinese: answers from the knowledge base, and what it tells people by itself. */
import { short, type Wording } from '../wording.ts';

export const knowledge = {
  articleLead: (title: string): Wording => [
    `先试试这个办法，多半几分钟就好：${title}`,
    `这种情况可以先这样处理：${title}`,
  ],
  lectureLead: (title: string): Wording => [`微课堂里正好讲过：${title}`, `这一课讲的就是它：${title}`],
  /** On a button: what comes close to the answer shown. */
  articleOther: (title: string): string => `相近的还有：${short(title, 24)}`,
  /** Who keeps it, and the day on which it was last checked. */
  articleSource: (owner: string, checked: string | undefined): string =>
    ['知识库', owner, checked && `${checked} 核对过`].filter(Boolean).join(' · '),
  videoPlace: (episode: number | undefined, at: string | undefined): string =>
    [episode && `第${episode}课`, at && `${at} 处`].filter(Boolean).join(' '),
  askSolved: (): Wording => [
    '试过了吗？好了就回「已解决」，不行就回「没解决」，我马上登记。',
    '这样好了没有？「已解决」还是「没解决」？',
  ],
  fullLead: (title: string): Wording => [`《${title}》全文：`],
  solved: (): Wording => [
    '太好了，问题解决了就好。以后有事随时找我。',
    '好，那这件事就办结了，不用登记。有需要再说。',
  ],
  notInBase: (): Wording => [
    '知识库里没有这个问题的答案，不敢乱说。要不要我登记下来，请同事专门回复您？',
    '这个知识库里还没有。我可以登记成一张单，让懂的同事答复您，要吗？',
  ],
  notNow: (): Wording => ['好的，需要时再说。', '行，有事随时叫我。'],
  /** What the knowledge base tells people by itself. */
  knowledge: {
    nowAnswered: (question: string, title: string): string =>
      `您之前问过「${short(question)}」，当时没有答案。现在知识库里有了：《${title}》。照原话再问我一次，就能看到步骤。`,
    lecturePublished: (title: string, episode: number | undefined, url: string | undefined): string =>
      `微课堂上新${episode === undefined ? '' : `第${episode}课`}：《${title}》${url ? `\n${url}` : ''}\n不想再收到，回复「退订微课堂」。`,
    subscribed: (): string => '订好了，微课堂每出一课我就告诉您。想停随时说「退订微课堂」。',
    alreadySubscribed: (): string => '您已经订阅了微课堂，有新课我会告诉您。',
    unsubscribed: (): string => '已退订，以后不再推送微课堂。想看了说「订阅微课堂」就行。',
    notSubscribed: (): string => '您没有订阅微课堂，不会收到推送。',
    rated: (episode: number, stars: number): string => `记下了，第${episode}课 ${stars} 分，谢谢。`,
    noSuchLecture: (episode: number): string =>
      `没有找到第${episode}课。课号在微课堂的卡片上，例如「第12课5分」。`,
    lectureDue: (title: string, episode: number, due: string): string =>
      `微课堂第${episode}课《${title}》应在 ${due} 前发布，现在还没有。录好后请在知识库里发布；要改期请告诉我们。`,
  },
};
