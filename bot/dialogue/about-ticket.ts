/** What is said about the ticket just spoken of while nothing is being asked: a correction of it, or that it is done. */
import type { Slots, Understanding, Urgency } from '../types.ts';
import { isCorrection } from '../understand/index.ts';

/** What a requester puts right on their ticket. */
export interface Amendment {
  slots: Slots;
  urgency?: Urgency;
}

const NEW_PHONE =
  /(?:电话|手机号?|分机号?|号码|联系方式|phone|extension|ext)(?:也|都|还)?(?:要|请|帮我|给我)?(?:改|换)(?:一?下|成|为|到)*\D{0,4}(\d[\d -]{2,13})/i;
/** A number by itself, too long for a room. */
const BARE_PHONE = /^(?:我的?|电话|手机|打|是|[:：,，\s])*(1[3-9]\d[\d -]{8,10}|0\d{2,3}[ -]?\d{7,8})$/;
const MORE_URGENT =
  /^(?:那|就|请|帮我|给我|再|把它?|这个|这张|单子|工单|[,，\s])*(?:改|换|调|升|提)(?:成|为|到|一下)*(?:很|特别|最)?(?:急|特急|加急|紧急)(?:件|单|处理)?(?:的|吧|了|一点)*[。.!！]*$|^(?:我|我们|这个|那个|这边|现在|真的|[,，\s])*(?:急用|等着用|急着用|着急用|(?:很|特别|挺|比较|有点|非常)(?:着?急|紧急))(?:的|啊|呢|呀|哈|了)*[。.!！]*$/;
const LESS_URGENT =
  /^(?:现在|先|这个|那个|也|其实|其他|已经|[,，\s])*(?:不(?:是)?(?:那么|这么|很|太|着)?急了?|不用(?:那么|这么)?(?:着)?急)(?:的|了|吧|哈)*[。.!！]*$/;

/** Null where the message puts nothing right. */
export function amendmentOf(heard: Understanding): Amendment | null {
  const text = heard.text.normalize('NFKC').trim();
  const phone = (NEW_PHONE.exec(text) ?? BARE_PHONE.exec(text))?.[1]?.replace(/\D/g, '');
  if (phone) return { slots: { phone } };
  if (MORE_URGENT.test(text)) return { slots: {}, urgency: 'high' };
  if (LESS_URGENT.test(text)) return { slots: {}, urgency: 'low' };
  return isCorrection(heard.text) && Object.keys(heard.slots).length > 0 ? { slots: heard.slots } : null;
}

const GOES_ON = /^(?:那个|这个|它|现在|刚才|刚刚|然后|而且|但是?|对了|哦对|还有)(?!谁|什么时候|怎么|几点)/;

/** «那个灯现在变绿了，但是没画面»: more of the fault just reported, with no thing or place of its own. */
export function goesOn(heard: Understanding): boolean {
  const { device, system, location } = heard.slots;
  const isOwn = (device ?? system ?? location) !== undefined;
  return heard.intent === 'report_fault' && !isOwn && GOES_ON.test(heard.text.trim());
}

const DONE =
  /^(?:好消息|哦|啊|嗯|那个|刚才|刚刚|刚|现在|已经|我们?|自己|电脑|打印机|网络?|系统|它|又|都|可以了|没事了?|不用了|[,，。\s])*(?:修|弄|搞|整|处理|解决|恢复|好|能用|可以用|能上|能打|正常|没问题)(?:好|定|得了|了)*了(?:吧|啦|哈|的)?(?:不用(?:再)?(?:来|修|派人|麻烦)[了人]*|谢谢|感谢|多谢|辛苦|麻烦|你们|您|你|大家|了|啦|[,，。.!！~\s])*$|^(?:it(?:'s| is) )?(?:fixed|working|works|solved|sorted)(?: (?:now|again|out|by itself))?[,. !]*(?:thanks?|thank you)?[.! ]*$/i;
const NOT_YET = /没|不(?!用)|吗|[?？]|何时|什么时候/;

/** «修好了，谢谢», «网恢复了不用来了»: said by themselves, of something that the desk still works on. */
export function saysItIsDone(text: string): boolean {
  const plain = text.normalize('NFKC').trim();
  return plain.length <= 30 && DONE.test(plain) && !NOT_YET.test(plain.replace(/没事了?|没问题/g, ''));
}

const STILL_WRONG =
  /^(?:还是|还|又|都|根本|怎么|其实|[,，\s])*(?:没(?:有)?(?:给我)?(?:修|弄|搞|处理)?好(?!的)|没(?:有)?(?:解决|修)|又(?:坏|不行|断|卡|蓝屏|黑屏|打不开|连不上|这样|出问题)了?)/;

/** «没好，又蓝屏了»: of what was just worked on. */
export function saysNotDone(text: string): boolean {
  const plain = text.normalize('NFKC').trim();
  return plain.length <= 40 && STILL_WRONG.test(plain) && !/[?？]|吗|没有$/.test(plain);
}

const IMPATIENT =
  /^(?:你们|到底|怎么|咋|为什么|为啥|[,，\s])*(?:还|都)?(?:这么|那么|太)(?:慢|久)(?:啊|呀|了|吧|呢)*[?？!！。]*$|等了?(?:我)?(?:好|很|这么|那么)?(?:久|半天|长时间|一上午|一下午|一天)/;

/** «怎么这么慢» after a report is about the crew, not about a computer. */
export function isImpatient({ text, slots }: Understanding): boolean {
  return !(slots.device ?? slots.system) && IMPATIENT.test(text.normalize('NFKC').trim());
}
