/** How people say what is wrong: words that say it by themselves, and turns of speech. */
const VERB = '[\\u4e00-\\u9fff]';
/** Words that say by themselves that something is wrong. */
export const symptomWords: string[] =
  '唤不醒 不出号 不出热水 不出水 不出字 不点亮 不冷 指示灯不亮 指示灯全灭 一碰就断 字迹不清 熄机 黑晒 全部消失 偏红 偏黄 偏蓝 偏绿 偏暗 发黄 发红 发绿 发暗 发白 发烫 很淡 太淡 太暗 太弱 太小声 声音小 声音太小 卡住 滴水 滴个不停 叫个不停 响个不停 闪个不停 莫得 蓝平 嘿屏 闪腿 不制冷 不制热 不推送 不提醒 不跳转 不刷新 不保存 不自动计算 不出声 不拨号 不出水 不吸 不认 不读 不弹出 不同步 不走 不走字 不吐 没有更新 没更新 没有记录 没有数据 没有网 没有电 没有图像 没法识别 无法识别 不着 唔着 被退 打架 掉帧 卡成ppt 重启不停 烧咗 燒咗 串号 漏液 鼓包 卡键 连击 断墨 断针 拖影 残影 亮点 坏点 竖线 横线 花点 黑块 一直重启 停了 停运 歪斜 错行 错乱 丢字 丢页 跳页 很慢 很卡 特慢 巨慢 超慢 贼慢 慢得要命 慢得很 时有时无 长鸣 按不动 信号弱 信号差 信号不好 中断 卡纸 塞纸 蓝屏 黑屏 白屏 花屏 绿屏 闪屏 死机 卡死 卡顿 闪退 假死 崩溃 宕机 脱机 离线 掉线 断网 断线 断电 跳闸 停电 漏水 漏电 短路 串线 串音 杂音 噪音 啸叫 回音 回声 电流声 乱码 缺墨 缺纸 缺粉 漏粉 漏墨 偏色 重影 模糊 发黑 有黑线 有黑条 有白条 有条纹 有竖线 有横线 有底灰 没墨 没粉 没碳粉 没纸 没电 没网 没信号 没声音 没声 没反应 没响应 没画面 没图像 没显示 没颜色 没光标 没权限 无声 无信号 无响应 无反应 无显示 无画面 无图像 无法开机 打不着 中毒 中病毒 中了病毒 有病毒 被勒索 被加密 被盗 被黑 被篡改 被锁 锁定 冻结 过期 失效 失灵 失败 丢失 丢包 报错 报警 告警 异响 异常 冒烟 起火 烧了 发烫 过热 进水 摔坏 碎了 坏了 坏掉 挂了 瘫痪 瘫了 罢工 出错 错位 不亮 不响 不转 不动 不通 不灵 不准 不见 不清楚 不显示 不识别 不进纸 不出纸 不下墨 不工作 不运行 不同步 不更新 不兼容 不匹配 不充电 不断电 不开机 不启动 不走纸 不吸纸 不对 吃纸 搓纸 起皱 皱纸 打滑 空白 白纸 一片空白 转圈 转圈圈 自动关机 自动重启 自己关机 自己重启 反复重启 不停重启 老重启 频繁重启 无限重启 弹窗 弹广告 跳广告 拒绝访问 网页错误 系统错误 密码错误 证书错误 脚本错误 连接超时 超时 加载失败 登录失败 连接失败 安装失败 更新失败 发送失败 上传失败 下载失败 打印失败 保存失败 提交失败 同步失败 退信 被退回 被退信 丢了 被拦截 被拦 被隔离 断断续续 时断时续 时好时坏 时通时断 忽大忽小 忽明忽暗 接触不良 松动 断了 裂了 掉了 冇声 没得声音 没得网 没得反应 不得行 不行 歇菜 搞不赢 黑了 卡壳 有问题 出问题 有故障 故障 空间不足 内存不足 存储空间不足 磁盘已满 满了 爆满 邮箱已满 ip冲突 地址冲突 域名解析失败 感叹号 红叉 黄色感叹号 网络受限 受限 延迟 没有声 偏移 跑偏 歪了 打架 停机 停摆 花了 糊了 抖动 闪烁 闪个不停 发热 中断 断开 打叉 进程占用 被占用 冲突 占用高 跳屏 反应慢 一直响 连接中断'.split(
    /\s+/,
  );

