/**
 * Folds a text to one spelling, character for character, so that every offset stays what it was: full-width and
 * typographic forms, capitals, and the traditional characters that stand in or beside expressions of time.
 */

/** Traditional (or variant) character, then its simplified form. */
const PAIRS =
  '點点鐘钟鍾钟後后週周禮礼號号時时間间個个箇个內内從从會会節节慶庆國国勞劳動动兒儿婦妇聖圣誕诞陽阳軍军師师親亲' +
  '兩两聽听尋寻這这現现剛刚過过開开晝昼農农曆历歷历臘腊閏闰貳二贰二叁三壹一陸六幾几萬万億亿當当為为裡里裏里頭头離离' +
  '業业處处樓楼棟栋議议線线門门廳厅機机電电題题問问見见說说還还於于單单報报壞坏壓压來来總总關关發发間间數数' +
  '遲迟終终結结連连廈厦館馆層层辦办員员請请應应該该準准備备齊齐歲岁錢钱塊块鬧闹滿满廣广東东條条項项種种類类' +
  '選选張张臺台檯台網网隔隔訊讯視视頻频讓让無无對对給给話话麼么嗎吗誰谁樣样實实據据續续補补覺觉夠够傳传輸输' +
  '歸归紀纪費费權权復复齋斋穀谷驚惊蟄蛰許许擺摆鄰邻圍围啟启貴贵爾尔難难穌稣';

/** Dashes, tildes, dots and spaces that people use alike. */
const PUNCTUATION = '–-—-―-−-‐-‑-ー-〜~∼~·.•.\u3000 \u00a0 ';

const FOLDED: ReadonlyMap<string, string> = new Map(pairsOf(PAIRS + PUNCTUATION));

function pairsOf(source: string): [string, string][] {
  return Array.from({ length: source.length / 2 }, (_, at) => [
    source.charAt(2 * at),
    source.charAt(2 * at + 1),
  ]);
}

/** Full-width ASCII (U+FF01 to U+FF5E) lies at a fixed distance from ASCII. */
const FULL_WIDTH = /[\uff01-\uff5e]/g;
const FOLDABLE = new RegExp(`[${[...FOLDED.keys()].join('').replace(/[\\\]^-]/g, '\\$&')}]`, 'g');

/** The text to match against; of the same length as `text`. */
export function normalise(text: string): string {
  return text
    .replace(FULL_WIDTH, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(FOLDABLE, (char) => FOLDED.get(char) ?? char)
    .replace(/[A-Z]/g, (char) => char.toLowerCase());
}

const TIME_ISH =
  /\d|[今明昨后前听琴寻噚翌次隔当本这那上下周星礼期点时分秒刻钟半天日号月年季旬早晨午晚夜昏节国庆春元五端中清重除夕初末底正腊十双圣诞现刚而目即从起内过等立马芒惊谷霜露雪雨满暑寒夏秋冬晏昼黎黄拂代]|[a-z]{2}|[宜依]家/;

/** False for a text that can hold no expression of time; lets most short messages pass at once. */
export function mayHoldTime(folded: string): boolean {
  return TIME_ISH.test(folded);
}
