/** Pictures and files that go out, and those that could not be kept. */

export const files = {
  files: {
    /** Stands for a file where a channel can't carry it. */
    inWords: (name: string, size: string, link: string | null): string =>
      link ? `📎 ${name}（${size}）：${link}` : `📎 ${name}（${size}）：这里发不了文件，请到服务台网页上看`,
    /** Why something that was sent is not kept. */
    refused: {
      runnable: '能在电脑上运行的文件收不了。要说明软件问题的话，发一张截图就好。',
      archive: '压缩包收不了，请把里面的图片或文档直接发来。',
      unknown: '认不出这是什么文件。图片、PDF、Word、Excel、PPT、录音、视频和文本都可以。',
      empty: '这个文件是空的，请换一个再发。',
      too_large: '文件超过 20 MB，收不了。请压缩一下，或截取有问题的部分。',
      too_many: '已经传了很多文件还没有发出，请先把它们发给我。',
      gone: '没能从聊天软件里取到它，请再发一次。',
    },
    notKept: (name: string, why: string): string => `您发的「${name}」没有留下来：${why}`,
    /** What a ticket's requester sent, to the crew. */
    ofTicket: (number: string, count: number): string => `${number} 的附件，共 ${count} 个`,
    /** What the crew sent for the requester. */
    forRequester: (number: string, count: number): string =>
      `处理 ${number} 的同事给您发来 ${count} 个附件：`,
    /** What a note says that is a file alone. */
    noteAlone: '见附件',
    asked: (number: string, count: number): string => `${number} 的附件都在这里，共 ${count} 个：`,
    noneOfTicket: (number: string): string =>
      `${number} 里没有附件。要补照片或文件的话，直接发给我，我放进这张单子。`,
    noTicket: '您还没有报过单子，所以没有附件可看。要报修的话，直接说哪里出了什么问题。',
    unknownTicket: (number: string): string => `您名下没有 ${number} 这张单子，请核对一下编号。`,
  },
};