const OBJECT =
  '(?:机|网页|网站|网络|网|系统|文件|文档|邮件|电话|页面|声音|声|画面|图像|图片|纸|屏|信号|字|服务器|程序|软件|附件|视频|短信|验证码|东西|数据|来|去|账号|u盘|wifi|打印机|u|电|人|到)?';
const SAID = [
  /** 打不开, 开不了机, 上不了网, 收不到邮件, 打印不出来 */
  `(?:怎么(?:都|也)?|一直|都|也)?((?:打印|扫描|复印|登录|登陆|连接|启动|安装|下载|上传|发送|接收|保存|提交|识别|播放|使用|访问|链接|刷新|切换|投屏|充电|共享|显示|输入|调整|关机|开机|操作|复制|粘贴|更新|升级|卸载|编辑|进入|修改|删除|导出|导入|生成|激活|传输|同步|响应|签章|盖章|签字|打卡|检测|查询|调节|联网|呼叫|拨打|接听|听|(?![机器脑盘网络灯屏标头线口页面号路都也就又还来我然部儿限的直是总经在再才常时些里候后前老全已很太更最却仍您他它她这那哪个台张份点])${VERB})(?:都|也)?(?:不了|不到|不开|不上去|不上来|不上|不出来|不出去|不出|不进去|不进来|不进|不动|不着|不下来|不下去|不下|不起来|不起|不亮|不响|不通|不成|不完|不全|不清楚|不清|不见|不回来|不回|不过去|不过|不掉|不来|不去|不住|不齐|不稳|不好|不得)${OBJECT})`,
  /** 没有声音, 没反应, 没网络 */
  `((?:突然)?(?:没有|没得|没|无)(?:任何)?(?:声音|反应|响应|网络|信号|画面|图像|图象|显示|电|墨|粉|颜色|网|声|权限|光标|网了|光|拨号音|铃声|回应|字|菜单|影像|内容|连接|wifi))`,
  /** 无法登录, 不能打印 */
  `((?:无法|没法|没办法|不能|不可以|不让|不给|没法子|不会)(?:正常|再|被|自动|双面)?(?:登录|登陆|打开|打印|使用|连接|上网|访问|开机|启动|识别|显示|扫描|复印|发送|接收|收发|保存|编辑|安装|更新|升级|下载|上传|播放|提交|进入|读取|导出|导入|联网|识读|同步|投屏|投影|关机|充电|切换|输入|签章|盖章|签字|审批|打卡|拨打|通话|响应|加载|办理|查询|查看|预览|解锁|激活|读卡|共享|说话|用|动|改|连|传|工作|运行|正常工作|正常使用|正常显示|拨出|接听|接通|呼出|呼入|拷贝|复制|粘贴|删除|刷卡|外拨|对外|自检|进纸|出纸)(?:邮件|文件|网页|声音|网络|系统|u盘|附件|网站|文档|了)?)`,
  /** 太慢, 卡得不行 */
  `((?:运行|打开|网速|反应|速度|开机|加载|下载|打印|上网|启动)?(?:明显|突然|逐渐)?(?:太|很|特别|非常|好|超级|超|巨|奇|实在太|有点|有些|越来越|贼|越来|变)?(?:慢得很|慢得要死|卡得很|卡得要死|卡得不行|慢得不行|卡得动不了|慢|卡))(?=$|[,，。!?;；了啊吧呀呢得的死哦嘛咯 ])`,
  /** 老是掉线, 一直闪 */
  `((?:一直|老是|老|总是|总|不停地?|不断|反复|频繁|经常|时不时|动不动就?|自动|自己|突然|莫名其妙)(?:在|就|地|会|自己|自动|要)?(?:重启|掉线|断网|断开|断|闪|转圈|转|响|叫|卡住|卡|死机|黑屏|蓝屏|关机|弹窗|弹|跳|掉|闪烁|报错|报警|退出|退|脱机|离线|忙音|占线|亮红灯|闪红灯|断线|中断|响个不停|要密码|连接中|加载|缓冲|停))`,
  /** 亮红灯, 闪红灯 */
  `((?:亮|闪)(?:着|起)?(?:红灯|黄灯|红色|橙灯|叉))`,
  /** 坏, 断, 黑 before 了 */
  `((?:断|破|开|撕|碎|摔|压|烧|损|毁|砸|磕|挂|中|折|切|扯|变|发|烤)?(?:坏|断|黑|爆|崩|挂|糊|碎|裂|瘫|烧|炸|哑|花|歪|灭)(?:掉|成)?)(?=了|完了|$)`,
  /** 有…声, 有条杠 */
  `((?:有|全是|都是|出来是|印出来是|打出来是|变成|变)(?:一)?(?:条|道|股|很多|好多|点|些)?(?:[黑白横竖红绿蓝花]{1,2}(?:色)?(?:线|条|道|杠|点|块|边|的|屏|纸)?|乱码|条纹|杂音|噪音|电流声|回音|回声|异响|焦味|糊味|焦糊味|黑底|底灰|重影|雪花|水印|空白|问号|方块|滋滋声|嗡嗡声|广告|病毒))`,
  /** 卡得跟蜗牛一样, 慢到死 */
  `((?:慢|卡|糊|淡|小|烫|吵|暗|响)(?:得|到)(?!不行|要死|很(?!$))[\\u4e00-\\u9fff]{1,8})`,
  /** sounds */
  `((?:一直|老是|老|总是|总|不停地?|发出)?(?:嘀{2,}|滴{2,}|嗡{2,}|咔{2,}|吱{2,}|呜{2,}|滋{2,}|哒{2,}|嘟{2,}|嘎{2,}|哐{2,})(?:地|的)?(?:乱)?(?:响|叫|声)?)`,
  /** 老不过, 就是不认, 死活不出来 */
  `((?:老|总|就是|死活|硬是|一直|突然|怎么也|怎么都|半天)(?:是|都|也)?(?:不|没)(?!停|断|知道|是)[\\u4e00-\\u9fff]{1,4})`,
  /** 未响应, 未激活 */
  `(?<!尚)(未(?:响应|激活|注册|授权|连接|识别|签名|认证|通过|同步|生效|更新|配置|安装))`,
  /** 写错了, 算错 */
  `((?:[\\u4e00-\\u9fff]{1,3})?(?:写|填|印|显示|算|计|排|标|发|对|录|打)错(?:了)?)(?!电话)`,
  /** 全没了, 都空了 */
  `((?:全|都|全都|全部|突然)(?:没了|空了|没有了|变了|乱了|黑了|停了|哑了|消失))`,
  /** 掉了一截, 少了两页, 缺一角 */
  `((?:掉|少|缺|多|漏|坏|断|裂)(?:了|出)?(?:一|两|几|半|三|好几|\\d+)[\\u4e00-\\u9fff]{1,4})(?=$|[,，。!?;； 的])`,
  /** 只有一格, 只出半页 */
  `((?:只有|只剩|只出|只能|只显示|只打)(?:[一半两几]|英文|黑白|[\\u4e00-\\u9fff]{2,4})[\\u4e00-\\u9fff]{0,3})(?=$|[,，。!?;； ])`,
  /** 被阻断, 被拦截 */
  `(被(?:阻断|拦截|隔离|屏蔽|限制|禁用|顶下线|踢出|强制下线|劫持|替换|篡改|封|拒绝)[\\u4e00-\\u9fff]{0,2})`,
  /** 成日断, 一时有一时冇 */
  `((?:成日|周不时|不时|隔一阵|过一会儿?|时不时)(?:就|都|会)?(?:断|死机|闪|跳|卡|掉线|黑屏|重启|停|熄)[线网开机]?)`,
  /** mistakes and losses */
  `((?:文件|资料|数据|文档|邮件|图标|桌面|内容|表格)(?:都|全|全都|突然)?(?:没了|没有了|不见了|丢了|丢失|消失|被删|没掉|不见|打不开))`,
];

