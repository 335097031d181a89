/** Sections and people named in a message. */
import { Gazetteer } from '../gazetteer.ts';
import {
  departmentEndings,
  departmentStems,
  doubleSurnames,
  personTitles,
  surnames,
} from '../lexicon/department-parts.ts';
import type { Found } from './numbered.ts';

const stems = new Gazetteer(departmentStems.map((stem) => [stem, stem] as const));
const endings = new Gazetteer(departmentEndings.map((ending) => [ending, ending] as const));
const ORDINAL = /[一二三四五六七八九十]/;
const PLACE_UNIT =
  /(?:^|[在是我们，,。. 的去到和与、])([\u4e00-\u9fff]{2,3}(?:街道办?|镇|乡|社区|村委会?|居委会?|派出所|分局|支公司|分公司|供电所|税务所))(?![上里])/g;
const NOT_PLACE_UNIT = /^(?:这个|那个|我们|你们|他们|整个|本|哪个|每个|各)/;

/** A section made of the usual stems («行政审批科», «业务三处»). Null where none begins at `at`. */
function composedAt(text: string, at: number): number | null {
  let to = at;
  let count = 0;
  for (;;) {
    const stem = stems.at(text, to);
    if (stem === null || count === 3) break;
    to = stem.to;
    count += 1;
  }
  if (count === 0) return null;
  const ordinal = ORDINAL.test(text[to] ?? '') ? to + 1 : to;
  const ending = endings.at(text, ordinal);
  if (
    ending === null ||
    (ending.word.length === 1 && /^[长员部外内理分下上]/.test(text.slice(ending.to, ending.to + 1)))
  )
    return null;
  if (
    /^(?:局域|处理|组织|室内|办理|办公|中心思|所有|站点|组件|院线)/.test(
      text.slice(ending.from, ending.from + 3),
    )
  )
    return null;
  return ending.to;
}

/** Sections and units, as named; `known` holds those of the desk. */
export function findDepartments(text: string, known: Gazetteer<string>): Found[] {
  const found: Found[] = [];
  for (let index = 0; index < text.length; ) {
    const named = known.at(text, index);
    const composed = text.charCodeAt(index) > 0x7f ? composedAt(text, index) : null;
    const to = Math.max(named?.to ?? 0, composed ?? 0);
    if (to > index && !/^(?:主任|长)/.test(text.slice(to, to + 2))) {
      found.push({ from: index, to, value: text.slice(index, to) });
      index = to;
    } else index += 1;
  }
  if (found.length > 0) return found;
  for (const match of text.matchAll(PLACE_UNIT)) {
    const name = match[1] ?? '';
    if (NOT_PLACE_UNIT.test(name)) continue;
    const from = match.index + match[0].length - name.length;
    found.push({ from, to: from + name.length, value: name });
  }
  return found;
}

