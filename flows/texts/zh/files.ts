/** Pictures and files that go out, and those that could not be kept. */

export const files = {
  files: {
    /** Stands for a file where a channel can't carry it. */
    inWords: (name: string, size: string, link: string | null): string =>
      link ? `📎 ${name}（${size}）：${link}` : `📎 ${name}（${size}）：这里发不了文件，请到服务台网页上看`,
    gone: (name: string): string => `📎 ${name}：文件已经不在了`,
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
