/**
 * Where the borders between categories run by rule: what the list of categories says in so many words is not left to be
 * learnt from examples.
 */
import type { Category } from '../types.ts';
import type { Analysis } from './analysis.ts';
import type { Guess } from './classifier.ts';

/** An intrusion, a leak or a fraud, whatever machine, site or account it is seen on. */
const ATTACK =
  /勒索|比特币|后缀名?(?:全|都|全都|全部)?(?:变|被改)|(?:变成|全成了?)[^,，。;；]{0,8}后缀|\.(?:lock|encrypt)|篡改|(?:植入|替换成?|变成)了?[^,，。;；]{0,8}(?:非法|违法|不良|博彩|赌博|色情|木马)|挂马|木马|中[了咗]?(?:病)?毒|外联(?:境外|告警|报警)|违规外联|往外传文件|被(?:黑|入侵|攻击)|钓鱼|(?:假|可疑|不明|陌生|奇怪)的?(?:链接|邮件|附件|网址)|远程(?:控制|动|操作)我|鼠标自己(?:动|在动|郁)|ransom|phishing|hacked|malware|trojan|\bvirus/;
/** What guards machines: antivirus, terminal control, the use of USB devices, secrecy checks. */
const GUARD =
  /(?:u盘|优盘|移动硬盘|usb ?口?|光驱|thumb drive|usb (?:stick|drive))[^,，。;；]{0,10}(?:拦|禁用|封|管控|权限|注册|白名单|授权|whitelist|报警|开放|开通)|(?:u盘|usb口|usb ?接口)[^,，。;；]{0,4}(?:给我)?开一?下|病毒库|查杀|杀毒|查[下个]?毒|消磁|等保|态势感知|漏洞|补丁|终端管控|保密(?:检查|自查)|白名单|antivirus|全盘扫/;
/** «从升级补丁的那天开始反复重启», «打印时卡死，请升级补丁»: what broke, or is to be mended, is something else. */
const PATCH_BESIDE = /补丁(?=后|之后|以后|的那天)|(?:卡死|重启|死机|闪退|打不开|报错)[^。;；]{0,24}补丁/;
const DRIVER = /驱动(?!器)|\bdrivers?\b/;
/** Login, permission and the like of a named system are not the system's own business. */
const LOGIN =
  /登[录陆入路](?!(?:后|之后|以后|进去后|慢|页面(?:慢|很慢)))|登不[上进]|登唔|密码|账[号户]|权限|授权|用户名|\blog ?in\b|password|\baccounts?\b/;

/** The password or the account itself is the matter, whatever it opens; a wireless network's password is the network's. */
const CREDENTIAL =
  /密码(?:错|不对|不正确|过期|失效|忘|输错)|忘[了记]?[^,，。;；]{0,6}密码|重[置设][^,，。;；]{0,8}密码|密码[^,，。;；]{0,4}重[置设]|账[号户](?:也|都|已|被|又|自动)*(?:锁|停用|过期|禁用|不存在|失效|冻结)|(?:开通|申请|延长|开个?)[^,，。;；]{0,8}vpn[^,，。;；]{0,4}(?:权限|账[号户])|account (?:is |has been )?(?:locked|disabled|expired)|forgot[^,.]{0,16}password|password (?:has )?(?:expired|reset)|reset[^,.]{0,24}password/;
const NOT_CREDENTIAL = /wi-?fi|无线|热点|开机密码|准入|门禁|word|excel|pdf|文档|表格|压缩包/;

/** The category of a request, where a rule decides it; null where the examples have to. */
function byRule({ message: { plain }, systems, devices }: Analysis): Category | null {
  if (ATTACK.test(plain)) return 'security';
  if (CREDENTIAL.test(plain) && !NOT_CREDENTIAL.test(plain)) return 'account';
  if (DRIVER.test(plain) && !devices.some(({ value }) => value === 'conference' || value === 'account'))
    return 'software';
  if (GUARD.test(plain.replace(PATCH_BESIDE, '')) && !LOGIN.test(plain.replace(/权限|授权/g, '')))
    return 'security';
  if (systems[0]?.value.category === 'security' && devices.length === 0 && !LOGIN.test(plain))
    return 'security';
  return null;
}

/** `guesses` are the classifier's, best first. */
export const categoryOf = (analysis: Analysis, guesses: readonly Guess<Category>[]): Category =>
  byRule(analysis) ?? guesses[0]?.label ?? 'other';
