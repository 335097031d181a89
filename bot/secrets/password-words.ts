/** The words by which people give a password, as pieces of regular expressions over folded text (fold.ts). */

/** What a password, PIN or code is called. */
export const NAMES = [
  '密码|密碼|口令',
  '验证码|驗證碼|校验码|动态码|授权码|认证码|提取码|安全码|识别码|短信码|解锁码',
  '(?<![A-Za-z0-9])PIN(?: ?(?:码|碼|code|number))?(?![A-Za-z])',
  '(?<![A-Za-z])(?:pass ?words?|passwd|passcode|pass ?phrase|pwd|psw|mima|(?:pw|pass)(?= ?[:=]| is ))(?![A-Za-z])',
  '(?<![A-Za-z])(?:verification|security|access|auth(?:entication)?|one[- ]time|login|unlock|2fa|otp) ?code(?![A-Za-z])',
  '(?<![A-Za-z])(?:otp|cvv2?|cvc)(?![A-Za-z])',
].join('|');

/** Says that what follows is the password. */
export const SAYING = "是|为|成|叫做|叫|等于|如下|(?:is|was|are)(?![A-Za-z])|'s(?= )|[:=]{1,2}|-{1,2}>|=>|→";

/** What may stand between the name and the password without saying anything by itself. */
export const FILLERS = [
  '我们|我|你|您|他|她|已经|已|都|现在|目前|刚刚|刚才|刚|被|给|把|就|应该|可能|大概|好像|一直|还|仍然|也|确实|默认|统一|初始|原始|原来|本来|以前|之前|暂时|后来|今天|昨天|的话|的|从|由|直接|帮忙|帮|麻烦|全部|全|吧|呢|哦|啊|呀|嘛',
  '输入|输的|填写|填|使用|用|试过|试了|试|记得|设定|设置|设|改|换|重置|重设|修改|更改|变更|更新|调整|恢复|收到|发来|发|告诉|写着|写|贴着|告知|了|到',
  '生日|工号|学号|手机号码?|电话|身份证号?|姓名|名字|全拼|拼音|(?:全部?)?[大小]写的?(?:字母)?|字母|数字|[前后末][四六八4-8]位',
  '(?:use|using|i use|we use|i used|i set|you gave me|now|still|currently|actually|just|here|has been|been|changed|reset|set|updated|for (?:the |my )?[A-Za-z0-9_.@-]{1,40}(?: [A-Za-z]{1,20}){0,2}(?= (?:is|was) ))(?![A-Za-z])',
].join('|');

/** Quotes and brackets that may open before the password, and what closes them. */
export const CLOSING: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '`': '`',
  '“': '”',
  '‘': '’',
  '「': '」',
  '『': '』',
  '【': '】',
  '(': ')',
  '[': ']',
  '{': '}',
  '<': '>',
  '«': '»',
};

/** Digits before these are a length, a count or a time: «密码8位», «密码是3月改的», «密码错3次». */
export const MEASURE =
  /^ ?(?:位|次|天|个(?![0-9])|月|年|日|号|分|秒|小时|钟|点|遍|台|人|种|条|项|组|楼|层|室|版|以上|以内|左右|多|几|到[0-9]|至[0-9]|(?:characters?|digits?|letters?|times?|days?|hours?|minutes?|attempts?)(?![a-z]))/i;

/** A date before these says when: «密码是2026-11-18改的». */
export const WHEN = /^ ?(?:改|设|过|到|更|重|开|之|前|后|换|起|失|生)/;

/** «密码是OA的», «密码是AD账号的»: the letters before these name a thing and are no password. */
export const OF_A_THING = /^ ?(?:的|账|帐|密|口令|系统|平台|邮箱|网|那|软件|这|证书|登)/;

/** English words that describe a password; words in -ed, -ing and -ly are taken for such as well. */
export const DESCRIBING = new Set(
  `wrong incorrect invalid not too about no the a an my your our his her their set lost empty blank weak strong short long
  correct right ok okay fine different what forgotten forgot case still always now never also same unknown old new reset in on at for
  hidden gone unable there here it this that and or but with by from to has have was is are will must should can cannot please error
  policy mismatch good bad safe secure insecure simple complex null none nil true false undefined na tbd ng sent known broken stuck
  password code pin how when where why who which very so really again already yet been hint field box page prompt manager
  oa vpn ad yes log sign enter something anything as if out up off due older newer yesterday today tomorrow last ago nowhere visible sensitive available`.split(
    /\s+/,
  ),
);

/** Names with a number that stand beside the word by chance: «密码 Office2019». */
export const PRODUCT =
  /^(?:win(?:dows)?|office|wps|word|excel|ppt|ie|outlook|cad|ps|chrome|ios|android|python|java|mysql|kylin)[ -]?[0-9.]*$/i;
