/** Whether somebody says that it works now, or that it still does not, in answer to that very question. */

const UNSOLVED =
  /没(?:有)?(?:解决|用|好|修好|搞定|效果|反应|变化)|未解决|不行|不得行|唔得|冇用|没得用|还是(?:不|没|一样|老样子|这样)|依然|仍然|照样|不管用|不好使|搞不定|弄不好|试(?:过|了).{0,6}(?:不|没)|看不懂|没看懂|看不明白|没明白|不明白|不会(?:弄|搞|操作)|还没好|没修好|又(?:坏|不)|\b(?:no|nope|not (?:working|fixed|solved|yet|really)|did ?n.t (?:work|help)|does ?n.t (?:work|help)|still|unsolved)\b/i;
const SOLVED =
  /(?:已经?|都|终于)?(?:解决|搞定|弄好|修好|恢复|可以|能用|正常|行|好)(?:啦|了|咗|的|嘞|喽)|已(?:经)?(?:解决|修好|恢复|搞定|好)|好使了|得咗|搞掂|成了|[会懂]了|学会|^(?:可以|好|行|嗯|对)[。!！]?$|\b(?:solved|fixed|works?(?: now| fine)?|working now|resolved|all good|yes|yep)\b/i;
const WANTS_TICKET =
  /派(?:个|一个)?人|换(?:个|一个)?(?:人|师傅|工程师)|上门|来(?:个)?人|(?:直接)?(?:报修|登记|开单|下单|提单)|叫(?:个)?(?:人|师傅|工程师)|工程师(?:来|过来)|师傅(?:来|过来)|send (?:someone|somebody)|(?:open|create|log|raise) a? ?ticket/i;
const QUESTION = /[?？]$|吗[?？]?$/;

/** «还是不行», «试过了没用», «搞不定». */
export function isUnsolved(text: string): boolean {
  return !QUESTION.test(text) && UNSOLVED.test(text);
}

/** «好了», «可以了», «解决了». A «没解决» is none. */
export function isSolved(text: string): boolean {
  return !QUESTION.test(text) && !UNSOLVED.test(text) && SOLVED.test(text);
}

const TRIED =
  /还是(?!.{0,4}(?:好|可以|行|正常|能用)了)|(?:重启|试|换|弄|搞|清|插|拔|按|点|装|照做|照着做|做)(?:过|了).{0,10}(?:也|都|还)?(?:没|不)|(?:也|都)(?:没有|没用|不行|不)|试(?:过|了)了?$|照(?:着)?(?:做|弄)(?:过|了)/;
const STILL_SEEN = /[打连登按进开上传搜找听点拔插读认装]不(?:了|动|开|上|出|到|下|进|着)/;

/** «重启过了还是慢», «换了一台也不行»: tried, to no avail. */
export function hasTried(text: string): boolean {
  return !QUESTION.test(text) && TRIED.test(text);
}

/** «反正按不下去»: what is wrong, said once more. */
export function isStillSeen(text: string): boolean {
  return !QUESTION.test(text) && STILL_SEEN.test(text);
}

/** «直接派人来吧»: no more reading, a ticket please. */
export function wantsTicket(text: string): boolean {
  return WANTS_TICKET.test(text);
}
