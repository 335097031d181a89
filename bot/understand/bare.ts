/** Messages that are nothing but a yes, a no, a greeting or thanks; and the words that repair a conversation. */
import type { Intent } from '../types.ts';

const PARTICLE =
  '[\\s,，。.!！~～、?？…啊呀哦喔噢呢吧嘛哈了的呗哟咯嘞哒滴捏咧\\u{1f300}-\\u{1faff}\\u2600-\\u27bf)(]*';
const whole = (list: string): RegExp => new RegExp(`^${PARTICLE}(?:(?:${list})${PARTICLE})+$`, 'u');

const CONFIRM = whole(
  "对|对对|对对对|对的|没错|是|是的|是滴|嗯|嗯嗯|恩|恩恩|好|好好|好的|好滴|好嘞|好呀|行|行行|可以|可|可以可以|没问题|ok|okay|k|yes|yep|yeah|yup|sure|right|correct|确认|确定|就这样|就是这样|要得|得|得行|系|系啊|中|成|妥|妥妥|需要|要|同意|准确|没有错|正确|就它|就是它|是它|1|提交|提交吧|当然|必须|sounds good|that's right|thats right|confirm|confirmed|go ahead|please do|fine|great|收到|明白|晓得|知道|是这样|对头|是啊|冇问题|没得问题|信息没错|都对|全对|无误|报吧|弄吧|submit|没意见|就这么办|就这么定|照这个办|agreed|exactly",
);
const DENY = whole(
  "不|不是|不是的|不对|不要|不行|不可以|不用|没有|没|否|no|nope|nah|not|不需要|别|先不|先不要|先不用|不了|不是这个|不是这样|错|错了|不正确|有误|不好|唔系|不系|唔要|唔得|不得|没得|不同意|不确认|no thanks|not really|not yet|wrong|incorrect|that's wrong|还没|还没有|还没解决|没解决|没有解决|未解决|没用|没有用|不管用|不起作用|没好|还没好|didn't work|did not work|didn't help|did not help|not helpful|no luck|doesn't help|没啥用|莫得|并没有|不是啊|不太对|不必|甭|没弄好|没搞定|冇|冇用|2|不准确|not that one|不是那个|don't|no way|nope thanks|算不上",
);
const GREET = whole(
  '在|在吗|在不|在么|在不在|在线吗|有人吗|有人|有人在吗|有人没|你好|您好|你好呀|哈喽|哈罗|嗨|hi|hello|hey|hi there|hello there|good morning|good afternoon|good evening|早|早上好|上午好|中午好|下午好|晚上好|早安|老师好|师傅好|大家好|客服|喂|喂喂|在咩|在没|在没得|机器人|小助手|哈啰|嘿|anyone there|anybody there|是客服|各位好|你们好|工程师好|管理员好|同志你好|老师您好|师傅您好|师傅|老师|早晨|食咗饭未|您好老师|吃了吗|morning|afternoon|是it吗|是信息中心吗|is anyone there|there|同志们好',
);
const THANK = whole(
  '谢谢|谢|谢了|谢谢你|谢谢您|谢谢啦|多谢|感谢|非常感谢|十分感谢|太感谢|谢谢师傅|谢谢老师|感恩|辛苦|辛苦了|辛苦啦|再见|拜拜|拜|byebye|bye|goodbye|thanks|thank you|thx|thank you so much|thanks a lot|many thanks|thank you very much|cheers|ths|3q|唔该|唔该晒|不该晒|不该|多谢晒|麻烦了|麻烦你|麻烦您|谢谢哈|88|886|没事|回见|下次见|明天见|好人一生平安|你们|大家|您|师傅|老师|了哈|啦|费心|有劳|劳驾|给力|好|好的|行|ok|嗯|感谢感谢|谢谢谢谢|see you|appreciate it|much appreciated|thanks so much|very much|so much|巴适|要得|哈|解决|已解决|好了|搞定|没问题|你|有心|非常|太|真|帮忙|支持|周末愉快|祝好|again|各位|同志|for your help|for the help|for help|帮大忙|大忙|工作|工程师',
);
const SAYS_THANK =
  /谢|感恩|辛苦|再见|拜|bye|thank|thx|cheers|ths|3q|唔该|不该|88|回见|下次见|明天见|费心|有劳|appreciate|see you|给力/;