const surnameClass = `(?:${doubleSurnames.join('|')}|[${surnames}])`;
const titleClass = `(?:${[...personTitles].sort((a, b) => b.length - a.length).join('|')})`;
const TITLED = new RegExp(
  `(?<![\\u4e00-\\u9fff](?<![给帮为替是找请让把的在和跟与叫、我位人事]))(?:(?:小|老)(?!会|大|王八|板|师|是|家|旧)${surnameClass}(?![\\u4e00-\\u9fff]?式)(?=[的那,，。 ]|$|家|电脑|要|说|需)|${surnameClass}[\\u4e00-\\u9fff]{0,2}?${titleClass}(?![作具程序商位件况资]))`,
  'g',
);
const NAMED = new RegExp(
  `(?:帮|给|为|替|叫|姓名(?:是|:)?|联系人(?:是|:)?|新来的|新入职的|新同事|同事|名字是|使用人(?:是|:)?|领导|用户|实习生|本人是|新员工)(?:一下)?(?:我们)?(?:科室?|处|部门?|单位)?(?:的)?(?:新来的|新同事|新员工|同事|领导)?(${surnameClass}[\\u4e00-\\u9fff]{1,2}?)(?=[的那家要装开换,，。 、申重配办处看弄修调建设加找说用电需想今明反登邮账和(]|$|${titleClass})`,
  'g',
);
const OWNED = new RegExp(
  `(?:^|[,，。; ]|我们(?:科|处|室|部门)?)(${surnameClass}[\\u4e00-\\u9fff]{1,2})(?=的(?:电脑|账号|邮箱|机器|笔记本|打印机|密码|oa|权限|手机|座机|电话|显示器|vpn|系统|工号|门禁|ukey|key|本子))`,
  'g',
);
const ENGLISH_NAMED =
  /(?:^|(?:for|is|of|by|to|colleague|boss|manager|from) )((?:Mr|Ms|Mrs|Dr|Director|Minister|President)\.? [A-Z][a-z]+|[A-Z][a-z]+ [A-Z][a-z]+|[A-Z][a-z]{2,})(?='s |,| in | on | from | needs | who |$|\.)/g;
const NOT_NAMES =
  /^(?:时候|方便|于是|任何|高清|高速|黄色|金额|文件|全部|全员|安装|安排|安全|成功|施工|万一|应该|应用|水印|连接|单位|单独|管理|温度|平台|平时|项目|查看|查询|关于|关闭|那边|那个|何时|程序|路由|花屏|毛病|易用|常用|常规|张纸|包括|向上|向下|白屏|黄屏|古怪|汤|习惯|强制|年会|和我|陈旧|许多|段时|江湖|宁可|计算|支付|水电|向日|石化|余额|方案|方式|房间|房号|童鞋|景区|费用|席卡|卫生|师傅|全科|全处|别的|丁点|明天|后天|包装|于主|向导|经理|时间|查一|查个|安个|安一|安上|应急|解决|解释|连上|连一|和财|和办|和人|华为|金山|凌晨|卢|苗|单子|项|项报|施|相关)/;

/** Latin names are looked for in the message as written, for their capitals. */
export function findPeople(text: string, source: string, known: Gazetteer<string>): Found[] {
  const found: Found[] = known.find(text).map(({ from, to, word }) => ({ from, to, value: word }));
  const add = (from: number, value: string): void => {
    if (NOT_NAMES.test(value) || found.some((other) => from < other.to && other.from < from + value.length))
      return;
    found.push({ from, to: from + value.length, value });
  };
  for (const match of text.matchAll(TITLED)) if (isTitled(match[0])) add(match.index, match[0]);
  for (const match of text.matchAll(NAMED)) {
    const name = match[1] ?? '';
    add(match.index + match[0].length - name.length, name);
  }
  for (const match of text.matchAll(OWNED)) {
    const name = match[1] ?? '';
    add(match.index + match[0].length - name.length, name);
  }
  if (source.length === text.length) {
    for (const match of source.matchAll(ENGLISH_NAMED)) {
      const name = match[1] ?? '';
      if (!NOT_ENGLISH_NAMES.test(name)) add(match.index + match[0].lastIndexOf(name), name);
    }
  }
  return found.sort((a, b) => a.from - b.from);
}

const NOT_ENGLISH_NAMES =
  /^(?:The|My|Our|Your|Please|Can|Could|Would|Hi|Hello|Hey|Dear|It|Is|Are|We|You|They|This|That|There|Need|No|Yes|Thanks|Thank|Any|All|Some|How|What|Where|When|Why|Who|Do|Does|Did|Outlook|Word|Excel|Windows|Office|Adobe|Chrome|Zoom|Teams|Wifi|Internet|Room|Building|Floor|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|Just|Still|Never|Not|Help|Urgent|Printer|Computer|Email|Mail|Finance|Legal|Since|After|Before|Today|Tomorrow|Meeting|Conference|Good|Great|Cancel|Update|Also|Nothing|Everything|Everyone|Someone|Somebody)\b/;

/** «工», «处» and other short titles follow a bare surname only. */
function isTitled(text: string): boolean {
  if (/[总处局科部工姐哥董厅姨叔]$/.test(text))
    return (
      text.length === 2 &&
      !/^(?:全|单|管|和|支|连|应|时|方|平|成|那|何|项|施|常|安|党|高|余|从|许|车|司|管)/.test(text)
    );
  return true;
}
