/**
 * Turns of speech that point to an intent or a category. Each is one yes-or-no feature of the classifier, which learns
 * how much it is worth; they carry over to messages whose words were never seen in training.
 */

/** `plain` is folded text. Order is part of the trained weights: append, then train again. */
const PATTERNS: Record<string, RegExp> = {
  // what is asked for again
  urge: /催|快点|快些|搞快|快啲|快滴|加急|抓紧|赶紧|赶快|尽快|快一点|快少少|麻溜|优先|跟进|督促|督办|hurry|speed(?:ing)? (?:it |this |things )?up|prioriti[sz]e|follow(?:ing)? up|expedite|chase|chasing|escalat|升级处理|加快/,
  'urge.wait':
    /(?:等|拖|报|催|过)(?:了|咗)?(?:都)?(?:快)?(?:半天|一天|一上午|一下午|一早上|好久|好几|几个?|很久|成日|太久|大半天|一整天|两|三|四|五|\d)|等到起|等着(?:用|呢)?|等紧|(?:怎么|咋|点解|为什么|为啥|到现在|现在)(?:到现在)?(?:还|仲|都)(?:没|未|不|冇)|(?:还|仲|都)(?:没|未|冇|不)(?:有)?(?:人|见|来|到|动静|消息|处理|修|安排)|没人(?:来|理|管|联系|接|鸟)|人呢|人影|still waiting|been waiting|nobody (?:has )?(?:come|came|showed)|no one (?:has )?(?:come|came|showed)|where is the (?:technician|engineer|guy)|haven'?t heard|再不来|都没动静|拖太久|耽误|好耐|等(?:好|咁)耐|三催|第.次催|等到/,
  status:
    /进度|进展|到哪|哪(?:一)?步|边度|状态|(?:处理|修|办|弄|搞|批|审批|安排|落实|解决)(?:得|的)?(?:怎么样|如何|咋样|咋个样|点样|怎样)|怎么样了|咋样了|如何了|有(?:消息|结果|进展|眉目)|下文|什么情况|status|any (?:update|news|progress)|update on|progress|eta|how(?:'s| is) (?:my|the) (?:ticket|request|repair)|查(?:一?下|询|看|哈)?.{0,8}(?:工单|单子|进度|报修|记录|申请)|轮到我|(?:做|办|弄|修|搞)(?:完|好)了?(?:吗|没|未)|跟进(?:没|了吗)|did you (?:fix|finish|get)|到货|排(?:到|期)/,
  'status.when':
    /(?:什么时候|啥时候|几时|几点|何时|多久|多长时间|还要几天|几天|哪天)(?:能|可以|才能|会|来|到|送|修|解决|处理|好|批|开|安排|弄|给|有人)|师傅.{0,4}(?:几点|什么时候|多久)|when (?:will|can|is|are)|how (?:long|soon)/,
  'status.done':
    /(?:好|修好|弄好|搞定|搞掂|完成|解决|处理|安排|开通|开好|通过|批|接单|派单|派人|到货|装好|恢复|受理|审批|接|受理|办好|修)(?:了)?(?:没有|没得|没|吗|么|未|冇|不曾)(?:[?？。了啊呀哦]|$)|有没有(?:人|到|处理|安排|接|受理)|(?:has|have|is|was|did) (?:anyone|someone|anybody|my|it|the ticket|the request|the engineer)|谁在(?:负责|处理|跟)|接单了/,
  'supply.out': /(?:没|快没|用完|缺|不多|要没)(?:了)?(?:墨|粉|纸|碳粉|硒鼓)?.{0,8}(?:换|送|来|加|补|领|给)/,
  'meet.soft':
    /用(?:一下|哈)?(?:会议室|报告厅|礼堂)|有没(?:有|得)?空的会议室|要(?:个|间|一间)(?:会议室|房)|会前联调|布展|彩排/,
  'report.cancel':
    /(?:取消|撤销|撤回|撤掉|关闭|关掉|销|不要|作废|退掉).{0,10}(?:报修|报障|工单|单子|申请|request|ticket)|(?:申请|报修|领).{0,10}(?:不要了|不用了|撤|取消)|不麻烦|不劳烦|不用(?:处理|来|修|跑|看|管|过来)/,
  'add.detail':
    /(?:来的时候|来之前|联系人(?:改|换|是)|地址(?:写|是|改)|房间号|序列号|资产编号|型号是|楼层是|系统是|位置是|红色那|前面说的|刚(?:才|刚)?(?:报|说|那|忘|没))/,
  'own.request':
    /(?:我|我们|俺|刚才?|刚刚|昨天|上午|早上|今早|下午|之前|上次|前天|上周|前几天|早前|先前|昨晚|琴日|上回)(?:.{0,4})(?:报|报修|报障|申请|提交|提|登记|反映|叫|喊|说|交|预约)(?:过|了)?(?:的|嘅|那|个)|(?:我|俺)(?:的|那|嘅|个)?(?:个)?(?:工单|单子?|报修|申请|报障)|my (?:ticket|request|order|repair|issue|case)|the ticket|送修|送去修/,
  ticket: /工单|单子|单号|报修单|那单|那个单|个单|ticket|request|case|撤单|结单|催单|派单/,
  add: /补充|补一|补下|补返|补哈|补录一|再补|追加(?!预算)|忘(?:了|记)?(?:说|讲|留|告诉|写|提|记)|没说清|没讲|没写|漏了?说|漏写|备注|再说明|说明一下|再提供|附上|写错|填错|留错|more info|additional|forgot to|to add|adding|also note|please note|btw|by the way|in addition|update on|接着(?:刚才|上)|还有一点|加一句|再加一句|更正一下|for (?:my|the) (?:ticket|request)|关于(?:刚才|我|之前|上午|刚刚)|再说(?:一)?点|仲有|补多|还有个情况|情况是|漏咗|另外说明|备注一下|detail for|one more thing/,
  'no.need':
    /(?:不用|不必|无需|不需要|唔使|不使|莫|别|甭|不消|不要|不麻烦|先不)(?:再|麻烦|你们|派|过)?(?:来|修|派|处理|管|跑|弄|理|上门|人|整|麻烦|了|要|咯|安排)|撤(?:单|销|回|掉|了|诉)|no need|never ?mind|no longer|don'?t need|not needed|cancel|withdraw|disregard|ignore|close (?:the|my|it|this)|关(?:闭|掉|了)?(?:工单|单)|结单|可以关|销单|误报|报错了(?: |，|,)/,
  'now.fine':
    /(?:自己|自动|又|已经|现在|刚刚|突然|重启|同事).{0,8}(?:好了|正常|恢复|解决|能用|能打|能上|弄好|修好|搞定|搞掂|可以了|行了|得返|好返|整好)|(?:恢复|正常|好|能用|可以|通|解决|弄好|搞定|修好)了[，, 。!！]|恢复(?:了|正常)|好了$|working (?:now|again|fine)|fixed itself|problem solved|resolved|found the problem|it's fine now|sorted|又能|活过来|出来了/,
  cancel:
    /取消|撤销|撤回|撤掉|撤单|退了|作废|cancel|不(?:开|办|搞|订|要|弄|用|需要|申请)(?:了|咯|啦|喇)|call(?:ed)? off|黄了|作罢/,
  reopen:
    /又(?:坏|不行|出现|来|犯|不|死|卡|断|黑|蓝|没|掉|连|打|罢|脱|报|闪|花|开不|上不|登|塞|出)|复发|重新(?:打开|受理|派|处理|开|维修|报|激活工单)|老样子|老毛病|依旧|依然|仍然|还是(?:不行|老|不|打|卡|死|没|上|连|报|漏|一样|有|坏|原来)|没(?:真正|根本|有|完全|彻底)?(?:修好|解决|弄好|处理好)|is back|came back|reopen|re-open|still (?:broken|not|the same|doesn)|(?:happen|broke|fail)(?:ed|ing)?(?: \w+)? again|again|同样的问题|反复|治标|只好了/,
  'after.repair':
    /(?:修|弄|搞|整|处理|换|装|重装|来|解决|关|结)(?:完|好|过|了|咗)(?:的|没|以后|之后|后|了|才|还|又|就|不到|单|嗰)|(?:才|刚|刚刚|昨天|上午|上周|上次|上回|前天|昨儿|琴日|今早|昨晚).{0,4}(?:修|弄|搞|整|处理|换|来|恢复|装)(?:完|好|过|了|的|咗|嗰)?|(?:你们|工程师|师傅).{0,6}(?:修|来|走|弄|说修好)|fixed (?:it |this )?(?:yesterday|last|on|this)|after the (?:repair|fix)|(?:was|been) (?:closed|fixed|repaired)|the (?:.{0,8} )?fix|you fixed|单(?:子)?(?:结|关|显示|已)|点了(?:已)?解决|工单已/,
  // people and service
  human:
    /人工|真人|转接|转人|转仁|坐席|接线|客服|human|agent|operator|real person|representative|转工|换个?人/,
  'human.talk':
    /(?:找|联系|换|喊|叫|派|让|请|搵|接|要|想|跟|和|同|给|与)(?:一?下|个|到|你们?|一个|我)?.{0,6}(?:工程师|负责人|主管|管理员|技术(?:人员|员|支持)?|领导|专家|经理|真人|值班|师傅|人)(?:.{0,4}(?:说|谈|讲|聊|联系|电话|通话|沟通|倾|来))?|(?:说|谈|讲|聊|倾|沟通|通话)(?:一?下)?$|speak (?:to|with)|talk (?:to|with)|call me|call back|phone number|contact (?:number|person)|someone (?:to )?call|given? me a call|connect me/,
  'human.phone':
    /(?:电话|号码|热线|联系方式)(?:是)?(?:多少|好多|几多|给我|发我|有吗|有没)|(?:给|留|要|有没有|求)(?:我|个|一个)?(?:你们|客服|工程师|值班|信息中心)?(?:的)?(?:电话|号码|联系方式)|回(?:个|我|一个)?电话|打(?:个|给我)?电话(?:给我|过来)|直接(?:打|说|联系)|报修热线|打给我|transfer me|don'?t want a bot|活人|what(?:'s| is) (?:the|your) (?:phone )?number/,
  rate: /\d ?分(?!钟|机|之|公|局|辨|管|配|页|享|类|组|部|支|别)|[一二三四五满零]分(?!钟|之|公|局|享|配|类|别|部|支)|[\d一二三四五]颗?星(?!期)|评分|打分|评价|stars?\b|rate |rating|out of (?:5|10)|points?\b/,
  praise:
    /满意|好评|表扬|点赞|赞(?!助)|专业|耐心|细心|热情|周到|态度(?:也|很|都|非常|特别|真|好|蛮|挺)*好|服务(?:也|很|真|非常|特别|挺|蛮|态度)*(?:好|不错|到位|周到|棒)|技术(?:过硬|好|高|不错|精湛)|又快又好|及时|给力|攒劲|巴适|棒|优秀|人(?:很|真|也|好)*(?:好|不错|nice)|手脚麻利|excellent|great|awesome|satisfied|helpful|perfect|well done|good job|nice|professional|amazing|impressed|fantastic|kudos|负责任|值得|唔错|好好人|利索/,
  complain:
    /投诉|差劲|恶劣|不负责|敷衍|推(?:来推去|诿|卸|脱|三阻四)|不作为|形同虚设|说法|不像话|垃圾|什么(?:破|态度|服务|水平)|啥(?:破|子)?(?:服务|态度|水平)|效率(?:太|这么|真|极)?低|complain|rude|unacceptable|disappoint|worst|ridiculous|terrible|awful|pathetic|useless|incompetent|求其|气死|太(?:差|慢|冲|菜|过分|让人|不)|意见(?:箱|很大)?|干不干事|怎么通过考核|吃(?:干饭|闲饭)|忽悠|踢皮球|不满意?|没有?责任|糊弄|寒心|失望|形式主义|(?:向|找|跟|给)(?:上级|领导|你们领导|纪委|局长)(?:.{0,3})(?:反映|投诉|汇报)|越修越|没人管事|扯皮|爱理不理|脱岗|道歉|批评|像话吗|责任谁|谁来负责|白跑|嬲|脸色|搞笑的|lousy|enough of|nobody cares|report this to|浪费时间|拖了一个月|差得一批|撇得很|不专业|差评|一问三不知|唔掂|醉了|响应.{0,3}太慢|forever|service (?:is|was) (?:bad|poor|terrible)|一团糟|不收拾|没人(?:应|接)电话|bad service|poor service|what kind of service|不知所谓/,
  'complain.about':
    /(?:你们|你哋|这|那个?|工程师|师傅|运维|客服|值班|工作人员|修电脑的|技术员).{0,6}(?:服务|态度|水平|效率|技术|工作|质量|办事|责任心|素质|语气|说话)|your (?:engineer|service|team|technician|staff|support|people)|you (?:guys|people)/,
  // meetings
  meeting:
    /会议|开会|会场|(?:的|个|场|开|次|这|那|订|约)会(?![员计展])|视频会|会(?:不|改|推|延|取消|提前|要|开)|培训|座谈|评审|例会|党组会|党委会|布场|meeting|conference|[\u4e00-\u9fff]会(?=$|[，,。的,要改不推取提延 ])|讲座|面试|论坛/,
  room: /会议室|报告厅|多功能厅|礼堂|会场|场地|会客室|接待室|贵宾室|room|auditorium|hall/,
  book: /订|预订|预定|预约|(?:申请|借|安排|协调|准备|留|要|用|找)(?:用|使用|一?下|个|一个|一间|间|间能)?.{0,8}(?:会议室|会场|报告厅|礼堂|场地|多功能厅)|book|reserve|schedule|arrange|召开|举行|举办|搞(?:个|一)|开(?:个|一个|场)?.{0,8}会|布置|摆(?:成|放|个|\d)|need (?:a|the) (?:room|meeting)|定(?:个|在|于)/,
  change:
    /改(?:到|成|为|在|期|至|一下|咗|了|日子|时间)|推迟|提前(?!调|准备|布置|联系|测试|试|到场|进场|入场|打开|开好|备|摆|通知|过来|来|安排)|延(?:期|长|后|到|至|迟)|换(?:到|成|个|在|一下|一?个)|挪|调整|变更|变(?:了|成|为)|往(?:后|前)|顺延|reschedul|postpone|move|push|change|instead of|extend|bring forward|推(?:到|后)|挪到|增加到|减少?到|加到|加多|调到/,
  more: /(?:再|多|还要|另外|额外|加|增|补)(?:加|增|多|要|补|摆|添|上|个|来|备)?.{0,3}(?:\d|[一二两三四五六七八九十几])?.{0,3}(?:桌签|话筒|投影|茶水|横幅|席卡|桌牌|座签|椅|枱签|麦|白板|录音|录像|视频|直播|水牌|指示牌|笔记本|大屏|茶歇|签到)|add(?:ing)? |(?:人数|人).{0,4}(?:改|增|变|加|减|多|少)/,
  'that.meeting':
    /(?:刚才|刚|那|这|原来|原定|之前|原先|上午|昨天|已经)(?:个|场|次|订|定|约|预|说|那个)?.{0,8}(?:会|会议室|培训|会议|预定|预订|评审)|our booking|my booking|the (?:\w+ )?meeting|tomorrow's meeting|the booking|my reservation|地点不变|其他不变|人数不变/,
  // how-to, help, chat
  how: /怎么|怎样|如何|咋(?!不|还|没)|啷个|点样|怎弄|怎麽|how (?:do|to|can|does|should)|点先|咋样|要怎|怎地|方法|步骤|教程|教下|教我|请教|说明书?|指南|操作手册|tutorial|guide|instructions|steps|手册|技巧/,
  where:
    /在哪|哪里|哪儿|哪个(?:页面|菜单|地方|位置|按钮|网站)|边度|什么地方|where (?:do|can|is|are|to)|从哪|去哪|入口/,
  'what.tool':
    /(?:什么|哪个|啥|哪种)(?:软件|快捷键|流程|表|格式|工具|手续|材料|键|条件|规定|时候改|方法|浏览器)|按哪|几号键|能不能(?:共享|设置|自动|批量|同时)|可不可以(?:设置|自动)|是多少|shortcut|流程是|多久要|what(?:'s| is) the (?:shortcut|process|procedure|password|address)/,
  'how.now':
    /怎么(?:办|回事|搞的?|了|解决|处理|还)|咋(?:办|回事|整|搞|了|还)|为什么|为啥|点解|啷个办|是咋|什么原因|啥原因|怎么.{0,6}(?:不了|不上|不开|不出|不到)|what (?:do i do|should i do|happened|is wrong)|why/,
  help: /你(?:能|会|可以|是|有|係|哋|们能).{0,4}(?:干|做|帮|什么|谁|啥|咩|哪些|功能|用|解决)|有(?:什么|哪些|啥)(?:功能|服务|用|能)|功能|使用说明|帮助$|^help|what (?:can|do) you|what are you|who are you|怎么(?:用|使用)(?:你|这个机器人|本系统)|菜单$|^menu|介绍一下|你有啥用|识做|how does this (?:work|bot)|能做(?:什么|咩|啥)|(?:这里|这儿)能|哪些(?:服务|问题|事)|能帮我(?:弄|做|干|解决)|还能(?:办|做|干)什么|教教我怎么跟你|不会用|怎么玩|咋用这|^instructions?$|机器人(?:定|还是|吗)|services do you|可以帮到我|帮到(?:我|你)|会做(?:哪些|什么|啥)|有咩(?:功能|用)|who are you/,
  chat: /天气|下雨|落雨|气温|温度.{0,3}多少度?|食堂|菜单是|吃(?:什么|啥|撒|饭|点|火锅)|午饭|中午吃|晌午|火锅|餐厅|饭店|好吃|笑话|故事|唱|诗|股(?:市|票)|新闻|电影|机票|火车|高铁|酒店|快递|班车|地铁|停车|公交|限号|工资(?!系统|条)|年终奖|奖金|休假|年假|放(?:几天)?假|下班|上班时间|几点(?:上|下)班|世界杯|比赛|足球|篮球|彩票|离婚|结婚|孩子|老婆|老公|女朋友|男朋友|你多大|你几岁|你喜欢|无聊|哈哈|等于几|翻译|推荐(?:一|本|个|几)|作文|总结|周末|旅游|旅行|医院|看病|感冒|发烧|药|减肥|体检|公租房|社保怎么|公积金怎么|户口|签证|驾照|油价|房价|汇率|心情|weather|joke|poem|movie|flight|restaurant|lunch|dinner|stock|capital of|football|game|song|sing|recipe|translate|holiday|salary|news|birthday|生日|算命|星座|游戏|打牌|聊天|陪我|爱你|你是男|你有对象|你好傻|你觉得|标准是|调岗|请假(?=比较|怎么跟)|便利店|奶茶|麻将|基金|红烧|煮|canteen|coffee|how old|president|放假|辞职|换工作|开门|党费|医保|节日|降温|人工智能|怎么走|唐朝|历史|首都|总统|数学|作业|春节|几号|外卖|英语|表扬信|附近|天咁热|对象|公积金|几点了|星期几|recommend/,
  greet: /^(?:你好|您好|hi|hello|hey|早|喂|在吗|老师好|嗨|哈喽)|有人(?:吗|在|没)|下午好|上午好|早上好/,
  thank: /谢谢|多谢|感谢|唔该|thank|thx|辛苦|再见|拜拜|bye/,
  yes: /^(?:是|对|好|行|嗯|可以|ok|yes|确认|没错|sure|中|得|要得|没问题)/,
  no: /^(?:不|没|no|别|莫|唔|冇|错)/,
  // requests
  'service.verb':
    /(?:安装|装(?!好|修)|开通|申请|办理|更换|换|重置|重设|重装|配置|配(?!件)|设置|新增|新建|增加|添加|添|增配|增设|加装|加(?!载|班)|注销|删除|发布|上传到|推送|更新|升级|授权|扩容|扩大|借|搬|移|迁移|延期|续期|解锁|激活|初始化|布线|布|拉|领用|领取|领|申领|采购|调试|保障|导出|恢复|备份|卸载|卸|打补丁|变更|修改|改|建|开|补办|补录|接线|接|送|制作|做|报废|分配|转发|调整|撤回|清理|整理|整|共享|加域|加入|绑定|解绑|开放|扫描成|查杀|自查|支持)/,
  ask: /请(?!问|教|假)|帮|麻烦|烦请|需(?:要|增)?|申请|想(?:要|领|换|把|借|装|开|给)|要(?:个|一|两|条|多|把|换|开)|能不能|能否|可否|可以.{0,8}吗|协助|劳驾|给(?:我|俺|我们|新)|please|pls|could you|can you|could someone|can someone|would you|need|i'?d like|i want|can i (?:get|have)|could i/,
  'service.en':
    /\b(?:install|set ?up|reset|unlock|replace(?:ment)?|move|borrow|create|add|provide|upgrade|configure|enable|give .{2,20} access|request|order|update the|change the|publish|upload|extend|renew|activate|migrate|transfer|share|remove|delete|relocate|new \w+ (?:for|please)|need (?:a|an|some|access|\d|two|three|new|more)|access to|get a (?:new|second))/,
  'new.person':
    /新来|新同事|新员工|新入职|新到|入职|实习生|新人|新领导|调来|离职|调离|调走|退休|new (?:colleague|employee|staff|hire|starter|intern)|joins|starts (?:on )?(?:monday|tuesday|tomorrow|next)|转岗|挂职/,
  consumable: /硒鼓|墨盒|碳粉|打印纸|a4纸|色带|墨粉|粉盒|墨水|toner|cartridge|paper(?! jam)/,
  'fault.word':
    /坏|故障|不能|无法|打不|开不|上不|连不|登不|用不|收不|发不|出不|没反应|没声|没网|没信号|不了|不上|不到|不出|不动|不亮|失败|报错|错误|卡|死机|蓝屏|黑屏|闪退|断|掉线|脱机|乱码|异常|失灵|not working|broken|doesn'?t|won'?t|can'?t|cannot|error|fail|crash|jam|down|stuck|slow|offline|no (?:sound|signal|internet|power|audio)|stopped|冇|不得|起不|没得|慢/,
  'fault.see':
    /看看|看一下|看下|看哈|来人|来个人|派人|检修|检查|排查|抢修|维修|修一下|来修|修下|来一趟|瞧瞧|处理一下|解决一下|take a look|have a look|check|fix|repair|come and/,
  'want.new': /换(?:个|一|新|成|大|掉)|领(?:个|一|用|取)|新的|买|加个|添置|增配|采购/,
  // categories
  'c.account':
    /密码|口令|登录|登陆|登入|登不|登录不|登唔|登路|账号|账户|帐号|帐户|权限|认证|身份|证书|签章|印章|公章|盖章|签名|签字|锁定|被锁|解锁|验证码|动态码|password|log ?in|sign(?:ing)? ?in|log ?on|account|locked|permission|credential|certificate|u ?key|ukey|ca锁|usb ?key|停用|注销|授权|admin rights|管理员权限|初始密码|用户信息/,
  'c.login': /登录|登陆|登入|登不|登唔|登路|进不去|入唔到|入不到|log ?in|sign ?in/,
  'c.email':
    /邮件|邮箱|油箱|收信|发信|退信|信箱|收件|发件|通讯录|e-?mail|mailbox|inbox|outlook|foxmail|\bmail\b|电邮|mailing/,
  'c.network':
    /网络|上网|断网|没网|网速|网线|网口|无线|wi-?fi|wify|外网|内网|专网|政务网|宽带|\bip\b|ip地址|网关|dns|vpn|准入|路由|光纤|光猫|局域网|\bap\b|信号弱|热点|端口|掉线|network|internet|ethernet|wireless|lan\b|router|连不了网|联网|网(?:断|不|也|都|好|又|卡|修|莫|没|坏)|没得网|冇网|莫得网|水晶头|easyconnect|网络口|网页(?:打|都)/,
  'c.vpn': /vpn|easyconnect|atrust|零信任|远程接入/,
  'c.phone':
    /座机|电话(?!号|[:：是]?\s*\d|多少|给我|联系|打|会议|变了|通知)|话机|分机(?!号?[:：是]?\s*\d)|听筒|拨号音|外线|内线|长途|呼叫转移|来电|忙音|拨打|接听|固话|总机|传真线|desk ?phone|dial tone|extension|landline|handset|voicemail|telephone|my phone|通话|desk phones|\bphones?\b|对讲/,
  'c.print':
    /打印|复印|扫描(?!报告|一下病毒)|扫瞄|传真|硒鼓|墨盒|碳粉|卡纸|塞纸|夹纸|双面|粉盒|墨|吐纸|进纸|出纸|缺纸|吃纸|高拍仪|打應|打应|印表|影印|打印鸡|打印记|print|scan|copier|toner|fax|paper|打出来|印不|印出来/,
  'c.computer':
    /电脑|计算机|主机|台式|笔记本|本本|显示器|显示屏|屏幕|键盘|鼠标|滑鼠|硬盘|内存|u盘|优盘|开机|蓝屏|蓝平|黑屏|死机|重启|系统盘|c盘|d盘|桌面|机箱|电源|usb|操作系统|重装系统|重装下系统|windows|win\d|麒麟|统信|uos|laptop|\bpc\b|desktop|monitor|keyboard|mouse|computer|blue screen|boot|turn on|docking|误删|机子|机器|部机|c 盘|扩展坞/,
  'c.software':
    /软件|安装包|插件|驱动|输入法|输入发|浏览器|wps|office|word|excel|ppt|pdf|ofd|cad|photoshop|文档|表格|字体|微信|钉钉|飞书|qq|chrome|edge|压缩|解压|客户端|app|install|software|driver|browser|激活|版本|升级|闪退|闪腿|teams|公式|宏/,
  'c.noweb':
    /(?:上不了|上不到|连不了|连不上|连不起|上不起|没|没得|断|打不开)(?:了)?(?:外|内)?网|网页(?:都|也)?(?:打不开|刷不出)|网(?:络)?(?:不通|断|中断|全断|没了|连不上|上不去|好慢|很慢|卡)|(?:no|lost|without) (?:internet|network|wi-?fi)|connect to (?:the )?(?:wi-?fi|internet|network)/,
  'c.driver': /驱动|driver/,
  'c.drive.doc': /页边距|字体|公式|格式|排版|页码|预览|文档(?:打|显|排|格)|表格/,
  'c.attack':
    /钓鱼|勒索|(?:被|全|都)加密|中毒|中了?病毒|木马|篡改|鼠标自己|植入|可疑|诈骗|盗号|被盗|encrypted|hacked|phish|ransom|自动跳转|弹广告|主页.{0,4}(?:改|锁)|后缀/,
  'c.guard':
    /补丁|保密|涉密|安全注册|u盘.{0,6}(?:权限|注册|授权)|usb.{0,4}(?:权限|口开)|自查|查杀|杀毒|病毒库|漏洞|等保|antivirus|白名单/,
  'c.grant':
    /(?:开通|开|申请|新增|增加|注销|停用|建|取消|延长|办理|disable|create|set up|need).{0,16}(?:账号|账户|权限|用户|account|access|login|vpn)|权限|access to/,
  'c.loginfail':
    /(?:登录|登陆|登入|登)(?:的时候|时)?(?:不了|不上|不进|不起|报错|失败|提示|异常|页)|登不|登唔|密码(?:错|不对|过期|失效|忘)|(?:can'?t|cannot|unable to|won'?t let me) (?:log|sign)|locked|被锁|锁定/,
  'c.move': /搬(?:家|迁|到|去|过|办公|工位)|挪到|换(?:座位|办公室|工位)|新办公室|工位/,
  'c.supply':
    /门禁|一卡通|自助机|自助终端|叫号机|闸机|评价器|桌椅|椅|柜|文具|办公用品|碎纸机|灯|空调|窗帘|饮水|门锁|插线板|插座|卫生|电梯|光管|道闸|监控/,
  'c.security':
    /病毒|中毒|杀毒|木马|勒索|钓鱼|补丁|漏洞|黑客|攻击|入侵|篡改|加密了|被加密|泄密|泄露|保密|违规|天擎|北信源|360|火绒|中孚|三合一|管控|弹广告|弹窗广告|诈骗|盗号|被盗|白名单|virus|malware|phish|ransom|hacked|antivirus|security|patch|suspicious|拦截|防火墙软件|可疑|鼠标自己|挖矿|u盘使用权限|外联|安全检查|等保|密级|usb权限/,
  'c.business':
    /公文|流程|审批|报销|考勤|打卡|合同|资产系统|党建|督办|人事系统|业务系统|平台|系统(?!盘|补丁|更新|重装|很|慢|崩|卡|镜像)|oa|erp|hr|模块|待办|表单|台账|填报|报表|证照|学时|工资条|发票|附件|提交|流转|套红|收文|发文|办件|work ?flow|approval|report module|portal|payroll|attendance|expense/,
  'c.conference':
    /会议室|投影|话筒|麦克风|麦(?!当)|音响|音箱|大屏|大平|led|视频会|视频会议|电视|投屏|翻页笔|功放|调音|会议(?:平板|终端|系统|主机|摄像头)|腾讯会议|zoom|报告厅|多功能厅|礼堂|会场|幕布|同传|摄像头|音视频|projector|microphone|\bmic\b|conference|啸叫|电子屏|宣传片|直播/,
  'c.infra':
    /服务器|数据库|存储|机房|交换机|ups|备份|虚拟机|虚拟化|磁盘阵列|阵列|机柜|弱电间|精密空调|云主机|扩容|防火墙(?!软件)|核心|伺服器|中间件|域名|server|database|storage|rack|data cent|switch|virtual machine|\bvm\b|backup|raid|配电|负载/,
  'c.publish':
    /网站|官网|公众号|推文|推送|发布|首页|栏目|飘窗|门户网站|信息公开|通知公告|稿件|稿子|官微|文章|网页内容|链接失效|website|web ?site|wechat official|homepage|web page|publish|post(?:ing)? (?:the|an|this)|banner on|站点|专栏|专题|网站后台|友情链接|轮播|视频号/,
  'c.other':
    /空调|漏水|水管|灯(?:不|坏|管)|电梯|卫生间|厕所|门锁|钥匙|桌椅|椅子|办公桌|家具|窗帘|暖气|饮水机|搬家|搬迁|工作证|监控|碎纸机|保洁|插座|跳闸|开关|玻璃|天花板|air ?con|elevator|light|toilet|leak|chair|desk\b|door|办公用品|走线|打扫|消防|灭火器|车位/,
};

export const CUES: readonly string[] = Object.keys(PATTERNS);
const compiled: readonly RegExp[] = Object.values(PATTERNS);

/** The indices in `CUES` of those that `plain` holds. */
export function cuesOf(plain: string): number[] {
  const found: number[] = [];
  for (let index = 0; index < compiled.length; index++) if (compiled[index]?.test(plain)) found.push(index);
  return found;
}
