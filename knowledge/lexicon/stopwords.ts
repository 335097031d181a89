/** Words that say nothing about what a question is about. */
const LIST = `
的 了 呢 吗 啊 吧 呀 哦 嗯 哈 嘛 哪 么 是 在 有 和 与 及 或 也 都 就 还 又 再 才 很 太 挺 蛮 更 最 非常 特别 比较 有点 有些 一点 一些 一下 一直 总 总是 老 老是 经常 有时 有时候 偶尔 突然 忽然
我 你 您 他 她 它 我们 你们 咱 咱们 他们 自己 大家 别人 人家 谁 这 那 这个 那个 这些 那些 这样 那样 这里 那里 这儿 那儿 这边 那边 这次 上次 每次 一个 几个 个 台 次 种 份 位 条 只 点 下 些
怎么 怎样 怎么样 怎么办 怎么回事 咋 咋办 咋回事 咋整 如何 为什么 为何 为啥 什么 啥 多少 几 哪里 哪儿 哪个 哪些 是否 能否 可否 是不是 有没有 能不能 可不可以 要不要
请 请问 请教 麻烦 帮 帮忙 帮我 帮助 谢谢 多谢 感谢 你好 您好 老师 师傅 同志 各位 求助 急 在线等 想 想要 要 需要 希望 打算 准备 可以 可 能 会 应该 得 必须 行 好 吧 一下子
把 被 让 给 对 对于 从 到 向 往 于 以 用 由 按 跟 同 为 为了 因为 所以 但 但是 可是 不过 而 而且 并 并且 如果 要是 假如 的话 然后 接着 之后 以后 之前 以前 后 前 时 时候 的时候 当 现在 今天 昨天 刚 刚刚 刚才 最近 已经 正在 今早 上午 下午 早上
不 没 没有 别 说 知道 看 看看 看到 觉得 感觉 发现 出现 提示 显示 弄 搞 做 办 来 去 上 下 里 中 内 外 出 起 过 着 地 之 其 该 此 等 等等 问题 情况 东西 事 事情 办法 方法 方式 步骤 操作 教程 处理 解决
帮我 大概 一共 左右 完全 根本 明明 竟然 居然 反正 其实 感觉 好像 似乎 估计 可能 应该是 怀疑 之类 一样 似的 来着 什么的 那种 这种 整个 全部 所有 一直在 还是 就是 只有 只是 都是 也是 又是 不是 没有了 有人 有个 有点儿 领导 同事 我们科 我们处 科里 处里 办公室 单位 人 天 年 月 次数 回 遍 越来越 严重 特别是 另外 顺便 的话 罢了 而已 说是 说我 让我 叫我 给我 跟我 一会 一会儿 半天 好几 好多 许多 很多 哈 咯 哦 呃 唉 诶 喂 嗨 老 阿 喔 噢 嘞
need needs want wants working work again after before since today yesterday now morning every few minutes time times week just still also always any some there here this that these those from out off up down so but if then than too very really get gets got keep keeps have has had been being will would should could were us our we he she they them his her their think says say said tell told ask asks asking one two 2nd 1st hi hello guys team about into over when while because thing something anything nothing
the a an is are was be to of in on at for with and or my i it this that how do does can can't cannot what why when where please help not me you your there
`;

export const STOPWORDS: ReadonlySet<string> = new Set(LIST.trim().split(/\s+/));