/** In each, the first group is the symptom, or else the whole. */
export const symptomPatterns: RegExp[] = SAID.map((pattern) => new RegExp(pattern, 'g'));

/** What the machine says: the symptom only where the person names no other. */
export const machineMessages =
  /(?:提示|显示|报错(?:代码|信息|码)?|弹出|跳出|出现|弹|说是|老说|总说|says?|saying|shows?|showing)(?:了|是|一个|:|that)? ?(?:"[^"]{1,30}"|(?!器|屏|一下|在|幕|号|已完成|完成|出来)[^,，。!?;；: "]{2,14})/g;

export const englishSymptoms =
  /(?:paper jam(?:med)?|jammed|jams|jamming|stuck|frozen|freezes|freezing|freeze|crash(?:ed|es|ing)?|blue screen|black screen|no sound|no signal|no audio|no picture|no image|no power|no internet|no network|no dial tone|no connection|no response|not responding|unresponsive|offline|out of toner|out of paper|out of ink|(?:is |are |it's |it is |was |goes |went |completely )?(?:down|dead|broken|blank|flickering|very slow|so slow|too slow|extremely slow|slow|lagging|locked out|locked|infected|garbled|faint|blurry|faulty|overheating)(?![a-z])|(?:won'?t|wont|will not|doesn'?t|doesnt|does not|don'?t|can'?t|cant|cannot|can not|couldn'?t|could not|unable to|isn'?t|is not|not|never|fails? to|failed to|keeps?|kept|refuses? to|stopped|has stopped) (?:even )?(?:turn(?:ing)? on|power(?:ing)? on|start(?:ing)?(?: up)?|boot(?:ing)?(?: up)?|print(?:ing)?|connect(?:ing)?(?: to(?: (?!in|on|at|from|and|but|since|for)[a-z0-9-]+){1,3})?|open(?:ing)?|work(?:ing)?|load(?:ing)?|log(?:ging)? ?(?:in|on)(?:to)?|sign(?:ing)? ?in|access|send(?:ing)?|receiv(?:e|ing)|scan(?:ning)?|respond(?:ing)?|display(?:ing)?|show(?:ing)?(?: up)?|charg(?:e|ing)|detect(?:ed|ing)?|recogni[sz](?:e|ed|ing)|sync(?:ing)?|update|install|crashing|freezing|disconnecting|dropping|restarting|rebooting|shutting down|beeping|ring(?:ing)?|jamming|get online|get on(?:line| the internet)?|get into|reach|hear|see|save|download|upload|make calls?|recognised)|error(?: code)?(?: [a-z0-9x-]*\d[a-z0-9x-]*)?|paper is stuck|keeps? (?:on )?(?:[a-z]+ing)(?: (?!and|but|the|my|when|on|in|at|for)[a-z]+){0,2}|(?:but )?no (?:voice|dial tone|display|light|response|ink|color|colour|wifi|wi-fi|data)|dies (?:in|after)[a-z0-9 ]{2,16}|shows? (?:the )?wrong(?: [a-z]+){1,2}|(?:won'?t|doesn'?t|can'?t|cannot|don'?t) (?:[a-z]+)(?: (?:up|out|in|on|off))?|(?:is|are|was|were) not (?:[a-z]+ed|[a-z]+ing)|(?:strange|weird|loud|funny|burning) (?:noise|sound|smell)|bounced(?: back)?|went black|went blank|lost my [a-z-]+|crackl(?:es|ing)|keeps asking for (?:a |my |the )?password|prints? blank pages?|printing blank pages?|lost (?:network|internet|connection|signal|power)|missing|stuck|no longer works?|disappeared|leaking|a \d{3} error|404|500 error|cut(?:s|ting)? out|echo(?:es|ing)?|fuzzy|not (?:recogni[sz]ed|detected|charging|responding|loading|syncing|printing|working)|spilled|cracked|hacked|phishing|virus|ransomware|expired|timed? out|times out|dropping|disconnects|disconnected|keeps dropping|lines on the page|streaks)/g;
