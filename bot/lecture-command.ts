/** What a person says of the microlectures as such: to be told of new ones or not, and how one was. */

export type LectureCommand =
  | { kind: 'subscribe' }
  | { kind: 'unsubscribe' }
  | { kind: 'rate'; episode: number; stars: number };

const SERIES = '(?:it)?(?:办公)?(?:技能)?(?:的)?微(?:课堂|课)';
const UNSUBSCRIBE = new RegExp(
  `^(?:我(?:要|想)|请|帮我)?(?:退订|取消订阅|不再?订阅|别再?推送?|不要(?:再)?推送?)(?:一下)?${SERIES}(?:了|吧)?$|^unsubscribe(?: from)?(?: the)? lectures$`,
);
const SUBSCRIBE = new RegExp(
  `^(?:我(?:要|想)|请|帮我)?(?:订阅|关注|订)(?:一下)?${SERIES}(?:吧)?$|^subscribe(?: to)?(?: the)? lectures$`,
);
const RATE = /^(?:给|我给)?(?:微课堂?)?第?(\d{1,3})课(?:打|评|给)?([1-5])(?:分|颗?星)$/;

/** Null where the words are about anything else; a whole message, never a part of one. */
export function readLectureCommand(text: string): LectureCommand | null {
  const said = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[《》«»「」“”"，,。.!！~\s]+/gu, ' ')
    .trim();
  if (said.length > 40) return null;
  const close = said.replace(/(?<=[^a-z]) | (?=[^a-z])/g, '');
  if (UNSUBSCRIBE.test(close)) return { kind: 'unsubscribe' };
  if (SUBSCRIBE.test(close)) return { kind: 'subscribe' };
  const rated = RATE.exec(close);
  return rated ? { kind: 'rate', episode: Number(rated[1]), stars: Number(rated[2]) } : null;
}
