/** What a person says to get what came with a request of theirs: «把 T20261118-0001 的照片发我», «上次报修的附件给我看看». */

export interface FilesCommand {
  /** The ticket's number; null: the newest of theirs that has files. */
  ticket: string | null;
}

const FILES = /附件|照片|图片|截图|文件|\b(?:files?|photos?|pictures?|attachments?)\b/;
/** Asking to be given them; what is wrong with a file («文件打不开») is another matter. */
const GIVE =
  /发(?:给)?我|发(?:一下|过来|来)|给我|看(?:一)?[看下]|调出来|要一下|下载|\b(?:send|show|give|get)\b/;
/** Of a request, not of something on somebody's computer. */
const OF_TICKET = /工单|报修单|单子|这单|那单|上次报|我报的|报修的|\b(?:tickets?|request)\b/;
const NUMBER = /\bT\d{8}-\d{4,}\b/;
const TROUBLE = /打不开|打印|坏|错|丢|删|不能|无法|没法|不了|怎么|传不|卡/;
const MOST_SAID = 60;

/** Null where the words are about anything else. */
export function readFilesCommand(text: string): FilesCommand | null {
  const said = text.normalize('NFKC').trim();
  const lower = said.toLowerCase();
  if (said.length > MOST_SAID || TROUBLE.test(said) || !FILES.test(lower) || !GIVE.test(lower)) return null;
  const ticket = NUMBER.exec(said.toUpperCase())?.[0] ?? null;
  return ticket !== null || OF_TICKET.test(lower) ? { ticket } : null;
}
