/** Sections and people named in a message. */
import { Gazetteer } from '../gazetteer.ts';
import {
  departmentEndings,
  departmentStems,
  doubleSurnames,
  personTitles,
  surnames,
} from '../lexicon/department-parts.ts';
import { rooms } from '../lexicon/words.ts';
import type { Found } from './numbered.ts';

const stems = new Gazetteer(departmentStems.map((stem) => [stem, stem] as const));
const endings = new Gazetteer(departmentEndings.map((ending) => [ending, ending] as const));
const ORDINAL = /[一二三四五六七八九十]/;
const PLACE_UNIT =
  /(?:^|[在是我们，,。. 的去到和与、])([\u4e00-\u9fff]{2,3}(?:街道办?|镇|乡|社区|村委会?|居委会?|派出所|分局|支公司|分公司|供电所|税务所))(?![上里])/g;
const NOT_PLACE_UNIT = /^(?:这个|那个|我们|你们|他们|整个|本|哪个|每个|各|人都|就|调)|[都下剩个]/;

/** With 室 these name a room. */
const ROOM_STEM = /^(?:接待|培训|图书|会务|活动|会议|档案)$/;

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
  if (ending?.word === '室' && ROOM_STEM.test(text.slice(at, ending.from))) return null;
  if (
    ending === null ||
    (ending.word.length === 1 && /^[长员部外内理分下上]/.test(text.slice(ending.to, ending.to + 1)))
  )
    return null;
  if (
    /^(?:局域|处[理置罚分境于在方]|部[门署]|组织|室内|办[理公法证结事妥]|中心思|所有|站点|组件|院线)/.test(
      text.slice(ending.from, ending.from + 3),
    )
  )
    return null;
  return ending.to;
}

/** A section of whatever name, where the words around it say that it is one («我是公卫科的», «产科，…»). */
const SAID_UNIT =
  /(?:^|[,，。;； ]|我是|我们是|我在|这里是|单位是|是|给|叫|为|帮|俺|我们|请|喂)((?!这|那|哪|每|本|各|我|你|他|到|好|全|外|内|一|两|几|同|请|帮|换|装|给|在|是)(?:(?![我们你他只把让收就剩急了个整着先都也不没])[\u4e00-\u9fff]){1,5}?(?:科|股|处|办|站|馆|所|中学|小学|学校|医院|保健院|敬老院|村委会?|居委会?|普查办|领导小组办|志愿者服务站|管委会|党工委|委办|局|街道办))(?=的(?!是)|[,，。;； ]|这|那|我们|需|申请|要|反映|新增|电脑|打印|全|整|各|都|有|所有|$)/g;
const NO_UNIT_NAME =
  /(?:好处|到处|四处|别处|用处|坏处|本科|学科|百科|专科|内科室|怎么办|咋办|么办|个办|帮办|代办|待办|督办|经办|承办|主办|补办|新办|难办|不办|网站|本站|车站|场所|厕所|派所|邮局|电信局|供电局|结局|当局|布局|全局|市局|省局|我局|税务局|保密局|信息科|技术科|之处|出处|何处|远处|近处|住处|此处|多处|一处|两处)$/;

