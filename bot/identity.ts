/** What a person says about who they are on other channels: asking for a code, giving one, leaving, asking who they are. */

export type IdentityCommand =
  | { kind: 'ask_code' }
  | { kind: 'give_code'; code: string }
  | { kind: 'leave' }
  | { kind: 'who' };

/** Digits of a one-time code; long enough that guessing is hopeless. */
export const CODE_DIGITS = 8;

const ASK =
  /^(?:我(?:要|想)|请|帮我|麻烦)?(?:绑定|关联|连接)(?:一下)?(?:我的)?(?:账号|帐号|账户|身份|飞书|微信|telegram|电报)?(?:码)?$|^(?:获取|要|给我)(?:个|一个)?绑定码$|^绑定码$|^link(?: my)?(?: other)? accounts?$/;
const GIVE =
  /^(?:绑定|关联)(?:账号|帐号)?(?:码)?(?:是|为)?[:：\s]*((?:\d[\s-]?){7}\d)$|^link\s+((?:\d[\s-]?){7}\d)$/;
const LEAVE =
  /^(?:我(?:要|想)|请)?(?:解除|取消|解)(?:账号|帐号)?(?:绑定|关联)$|^解绑$|^unlink(?: (?:this|my) account)?$/;
const WHO = /^(?:你(?:知道|认识))?我是谁(?:啊|呀|吗)?$|^who am i$/;

/** Null where the words are about anything else; a whole message, never a part of one. */
export function readIdentity(text: string): IdentityCommand | null {
  const said = text
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[。.!！?？~]+$/u, '')
    .trim();
  // Longer ones are no command; and a long text is not searched for one.
  if (said.length > 40) return null;
  const given = GIVE.exec(said);
  if (given) return { kind: 'give_code', code: (given[1] ?? given[2] ?? '').replace(/\D/g, '') };
  if (ASK.test(said)) return { kind: 'ask_code' };
  if (LEAVE.test(said)) return { kind: 'leave' };
  return WHO.test(said) ? { kind: 'who' } : null;
}
