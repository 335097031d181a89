/** Takes from what people type what an article never says: dialect, where they sit, how urgent it is. */

/** Cantonese and south-western turns, as normalized text has them, in standard words. */
const DIALECT: readonly (readonly [RegExp, string])[] = [
  [/唔到/g, '不了'],
  [/唔入/g, '不进'],
  [/唔著|唔着/g, '不亮'],
  [/唔/g, '不'],
  [/冇|莫得|没得/g, '没有'],
  [/咗/g, '了'],
  [/嘅|嘞/g, '的'],
  [/喺/g, '在'],
  [/係/g, '是'],
  [/郁不/g, '动不'],
  [/嘢/g, '东西'],
  [/点先/g, '怎么'],
  [/啷个|咋个|咋样|咋/g, '怎么'],
  [/啥子|啥/g, '什么'],
  [/不起机/g, '不了机'],
  [/出切/g, '出去'],
  [/部(?=电脑|机)/g, ''],
];

/** Places, moments and haste. Each is bounded so that «第3页», «22行» or an error code stays. */
const CIRCUMSTANCES: readonly RegExp[] = [
  /(?<![第a-z0-9])[a-z]?\d{1,2}号?[楼层座栋](东侧|西侧|南侧|北侧|东|西|南|北)?\d{0,4}(室|房间|房|号)?/g,
  /[a-z][座栋楼]\d{0,4}(室|房间|房)?/g,
  /(?<!第)[一二三四五六七八九十]{1,3}[楼层](?![宇])\d{0,4}(室|房间|房)?/g,
  /(?<![0-9a-z])\d{3,4}(室|房间|房|办公室|会议室|来个人)/g,
  /资产编?号[a-z0-9-]+/g,
  /(今天|明天|后天|昨天|今早|明早|早上|上午|下午|晚上|中午|周[一二三四五六日]|星期[一二三四五六日天])?[0-9一二三四五六七八九十两]{1,3}(点|:)([半一二三四五\d]{1,3}(分|刻)?)?(钟)?(之?前|左右)?(要用|要交|要)?/g,
  /(十万火急|火速|赶紧的?|赶快|尽快|马上|立刻|急用|很急|特急|急急急|在线等|快点|麻烦|劳驾|拜托)/g,
  /(派人|来人|来个人)?(来)?(看看|看一下|看下|处理一下|处理下|修一下|修修|帮忙看)/g,
  /(领导|老板|厅长|局长|处长|书记)(在)?(等着?|催|都坐起了|要看|急)/g,
  /(please|pls|asap|urgent(ly)?|can't work|cannot work|working from home today|before noon|what do i do|thanks?|thank you)/g,
  /\b(room|building|floor|ext\.?|[0-9]+f)\s*[a-z]?\d*\b/g,
];

/** Takes and gives normalized text. */
export function plainSpeech(text: string): string {
  const standard = DIALECT.reduce((told, [said, meant]) => told.replace(said, meant), text);
  const core = CIRCUMSTANCES.reduce((told, pattern) => told.replace(pattern, ' '), standard);
  const kept = core.replace(/\s+/g, ' ').trim();
  return kept === '' ? standard : kept;
}