/** The intent of a message that is nothing but such words, or null. `plain` is folded. */
export function bareIntent(plain: string): Intent | null {
  if (plain.length > 40 || /^\s*\d{2,}/.test(plain))
    return /^\s*886?\s*[.。!~]*$/.test(plain) ? 'thank' : null;
  if (THANK.test(plain) && SAYS_THANK.test(plain)) return 'thank';
  if (GREET.test(plain)) return 'greet';
  if (CONFIRM.test(plain)) return 'confirm';
  if (DENY.test(plain)) return 'deny';
  if (/^[\s👌👍🆗✅]+$/u.test(plain)) return 'confirm';
  if (/^[\s🙏]+$/u.test(plain)) return 'thank';
  return null;
}

const ABANDON =
  /^(?:哦|嗯|那|唉|哎|好吧|额|呃|先|我)?[,，。 ]*(?:把(?:它|这个|这张|单子|这单|那个)(?:取消|撤销|撤|删)掉?|算了|算了算了|不用了|不报了|不要了|不弄了|不修了|不办了|不搞了|不问了|不订了|不约了|取消|取消吧|撤销|退出|放弃|别弄了|先不报了|先这样|不需要了|当我没说|没事了|不填了|结束|唔使了|不使了|唔使啦|不使啦|never ?mind|forget it|cancel|cancel that|cancel it|stop|quit|drop it|no need|forget about it|leave it)(?:吧|了|啊|啦|哈|谢谢|我自己(?:来|弄|解决|搞|想办法)|[,，。.!！ ])*(?:谢谢|thanks|不麻烦了|下次再说|以后再说|我自己(?:来|弄|解决|搞|想办法)[吧了]?)?[,，。.!！ ]*$|^(?:那|唉|哎|好吧|没什么|没事|没啥|哦|嗯|呃|[,，。 ])*算了(?:吧|啊|算了)?[,，。 ]*(?:(?:我)?(?:就|先)?不[\u4e00-\u9fff]{1,3}了[吧啊]?)?[,，。.!！ ]*$/;

/** True where the person gives up what is under way («算了», «不报了», "never mind"). Takes the message as written. */
export function isAbandon(text: string): boolean {
  return ABANDON.test(text.normalize('NFKC').toLowerCase().trim());
}

const CORRECTION =
  /^(?:哦|啊|呃|额|哎|抱歉|不好意思|sorry|wait|oh)?[,，。 ]*(?:不对|不是|错了|说错了|写错了|打错了|搞错了|记错了|弄错了|不,|no,|更正|纠正|改一下|应该是|我说错了|刚才说错了|actually|correction|i meant|i mean|make that|not (?!work|yet|help|solv|really|sure|now|fix|at all|good|ok))|(?:说|写|打|搞|记|弄|填|报|发)错(?:了|字)|(?:电话|地点|地址|楼层|房间|房号|时间|名字|号码|位置|人数|型号|编号)(?:有误|错了|不对|是错的|搞错|应该是|改成|改为)|不是.{1,12}[,， ]*(?:是|而是|应该是).{1,}|(?:not|isn't) .{1,20}(?:,|but) ?(?:it's |it is )?.+|应该是.+(?:才对|才是)|(?:唔系|不系).{1,10}(?:系|是)/;

/** True where the person takes back what was said («不对，是四楼», «电话错了，是8013»). Takes the message as written. */
export function isCorrection(text: string): boolean {
  const plain = text.normalize('NFKC').toLowerCase().trim();
  if (plain.length > 60) return false;
  if (/^(?:不是|不对|错了?|no|wrong)[啊呀的了吧,。.! ]*$/.test(plain)) return false;
  return CORRECTION.test(plain);
}

/**
 * What a correction puts in the place of the old: the part after the negated one («不是302，是304» → «是304»).
 * Works on folded text and keeps offsets: what is negated is blanked out.
 */
export function withoutNegated(plain: string): string {
  const match =
    /(?:不是|唔系|不系|并非|not |isn't )[^,，。;； ]{1,14}?(?=[,，。;； ]*(?:是|而是|应该是|应是|系|but|it's|it is|改成))/.exec(
      plain,
    ) ?? /(?:不是|not )[^,，。;；]{1,14}?(?=[,，。;；])/.exec(plain);
  if (!match) return plain;
  return (
    plain.slice(0, match.index) + ' '.repeat(match[0].length) + plain.slice(match.index + match[0].length)
  );
}
