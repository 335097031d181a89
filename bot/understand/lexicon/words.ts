/** Words of offices and meetings, independent of any desk. */
import type { Equipment, Layout } from '../../types.ts';

/** Makers of hardware, as they are written before a model's number. */
export const makers: string[] =
  '惠普 hp 联想 lenovo thinkpad 戴尔 dell 华为 huawei 浪潮 inspur 长城 佳能 canon 爱普生 epson 兄弟 brother 理光 ricoh 京瓷 kyocera 夏普 sharp 施乐 富士施乐 fujixerox 三星 samsung 奔图 pantum 得力 deli 小米 苹果 apple macbook 宏碁 acer 华硕 asus 清华同方 同方 方正 神州 紫光 h3c 华三 新华三 锐捷 ruijie tp-link tplink 普联 中兴 zte 思科 cisco 海康 海康威视 大华 明基 benq 飞利浦 philips aoc 优派 富士通 fujitsu 柯尼卡美能达 柯美 konica minolta 东芝 toshiba 汉光 立思辰 极米 科大讯飞 罗技 logitech 宝利通 polycom 亿联 yealink 中科曙光 曙光 超云 百信 攀升 天玥 optiplex latitude laserjet deskjet officejet thinkcentre elitebook probook'.split(
    ' ',
  );

/** What a meeting can need, by what people call it. */
export const equipment: [string, Equipment][] = (
  [
    ['projector', '投影 投屏 投影仪 投影机 幻灯 投影设备 projector projection beamer'],
    [
      'microphone',
      '话筒 麦克风 麦 无线话筒 手持话筒 鹅颈话筒 领夹麦 无线麦 咪 咪高峰 扩音 扩音设备 音响 音响设备 mic mics microphone microphones',
    ],
    [
      'video_conference',
      '视频会 视像 视像会议 视频连 视频打开 需要视频 接视频 要视频 带视频 视频会议 视频系统 视频会商 视频连线 远程视频 视频设备 视频会议系统 视频会议终端 视频会议设备 开视频 连视频 腾讯会议 接视频 视讯 video_conference video_conferencing video_call video_meeting videoconference zoom',
    ],
    [
      'name_cards',
      '桌签 席位卡 台签 枱签 桌牌 席卡 台签 座签 座位牌 名牌 姓名牌 座牌 席签 电子桌牌 电子桌签 铭牌 name_cards name_plates name_tags nameplates name_card nameplate table_cards place_cards',
    ],
    ['laptop', '笔记本 笔记本电脑 手提电脑 手提 电脑 演示电脑 laptop laptops notebook'],
    [
      'screen',
      '大屏 大屏幕 led屏 led大屏 电子屏 显示屏 屏幕 拼接屏 会议平板 电视 screen display tv big_screen',
    ],
    ['banner', '横幅 条幅 会标 红幅 banner banners'],
    ['recording', '录音 录像 录下来 录制 摄像 录音笔 全程录像 录播 拍照 照相 摄影 recording record recorded'],
    [
      'tea',
      '茶水 热茶 茶要 备茶 上茶 茶歇 倒水 矿泉水 热水 开水 茶叶 泡茶 水果 点心 咖啡 茶杯 瓶装水 饮用水 tea coffee water refreshments snacks',
    ],
    ['whiteboard', '白板 白板笔 写字板 whiteboard flipchart'],
    [
      'signage',
      '指示牌 指引牌 水牌 引导牌 路引 导向牌 签到台 签到处 欢迎牌 迎宾牌 signage signs direction_signs',
    ],
    [
      'printing',
      '打印材料 打印会议材料 印材料 打印资料 会议材料 材料打印 复印材料 打材料 打印文件 印资料 资料打印 材料印 handouts printouts printed_materials print_the_materials',
    ],
    ['livestream', '直播 网络直播 推流 livestream live_stream live_streaming streaming'],
  ] as const
).flatMap(([code, list]) =>
  list.split(' ').map((word): [string, Equipment] => [word.replaceAll('_', ' '), code]),
);

export const layouts: [string, Layout][] = (
  [
    ['theatre', '剧院式 剧场式 影院式 报告厅式 礼堂式 theatre theater theatre_style theater_style'],
    ['classroom', '课桌式 教室式 课堂式 课桌 培训式 学校式 classroom classroom_style'],
    ['u_shape', 'u型 u形 u字型 u字形 马蹄形 马蹄型 u-shape u_shape u-shaped horseshoe'],
    [
      'boardroom',
      '回字形 回字型 回型 回形 董事会式 圆桌 圆桌会 围桌 长桌式 椭圆桌 圆桌式 围坐 口字型 口字形 boardroom round_table hollow_square',
    ],
    ['banquet', '宴会式 宴会 酒会式 圆桌宴会 岛屿式 分组式 banquet'],
  ] as const
).flatMap(([code, list]) =>
  list.split(' ').map((word): [string, Layout] => [word.replaceAll('_', ' '), code]),
);

