/**
 * What people ask a service desk though it is somebody else's business: an entry that does not speak of it does not answer.
 * The forms also teach the topics of knowledge/search/topics.ts what is none of a desk's.
 */
export const ELSEWHERE = `
weather = 天气 下雨 下雪 气温 台风 雾霾 天气预报 刮风 带伞 降温 温度多少度 weather rain forecast temperature_outside
canteen = 食堂 吃什么 午饭 晚饭 早饭 盒饭 外卖 开饭 菜单上的菜 饭卡 餐补 点餐 咖啡厅 奶茶 夜宵 好吃 餐厅 canteen lunch dinner coffee restaurant
travel = 机票 高铁票 火车票 航班 酒店订 订酒店 打车 地铁 公交 导航 旅游 景点 签证 护照 高速 堵车 路线 flight train_ticket hotel taxi
parking = 停车 停车证 车位 车牌 加油 油价 限行 违章 驾照 年检 充电桩 洗车 parking
commute-bus = 班车 通勤车 接驳车 几点发车
building-care = 空调 电梯 门锁 钥匙 暖气 灯管 灯泡坏 桌椅 椅子 办公椅 桌子 柜子 抽屉 保洁 物业 窗帘 地毯 墙皮 天花板 玻璃 打扫 卫生 绿植 花盆 装修 电灯 日光灯 开水 office_chair elevator air_conditioning light_bulb cleaning
restroom = 厕所 卫生间 洗手间 水管 下水道 水龙头 饮水机 马桶 堵了马桶 桶装水 toilet plumbing water_dispenser
parcels = 快递 寄快递 包裹 收发室 顺丰 报纸 信件收发 挂号信 parcel courier
health = 医院 看病 体检 医保 感冒 发烧 疫苗 挂号 医生 头疼 减肥 健身 doctor hospital sick
family = 孩子 上学 幼儿园 学区 高考 生日 结婚 婚假 生孩子 老婆 老公 爸妈 宠物 养猫 养狗 wedding birthday
housing = 买房 租房 房贷 公积金提取 提取公积金 房租 房产证 装修房子 宿舍 物业费 mortgage
money-life = 股票 基金 理财 彩票 贷款 银行卡 信用卡 汇率 个人所得税 涨工资 加薪 stock lottery exchange_rate
citizen-service = 户口 户籍 身份证办 办身份证 营业执照 社保转移 退休金 低保 出生证 居住证 落户 结婚证 港澳通行证
small-talk = 讲个笑话 笑话 写诗 写首诗 唱歌 唱首 你是谁 你几岁 你是男 你是女 你叫什么 你喜欢 无聊 聊聊天 陪我聊 你真笨 机器人吗 猜谜 谜语 星座 joke poem sing who_are_you how_old
news-fun = 电影 电视剧 球赛 足球 篮球 世界杯 新闻 明星 游戏攻略 追剧 小说 音乐 movie football
knowledge-quiz = 首都 最高的山 谁发明 历史上 唐朝 多少人口 换算 几加几 等于几 算一下 翻译一下 英语怎么说 作文 发言稿 写个总结 写一篇 帮我写 capital translate
work-rules = 放假 放假安排 几号上班 加班费 加班工资 晋升 职称 评优 入党 党费 调研报告 开会纪律 着装 工服 工会 福利 团建 年会 节日慰问 慰问品 体育活动 打车报销 报销标准 出差标准 住宿标准 差旅标准 补助标准 发票抬头 年终奖 考试 招聘 面试 holiday_schedule promotion per_diem
safety-care = 消防 灭火器 保安 丢钱包 失物招领 捡到 门卫 访客登记 施工 噪音扰民 有人吵架 蟑螂 老鼠咬 fire_drill security_guard lost_and_found
shopping = 淘宝 京东买 网购 双十一 团购 优惠券 代购 手机壳 shopping
`;
