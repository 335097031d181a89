/** What only looks like a time: «三点建议», «简洁一点», «24点5度», «第三点», «一时打不开». */

/** An hour without minutes («三点») can be a list, a degree or a decimal; with them it is a time. */
const PLAIN = /^(?<hour>[^点时]+?)\s*(?:点钟?|时)(?<approximate>整|许|多|几|左右|上下)?$/;

/** 三点五度, 24点5%: a decimal read aloud. */
const DECIMAL =
  /^[\d零一二三四五六七八九]{1,4}\s*(?:个|度|%|米|毫米|厘米|英寸|公斤|斤|倍|元|块|万|亿|折|寸|级|版|岁|升|秒|兆|g|m|k|分(?!钟|开)|小时|公里|平)/;

/** 零点五, 二十点六: nothing but one more figure. */
const SPOKEN_DECIMAL = /^[\d零一二三四五六七八九](?=$|[\s,。!?;、])/;
/** 3点几兆. */
const UNIT = /^(?:度|%|毫?米|厘米|寸|公?斤|倍|元|块|万|亿|折|岁|升|秒|兆|个|g|m|k)/;

/** What one counts in points. */
const LISTED =
  /^(?:的)?(?:小|重要|主要|具体|修改|合理化?|补充|个人|基本|共同)?(?:建议|意见|问题|原因|要求|内容|说明|希望|想法|疑问|需求|注意|情况|理由|经验|体会|好处|坏处|优势|不足|诉求|事项|反馈|措施|结论|感受|看法|请求|启示|思考|变化|不同|区别|共识|贡献|改进|不便|困难|错误|失误|毛病|瑕疵|水|钱|心意|积分|击|赞|评|位(?!于)|阵|检|选|播|滴|子|数|触|对|点|儿|几|一线|式|支撑|定位|钟?方向|就够|以上|以下|不满|麻烦|卡|慢|不对|不太|小事|异议)/;
/** 有三点, 提出三点: a count, whatever follows but an hour's own words. */
const COUNTED_BEFORE =
  /(?:有|提|提出|提了|谈|讲|补充|强调|总结|这|哪|以下|如下|共|汇报|明确|做到|记住|差|满|打了|扣|扣了|加|减|够)$/;
/** 说三点, 就三点: either. */
const EITHER_BEFORE = /(?:说|那|就|讲了|另外|下面)$/;
const CLAUSE_END = /^\s*(?:$|[,。!?;吧呢啊])/;
const TIMED_AFTER =
  /^(?:钟|半|整|前|之前|以前|后|之后|以后|左右|的会|的视频|的时候|开|到|至|-|~|起|要|来|过来|就|集合|结束|截止|在|有会|有个|上门|过去|见|出发|上班|下班)/;
const ONE = /^(?:一|1)$/;
/** «一点就断» is a touch, «一点就开会» would be an hour: too rare to believe. */
const ONE_AFTER =
  /^(?:钟|半|整|前(?!台|面)|之前|以前|后|之后|以后|左右|的会|开会|开始|到|至|-|~|起|要(?!是)|来|过来|集合|结束|截止|有会|有个|上班|下班|见|出发|\s*$|[,。!?;])/;
/** Words after which «一点» may be an hour: 改到一点, 在一点. */
const HOUR_BEFORE = /(?:^|[\s,。;!?:()改到在于约定至是为和、]|大概|大约|差不多|今天|明天|那就|就)$/;

/** Whether the hour read from `from` to `to` is meant as one; `bound` where a day or part of it stands before. */
export function isHourPhrase(text: string, from: number, to: number, bound: boolean): boolean {
  const plain = PLAIN.exec(text.slice(from, to));
  const after = text.slice(to, to + 8);
  if (/^[一1]时半/.test(text.slice(from, to)) && /^[会刻霎]/.test(after)) return false;
  if (/^(?:度|%|米|公斤|倍|寸|折|竖|横|屏|比例|的?画面|的?屏)/.test(after)) return false;
  if (!plain) return true;
  if (DECIMAL.test(after) || (/几$/.test(text.slice(from, to)) && UNIT.test(after))) return false;
  const hour = plain.groups?.hour ?? '';
  const before = text.slice(Math.max(0, from - 4), from);
  if (before.endsWith('分之')) return false;
  if (text.charAt(to - 1) === '时') return bound || !ONE.test(hour);
  if (LISTED.test(after)) return false;
  if (!bound && SPOKEN_DECIMAL.test(after)) return false;
  if (bound || plain.groups?.approximate !== undefined) return true;
  if (ONE.test(hour))
    return HOUR_BEFORE.test(before) && ONE_AFTER.test(after) && !isBareAnswer(text, from, to);
  if (COUNTED_BEFORE.test(before)) return TIMED_AFTER.test(after);
  return !EITHER_BEFORE.test(before) || TIMED_AFTER.test(after) || CLAUSE_END.test(after);
}

/** «一点» as a whole message says an hour only when asked for one; as the last word of one it is «a bit». */
function isBareAnswer(text: string, from: number, to: number): boolean {
  const before = text.slice(0, from).trimEnd();
  return text.slice(to).trim() === '' && before !== '' && !/[到在于约至是为]$/.test(before);
}