/** Leaders at bureau or department level and above: what is for them is `high`. 科长, 处长 and 主任 are not among them. */
export const leaders: string[] =
  '局长 副局长 厅长 副厅长 书记 副书记 董事长 总经理 副总 副总经理 总裁 副总裁 部长 副部长 市长 副市长 区长 副区长 县长 副县长 省长 副省长 州长 局领导 厅领导 市领导 区领导 县领导 省领导 部领导 公司领导 集团领导 院领导 局党组 党组成员 纪检组长 巡视员 总工 总工程师 总会计师 院长 常委 主席 局座 大领导 一把手 ceo chairman president director-general director_general bureau_chief minister vice_president 关键用户 重点用户 vip 政委 总队长 行长 key_user'
    .split(' ')
    .map((word) => word.replaceAll('_', ' '));

/** Sections that most bureaus have; a desk's own come from its profile. */
export const departments: string[] =
  '局办公室 厅办公室 局办 厅办 党委办公室 党组办公室 政府办公室 政府办 府办 区委办 县委办 市委办 巡视组 办公室 综合科 综合处 综合部 财务科 财务处 财务部 人事科 人事处 人事部 人力资源部 人力资源处 组织部 宣传部 统战部 纪检组 纪检监察室 纪委 监察室 机关党委 党委办 党办 党群工作部 党建部 工会 团委 妇联 法规科 法规处 政策法规处 法务部 法规司 审计处 审计科 审计部 信息中心 信息科 技术科 后勤 后勤服务中心 后勤处 总务科 机要室 机要科 秘书科 秘书处 文秘科 行政科 行政部 行政处 业务科 业务一科 业务二科 市场部 采购部 采购科 工程部 规划处 规划科 计划财务处 计财处 计财科 政工科 保卫科 保卫处 老干部处 离退休处 安监科 安全生产科 执法大队 社保中心 就业中心 人力资源中心 医保中心 督查室 研究室 信访办 信访科 招商科 统计科 税政科 科技处 科技科 教育科 基建科 资产科 资产管理科 运营部 销售部 客服部 生产部 研发部 质检部 投资部 风控部 战略部 hr_department finance finance_department finance_office legal_department legal hr accounting accounting_department it_department general_office'
    .split(' ')
    .map((word) => word.replaceAll('_', ' '));

/** Rooms with a name of their own; «会议室» alone is none. */
export const rooms: string[] =
  '评标室 评审室 分诊台 导诊台 示教室 ct室 局务会室 出纳室 信访接待室 信访室 中控室 调度指挥室 物资仓库 中心会堂 会堂 学术厅 老干部活动室 庭审室 营业厅 业务大厅 谈判室 阅卷室 手术室 治疗室 抢救室 录音室 档案库 样品室 地库 车库 机关礼堂 机关大礼堂 收银台 咨询台 审讯室 讯问室 监控中心 剧场 员工餐厅 职工食堂 俱乐部 工会俱乐部 面试间 录播室 演播室 直播间 电教室 展览厅 会商厅 收费大厅 接待大厅 门诊大厅 候诊厅 演讲厅 休息室 接访室 阶梯教室 多媒体教室 体育馆 护士站 学生机房 圆形报告厅 主控室 会客厅 化验室 实验室 资料档案室 财务室 医务室 谈心室 机房 中心机房 弱电间 弱电井 配电房 配电间 配电室 多功能厅 多功能会议室 报告厅 学术报告厅 大礼堂 礼堂 贵宾厅 贵宾室 接待室 会客室 大会议室 小会议室 中会议室 视频会议室 党组会议室 党委会议室 圆桌会议室 培训室 培训教室 党员活动室 活动室 阅览室 图书室 资料室 档案室 档案库房 库房 值班室 监控室 指挥中心 指挥大厅 调度室 调度大厅 传达室 门卫室 展厅 社保大厅 开标室 资料库 总机房 计算机房 核心机房 收发室 文印室 打印室 洽谈室 谈话室 询问室 会商室 视频会商室 电教室 机要室 server_room main_conference_room data_center data_centre meeting_room_a meeting_room_b auditorium lecture_hall reception training_room main_hall boardroom'
    .split(' ')
    .map((word) => word.replaceAll('_', ' '));
