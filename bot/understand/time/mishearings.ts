/**
 * What dictation and hasty input methods make of words for times: 明添, 下舞三点, 礼败五, 半个小石后. Each is set right
 * only where a time stands around it, for most of these characters are words of their own («线下务必», «操作天擎»), and
 * character for character, so that offsets stay.
 */

const N = '[一二两三四五六七八九十\\d]';
const DAY = `(?:[今明后昨前]天|(?:周|星期|礼拜)[一二三四五六日天1-7]|[\\d十]号)`;
/** An hour or minutes follow. */
const HOUR = `(?=${N}{1,3}[点店典惦:])`;
const LENGTH_ENDS = '(?=之?[后内前]|以[后内前]|就|的会|[,。!?;\\s]|$)';
const CLAUSE = '(?=开|前|之前|左右|到|来|要|的会|有会|集合|[,。!?;\\s]|$)';

type Correction = readonly [heard: RegExp, meant: string];

const rule = (heard: string, meant: string): Correction => [new RegExp(heard, 'g'), meant];

const WEEKDAY_AFTER = '(?=[上下早晚中前\\d]|开会|[一二两三四五六七八九十]{1,3}点|之前|[,。!?;\\s]|$)';
const weekday = (heard: string, meant: string): Correction =>
  rule(`(?<=星期|礼拜|[上下本这]周|(?:^|[\\s,。到至])周)[${heard}]${WEEKDAY_AFTER}`, meant);

/** 上午食点, 下午洗点: after a part of the day a number of hours is expected. */
const HOURS_HEARD: readonly (readonly [heard: string, meant: string])[] = [
  ['良亮', '两'],
  ['伞散', '三'],
  ['寺似肆洗死', '四'],
  ['武舞午伍吴', '五'],
  ['刘留流', '六'],
  ['齐奇其', '七'],
  ['吧爸巴', '八'],
  ['酒久', '九'],
  ['食石实拾', '十'],
];

/** Earlier ones feed later ones: a day that is set right makes the part of the day after it believable. */
const CORRECTIONS: readonly Correction[] = [
  rule('礼[败摆白百](?=[一二三四五六日天\\d武舞衣伞])', '礼拜'),
  rule('星[其七齐奇](?=[一二三四五六日天\\d武舞衣伞])', '星期'),
  weekday('衣依医伊', '一'),
  weekday('而儿尔', '二'),
  weekday('伞散', '三'),
  weekday('寺似肆', '四'),
  weekday('武舞午伍吴', '五'),
  weekday('刘留流', '六'),
  rule('(?<![报用户签姓域文件])[名鸣铭](?=[天添填后](?![天擎气空猫线]))', '明'),
  rule('(?<=[明昨今])[添填](?!写|报|加|单|表|空|充)', '天'),
  rule('(?<![操工合协动制])[作做](?=天(?:[上下早晚中]|修|报|装|断|坏|就|还|提))', '昨'),
  rule('(?<![资现基奖])[金巾](?=天(?:[上下早晚中]|[^然下]?内|之))', '今'),
  rule('(?<![气时等征问])[厚候侯](?=天(?:[上下早晚中前]|\\d|[一二三四五六七八九十]))', '后'),
  rule('(?<![以之最])后[添填](?=[上下早晚中前\\d]|[一二三四五六七八九十]{1,3}点)', '后天'),
  rule(`(?:下[舞武屋务物无误勿]|[夏虾吓]午)(?:(?<=${DAY}..)|${HOUR})`, '下午'),
  rule(`下五${HOUR}`, '下午'),
  rule(`(?:上[舞武屋伍]|[尚商]午)(?:(?<=${DAY}..)|${HOUR})`, '上午'),
  rule(`上五${HOUR}`, '上午'),
  rule(`(?:[钟忠终]午|中[武舞伍])(?:(?<=${DAY}..)|${HOUR})`, '中午'),
  rule(`(?:晚[商尚]|[挽玩万碗]上)(?:(?<=${DAY}..)|${HOUR})`, '晚上'),
  rule(`早[商尚](?:(?<=${DAY}..)|${HOUR})`, '早上'),
  ...HOURS_HEARD.map(([heard, meant]) => rule(`(?<=[上下中]午|早上|晚上|凌晨|傍晚)[${heard}](?=点)`, meant)),
  rule('[旁榜]晚(?!会)', '傍晚'),
  rule(
    `(?<=${N})[店典惦碘](?=[半办钟班]|一刻|三刻|开会|前|之前|左右|[一二三四五]?十[一二三四五六七八九]?分)`,
    '点',
  ),
  rule(`(?<=${N}点)[办班伴](?!公|事|理|车|长|组|级)${CLAUSE}`, '半'),
  rule(`(?<=${N}点)[中种终]${CLAUSE}`, '钟'),
  rule(`(?<=[个半]|${N})[小肖](?:[石是十实识]|(?<=肖)时)${LENGTH_ENDS}`, '小时'),
  rule(`(?<=[个半])(?:钟[透投]|中头)${LENGTH_ENDS}`, '钟头'),
  rule(`(?<=${N})分[种中终忠]${LENGTH_ENDS}`, '分钟'),
];

const SUSPECT =
  /[败摆其齐奇名鸣铭添填作做金巾厚候侯衣依医而伞散寺似武舞伍吴刘留屋务物无误夏虾吓尚商忠终挽玩碗旁榜店典惦碘办班伴肖石透投]|[下上]五|分[种中]|小[是十实]|点[中种]|[午上晨晚][良亮洗死流吧爸巴酒久食石实拾]点|中头|星七/;

/** Sets misheard words right, in a text already folded; of the same length. */
export function setRight(folded: string): string {
  if (!SUSPECT.test(folded)) return folded;
  return CORRECTIONS.reduce((text, [heard, meant]) => text.replace(heard, meant), folded);
}
