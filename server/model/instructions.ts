/** Messages that speak to whoever reads them instead of to the desk. Such a message is never shown to a model. Pure. */

const TO_THE_READER: readonly RegExp[] = [
  /(?:忽略|无视|忘记|忘掉|不要理会|抛开|跳过|绕过)(?:掉|了)?(?:以上|上述|上面|之前|前面|先前|此前|所有|全部|一切|你的|您的|任何|系统)[^,，。;；\n]{0,12}(?:指令|指示|提示|规则|要求|设定|限制|命令|内容|对话|约束|话)/u,
  /(?:你|您)(?:现在|从现在起|接下来)?(?:是|扮演|充当|作为)(?:一个|一名)?[^,，。\n]{0,8}(?:模型|大模型|语言模型|AI助手|黑客|超级管理员|开发者模式|没有限制)/iu,
  /(?:系统提示词|system ?prompt|提示词注入|prompt ?injection|越狱模式|jailbreak|developer mode|开发者模式)/iu,
  /(?:ignore|disregard|forget|override|bypass)\s+(?:(?:all|any|the|your|my|of|previous|prior|above|earlier|preceding|system|these|those)\s+){1,6}(?:instructions?|prompts?|rules?|messages?|context|directions?|guidelines?)/iu,
  /(?:you are now|act as|pretend (?:to be|you are)|from now on,? you)\s/iu,
  /\b(?:report_fault|request_service|book_meeting|change_meeting|cancel_meeting|ask_howto|ticket_status|urge_ticket|add_to_ticket|cancel_ticket|reopen_ticket|talk_to_human|rate_service|out_of_scope)\b/iu,
  /["'“”]?(?:intent|confidence|urgency|slots)["'“”]?\s*[:=：]/iu,
  /<\|[a-z_]{2,20}\|>|\[\/?INST\]|<<\/?SYS>>|(?:^|\n)\s*#{0,4}\s*(?:system|assistant|developer)\s*[:：]/iu,
  /(?:输出|返回|回复|回答|respond|reply|answer|return|output)[^,，。\n]{0,10}(?:json|意图|标签|label)/iu,
];

/** True where a text holds instructions to a reader, as far as they can be told by their form. */
export function addressesTheReader(text: string): boolean {
  const plain = text.normalize('NFKC').replace(/\p{Cf}/gu, '');
  return TO_THE_READER.some((pattern) => pattern.test(plain));
}
