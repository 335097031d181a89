/**
 * What is wrong where no known words say it: what is said of the thing to the end of its clause («电脑嗡嗡响»), or else
 * the first clause that names neither the sender nor the place nor a wish.
 */
interface Span {
  from: number;
  to: number;
}

/** What was found in a message; offsets into `message.plain`. */
export interface Named {
  message: { plain: string };
  devices: readonly Span[];
  systems: readonly Span[];
  places: readonly Span[];
  departments: readonly Span[];
  people: readonly Span[];
  times: readonly Span[];
  phones: readonly Span[];
}

const NO_COMPLAINT =
  /^(?:修|请|帮|吗|怎么|报修|问题|谢|在|是|和|跟|与|上|里|有|要|想|我|你|他|这|那|没|旁|需|能不能|[\d.]|和)/;
/** Clauses that tell of something else: a greeting, a wish, a number to call, haste. */
const BESIDE =
  /^(?:你好|您好|在吗|老师|师傅|领导|请|麻烦|帮|谢|急|赶紧|尽快|速|联系|电话|分机|我是|我叫|这里是|我们是|能不能|可以|怎么|是不是|什么|快|救命|在线等|完了|同志|工程师|信息中心|喂|hi|hello|唔该|师父|搞快|不急|重启|换了|试)/;
const LEAD =
  /^(?:[\s的了]|我们?这?(?:边|里|个|台|部)?|这(?:台|个|部)|那(?:台|个|部)|刚才|刚刚|突然|现在|今天|昨天|又|也|都|就|有点|好像|自己|里面?|上面?|那儿|这儿|说|它|吧|呀|啊|呢|开机|一?打开)+/;
const TAIL = /[了啊呀呢吧的哦嘛哈咯 ]+$/;
const LONGEST = 12;

/** A blank between two Chinese characters parts clauses as a comma does. */
const CLAUSES = /(?:[^,，。;；!?！？\n ]|(?<![\u4e00-\u9fff]) | (?![\u4e00-\u9fff]))+/g;

export function complaintOf(named: Named): Span | null {
  const things = [...named.devices, ...named.systems].sort((a, b) => a.from - b.from);
  return saidOfThing(named, things) ?? saidAtAll(named, things);
}

function saidOfThing({ message: { plain } }: Named, things: readonly Span[]): Span | null {
  for (const thing of things) {
    const clause = new RegExp(CLAUSES.source, 'y');
    clause.lastIndex = thing.to;
    const said = trimmed(plain, thing.to, thing.to + (clause.exec(plain)?.[0].length ?? 0));
    if (said && !NO_COMPLAINT.test(plain.slice(said.from, said.to))) return said;
  }
  return null;
}

function saidAtAll(named: Named, things: readonly Span[]): Span | null {
  const { message, places, departments, people, times, phones } = named;
  const known = [...things, ...places, ...departments, ...people, ...times, ...phones];
  for (const clause of message.plain.matchAll(CLAUSES)) {
    const said = trimmed(message.plain, clause.index, clause.index + clause[0].length, known);
    if (said && !BESIDE.test(clause[0].trim()) && !BESIDE.test(message.plain.slice(said.from, said.to)))
      return said;
  }
  return null;
}

/** Without what leads to it and what it trails off in; null where nothing of a complaint's length is left. */
function trimmed(plain: string, begin: number, end: number, known: readonly Span[] = []): Span | null {
  let from = begin;
  for (let before = -1; before !== from; ) {
    before = from;
    const at = from;
    from = known.find((span) => span.from <= at && at < span.to && span.to <= end)?.to ?? from;
    from += LEAD.exec(plain.slice(from, end))?.[0].length ?? 0;
  }
  const bare = end - (TAIL.exec(plain.slice(from, end))?.[0].length ?? 0);
  // «宕了»: one character says too little without its 了.
  const to = bare - from === 1 && plain[bare] === '了' ? bare + 1 : bare;
  if (to - from < 2 || to - from > LONGEST) return null;
  return /^[\u4e00-\u9fff]/.test(plain.slice(from)) ? { from, to } : null;
}