const HAN = /[\u4e00-\u9fff]/;
/** Where a name may begin: at a clause, or behind a word that leads to a unit. */
const OPENS = /(?:^|[,，。;；:：!?、\s(（"]|(?<![因行作认])[给由替请帮]|(?<!因)为|我是|联系|反馈)$/;
/** A name does not reach over these. */
const NO_NAME_PART =
  /[的了我你他您是在把被将对向让和与及或从到给为由替请帮这那本该贵各每全有上下内里]|[请需拟问俺登想跟转送补换装楼层室帮忙]|通知|尊敬|办理|安排|申请|召开|协助|提供|地点|地址|单位|更新|更换|增加|开通|增设|欢迎|夜班|平台|系统|一体|负责|收到/;
const LONGEST_PREFIX = 8;

/** «水库管理处»: what stands before the usual stems to the beginning of the clause belongs to the name. */
function beginningOf(text: string, at: number, after: number): number {
  let from = at;
  while (from > after && at - from < LONGEST_PREFIX && HAN.test(text.charAt(from - 1))) {
    if (from < at && OPENS.test(text.slice(Math.max(0, from - 3), from))) break;
    from -= 1;
  }
  const prefix = text
    .slice(from, at)
    .replace(/^(?:我|本|贵)(?:公司|单位|中心|[局院行司委厅市县区省镇所部处])/, '');
  if (prefix === '' || NO_NAME_PART.test(prefix)) return at;
  return OPENS.test(text.slice(Math.max(0, from - 3), from)) ? at - prefix.length : at;
}

/** Whoever signs a message, or says whose they are, is meant before any other that is named. */
function sendersFirst(text: string, found: Found[]): Found[] {
  const sender =
    found.find(({ from }) => /(?:我是|我们是)$/.test(text.slice(Math.max(0, from - 3), from))) ??
    found.find(
      ({ from, to }) =>
        from > 0 && /[。!?,，;；\s]$/.test(text.slice(0, from)) && /^[。.!,，\s]*$/.test(text.slice(to)),
    );
  return sender ? [sender, ...found.filter((unit) => unit !== sender)] : found;
}

/** A unit of whatever name that the message opens with, or that something is asked for («营业部柜面终端…», «给总经办更换…»). */
const OPENING =
  /(?:^|[。;；:：!] ?|(?:[给为由请帮]|我是)(?=[\u4e00-\u9fff]{2,8}[部班科处组队办]))(?:我(?:公司|单位|中心|[局院行司委厅市县区省镇所部处]))?((?:(?![的了我你他您是在把被将对向让和与及或从到给由替请帮这那本该贵各每全有上下内里])[\u4e00-\u9fff]){1,9}?(?:部(?![门分署件位])|(?:运维|检修|巡检|操作|专|施工)班|科(?![室技学员长幻])|处(?![理置罚分境于在方])|(?:工作|项目|专家)组|工作队|支队|大队|中心(?!思)|支行|分行|办事处|管理所|服务站|药房|办(?![理公法证结事妥])))(?=[\u4e00-\u9fff,，:：])/g;
const NO_OPENING =
  /^(?:尊敬|贵|因|为|关于|根据|按|该|目前|现|经|接|昨|今|明|前|后|会议|数据|会务|活动|培训)|(?:信息|数据|计算|网络|呼叫)中心$|(?:通|督|承|补)办$|[一两二三四五六七八九十全内外干总]部$|[到好]处$/;

function openingUnit(text: string): Found | null {
  for (const match of text.matchAll(OPENING)) {
    const name = match[1] ?? '';
    if (name.length < 3 || NO_OPENING.test(name) || NO_NAME_PART.test(name)) continue;
    const from = match.index + match[0].length - name.length;
    if (isNoUnit(text, from, from + name.length)) continue;
    return { from, to: from + name.length, value: name };
  }
  return null;
}

/** Sections and units, as named; `known` holds those of the desk. */
export function findDepartments(text: string, known: Gazetteer<string>): Found[] {
  const found: Found[] = [];
  for (let index = 0; index < text.length; ) {
    const named = known.at(text, index);
    const composed = text.charCodeAt(index) > 0x7f ? composedAt(text, index) : null;
    const to = Math.max(named?.to ?? 0, composed ?? 0);
    if (to > index && !isNoUnit(text, index, to)) {
      const from = beginningOf(text, index, found.at(-1)?.to ?? 0);
      found.push({ from, to, value: text.slice(from, to) });
      index = to;
    } else index += 1;
  }
  if (found.length > 0) return sendersFirst(text, found);
  const opening = openingUnit(text);
  if (opening) return [opening];
  for (const match of text.matchAll(SAID_UNIT)) {
    const name = match[1] ?? '';
    const from = match.index + match[0].length - name.length;
    if (NO_UNIT_NAME.test(name) || isNoUnit(text, from, from + name.length)) continue;
    found.push({ from, to: from + name.length, value: name });
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

/** «收发室», «信访接待室» are rooms unless they speak; «纪检监察室» is a section. */
const isRoom = (name: string, after: string): boolean =>
  name.length > 2 &&
  name.endsWith('室') &&
  !/^(?:档案室|机要室|文印室)$/.test(name) &&
  rooms.some((room) => room.length > 2 && name.endsWith(room)) &&
  !/^(?:反映|报|申请|需|拟|请|的?(?:同志|同事|老师)|人员|:)/.test(after);

/** Words that name a section elsewhere: the leader's office, the desk addressed by its name, «finance closing». */
function isNoUnit(text: string, from: number, to: number): boolean {
  const name = text.slice(from, to);
  const before = text.slice(Math.max(0, from - 3), from);
  const after = text.slice(to, to + 9);
  if (/^(?:主任|长)/.test(after)) return true;
  // «尊敬的信息中心同事»: the desk is spoken to.
  if (/(?:尊敬的|致|贵)$/.test(before)) return true;
  // «法规科窗口» is a section's, «客服窗口» a place.
  if (name.endsWith('窗口') && !/[科处部]窗口$/.test(name)) return true;
  if (/^(?:培训中心|会议中心|活动中心)$/.test(name) && /[在到于]$/.test(before)) return true;
  if (name.endsWith('办') && /^[不理了好完得]/.test(after)) return true;
  if (name.endsWith('所') && after.startsWith('有')) return true;
  if (isRoom(name, after)) return true;
  if (name === '办公室' && from === 0 && after.startsWith(':')) return false;
  if (name === '办公室')
    return (
      (!/(?:是|给|为|替|帮|请|由)$/.test(before) &&
        !/^(?:的?(?:同志|小[王李张刘陈]|老[王李张刘陈]|主任)|需|申请|拟|要求|反映|新)/.test(after)) ||
      /[我在到回个间长任处科部局各的总进出理书记新旧换搬楼层号座室\d]$/.test(before) ||
      /^(?:的?(?:电脑|网|打印机|门|灯|空调|座机|电话)|里|那|这|不|挤|外|内|抽|wifi|个|隔壁)/.test(after) ||
      /(?:连|自己|我说的是|我们自己)$/.test(text.slice(Math.max(0, from - 4), from))
    );
  if (/^信息(?:中心|科|处|办|部)$|^技术(?:科|部|处)$/.test(name))
    return (
      /^(?:[:：,，吗]|的?(?:同志|老师|工程师|师傅|电话|领导))/.test(after) || /找|联系|问|请$/.test(before)
    );
  if (/^[a-z]+$/.test(name))
    return (
      !/(?:in|from|at|for|the|of|to|here|our) $/.test(text.slice(Math.max(0, from - 6), from)) ||
      /^ (?:closing|system|portal|report|module|software|data|mailing)/.test(after)
    );
  return false;
}

const surnameClass = `(?:${doubleSurnames.join('|')}|[${surnames}])`;
const titleClass = `(?:${[...personTitles].sort((a, b) => b.length - a.length).join('|')})`;
const TITLED = new RegExp(
  `(?<![\\u4e00-\\u9fff](?<![给帮为替是找请让把的在和跟与叫、我们位人事科室处部局办组师委会心员为理导]))(?:(?:小|老)(?!会|大|王八|板|师|是|家|旧)${surnameClass}(?![\\u4e00-\\u9fff]?式)(?=[的那,，。 ]|$|家|电脑|要|说|需|师傅|开|调|走|离|用|今|明|下)|${surnameClass}[\\u4e00-\\u9fff]{0,2}?${titleClass}(?![作具程序商位件况资]))`,
  'g',
);
const NAMED = new RegExp(
  `(?:帮|给|为|替|叫|姓名(?:是|:)?|联系人(?:是|:)?|新来的|新调来的|调来的|新到的|新报到的|新入职的|新同事|加上|加进|停掉|重置下?|重设|延长|同事|名字是|使用人员?(?:是|为|:)?|领导|用户|实习生|研究生|柜员|检察官|法官|分管领导|外派人员|离职人员|退休人员|外聘专家|聘请的[\\u4e00-\\u9fff]{2,4}|绑定到|调整为|变更为|本人是|新员工|人员|换成|改为|改成|将|把|由|负责人|添加|同志|增加|管理员|转给|授权给|领用人|经办人|开通|注销|停用|机主是|报修人(?:是)?|使用者(?:是)?|找|联系)(?:一下)?(?:我们?)?(?:[\\u4e00-\\u9fff]{1,4}?(?:科|处|部|室|办|中心)|科室?|处|部门?|单位)?(?:的)?(?:新来的|新同事|新员工|同事|领导)?(${surnameClass}[\\u4e00-\\u9fff]{1,2}?)(?=[的那家要装开换,，。 、申重配办处看弄修调建设加找说用电需想反登邮账和报(将因已]|今[天日晚早]|明[天日早晚年]|临时|同志|$|${titleClass})`,
  'g',
);
const OWNED = new RegExp(
  `(?:^|[,，。; ]|我们(?:科|处|室|部门)?)(${surnameClass}[\\u4e00-\\u9fff]{1,2})(?=的(?:电脑|账号|邮箱|机器|笔记本|打印机|密码|oa|权限|手机|座机|电话|显示器|vpn|系统|工号|门禁|ukey|key|本子))`,
  'g',
);
/** A name behind a section, a post or the sender's own unit («财务处王芳的邮箱», «副处长王海涛», «我处张晓明的电脑»). */
const BEHIND_UNIT = new RegExp(
  `(?:(?:[\\u4e00-\\u9fff]{1,6}(?:科|处|部|室|办|中心|大队|支队|局|所|股|组|委)|我[科处部室局办]室?)(?:的)?|(?:副?(?:处长|科长|局长|厅长|部长|主任|总经理|书记|总|队长|所长|站长|院长|校长|组长|经理)|员工|职工|职员|干部|科员|会计|出纳|[接信]访员|管理员|操作员|联络员|专家|顾问|教授|实习生|秘书))(${surnameClass}[\\u4e00-\\u9fff]{1,2}?)(?=的(?!是)|反映|\\(|同志|申请|需|要|电话|提|说|来电|报|今|明|下午|上午|配|开|增|添|办|装|$|[,，、]|两位|等)`,
  'g',
);
/** «孙丽反映打印机不出纸» */
const REPORTS = new RegExp(
  `(?:^|[,，。;； ])(${surnameClass}[\\u4e00-\\u9fff]{1,2})(?=反映|来电|报修|说他|说她|称(?!为))`,
  'g',
);
const ENGLISH_NAMED =
  /(?:^|(?:for|is|of|by|to|colleague|boss|manager|from|add|give|user|employee|named|called|help|hire|starter) )((?:Mr|Ms|Mrs|Dr|Director|Minister|President)\.? [A-Z][a-z]+|[A-Z][a-z]+ [A-Z][a-z]+|[A-Z][a-z]{2,})(?='s |,| in | on | from | needs | who | to | can| as | read | access | full |$|\.|\?| \(| and )/g;
const NOT_NAMES =
  /^(?:.副$|全[省市县区国行院系线程]|于[本今上]|麦克|查下|成初|辛苦|时候|方便|于是|任何|高清|高速|黄色|金额|文件|全部|全员|安装|安排|安全|成功|施工|万一|应该|应用|水印|连接|单位|单独|管理|温度|平台|平时|项目|查看|查询|关于|关闭|那边|那个|何时|程序|路由|花屏|毛病|易用|常用|常规|张纸|包括|向上|向下|白屏|黄屏|古怪|习惯|强制|年会|和我|陈旧|许多|段时|江湖|宁可|计算|支付|水电|向日|石化|余额|方案|方式|房间|房号|童鞋|景区|费用|席卡|卫生|师傅|全科|全处|别的|丁点|明天|后天|包装|于主|向导|经理|时间|查一|查个|安个|安一|安上|应急|解决|解释|连上|连一|和财|和办|和人|华为|周[一二三四五六日末天]|申请|申领|时段|成员|常委|单独|司机|方面|党员|党组|党委|万元|车牌|车辆|包含|关机|连接|项目|党建|盛夏|屈指|计划|温馨|解除|解锁|应付|贺卡|白名|黄页|蓝牙|红头|金额|石油|水务|水利|能源|海关|路由|施工|严重|经办|经费|管控|管控|安保|广播|毛巾|凡是|阴雨|纪委|尤其|习题|柜子|芯片|祝贺|农业|牛皮|马达|龙头|景象|文件|文档|文字|文印|文秘|齐全|康复|符合|鲁莽|明年|明日|明早|左边|左侧|游客|向阳|向左|向右|古老|雷达|时钟|余下|顾客|宣传|成都|成功|单位|全新|全体|全局|全厅|全员|强行|冷库|冷气|苗头|从业|卫星|卫生|查收|查杀|商务|商城|麻烦|苏州|郑州|温州|杭州|滕王|武汉|贵州|沙发|凤凰|钱款|费用|龙岩|万能|段落|易企|易用|关键|关了|关掉|关机|关于|那台|何必|年底|金山|凌晨|单子|项目|施工|相关|简历|文章|顾问|时候|高管|经理|毛玻璃|毛刺)/;

/** Latin names are looked for in the message as written, for their capitals. */
export function findPeople(text: string, source: string, known: Gazetteer<string>): Found[] {
  const found: Found[] = known.find(text).map(({ from, to, word }) => ({ from, to, value: word }));
  const add = (from: number, value: string): void => {
    if (NOT_NAMES.test(value) || found.some((other) => from < other.to && other.from < from + value.length))
      return;
    found.push({ from, to: from + value.length, value });
  };
  for (const match of text.matchAll(TITLED))
    if (isTitled(match[0])) add(match.index, match[0].length > 3 ? match[0].replace(/同志$/, '') : match[0]);
  for (const match of text.matchAll(NAMED)) {
    const name = match[1] ?? '';
    add(match.index + match[0].length - name.length, name);
  }
  for (const match of [...text.matchAll(BEHIND_UNIT), ...text.matchAll(REPORTS)]) {
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
