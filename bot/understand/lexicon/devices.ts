/** Things that can be touched, as people call them, with the category that trouble with them falls under. */
import type { Category } from '../../types.ts';

const words = (category: Category, list: string): [string, Category][] =>
  list
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => word.replaceAll('_', ' '))
    .flatMap((word): [string, Category][] =>
      /^[a-z ]+$/.test(word)
        ? [
            [word, category],
            [`${word}s`, category],
          ]
        : [[word, category]],
    );

export const devices: [string, Category][] = [
  ...words(
    'printing',
    `打印机 打印機 票据机 针打 喷绘机 碳粉匣 腕带打印机 证照打印机 便携式打印机 便携式扫描仪 公用打印机 复印机 扫描仪 扫描机 传真机 一体机 多功能一体机 多功能机 彩打 彩色打印机 黑白打印机 激光打印机 喷墨打印机 针式打印机 票据打印机 标签打印机 证卡打印机
    网络打印机 共享打印机 高拍仪 高速扫描仪 文印机 打印复印一体机 复合机 印表机 影印机 打印复印机 速印机 油印机 绘图仪 条码打印机 热敏打印机 碎纸机 硒鼓 墨盒 碳粉 粉盒 墨粉 色带 打印纸 a4纸 复印纸 打印头 墨水
    printer copier scanner fax_machine fax mfp photocopier toner toner_cartridge cartridge ink_cartridge print_server`,
  ),
  ...words(
    'computer',
    `电脑 机子 笔电 工控机 计算机 台式机 台式电脑 台式 主机 笔记本 笔记本电脑 台式计算机 便携式计算机 便携机 手提电脑 手提 本本 本子 平板 平板电脑 ipad 显示器 显示屏 显示幕 屏幕 荧幕 萤幕 键盘 鼠标 滑鼠 硬盘 移动硬盘 固态硬盘 内存 内存条 显卡 主板 电源 电源线
    适配器 电源适配器 充电器 u盘 优盘 usb口 usb接口 usb 光驱 刻录机 读卡器 摄像头 耳机 音箱 机箱 风扇 工作站 国产机 国产电脑 信创电脑 信创机 信创终端 瘦客户机 终端机 工控机 电池 数据线 视频线 hdmi线 vga线 转接头 转换头 转接线
    扩展坞 拓展坞 手写板 副屏 外接屏 大字键盘 固态 记忆体 kvm 笔记本电池 外接显示器 触控板 无线鼠标 无线键盘 键鼠 触摸板 触控板 一体电脑 电脑主机 办公电脑 手写笔 内网机 外网机 内网电脑 外网电脑 内外网机 电脑屏幕 显示屏幕
    computer pc laptop desktop notebook monitor keyboard mouse hard_drive hard_disk ssd ram charger adapter docking_station dock usb_drive usb_stick flash_drive webcam headset headphones tablet workstation macbook screen display`,
  ),
  ...words(
    'network',
    `路由器 无线路由器 网线 网口 网线口 面板 信息点 光猫 猫 ap 无线ap 无线路由 无线网卡 网卡 水晶头 墙插 墙上网口 网络接口 网络面板 网络插座 光纤收发器 小交换机
    router modem access_point network_cable hdmi_cable ethernet_cable network_port wall_port ethernet_port lan_port`,
  ),
  ...words(
    'phone',
    `座机 电话机 话机 固定电话 固话 办公电话 ip电话 听筒 电话线 桌面电话 内线电话 红机 值班电话 电话 保密电话 录音电话 desk_phone telephone landline handset ip_phone 程控电话`,
  ),
  ...words('account', `ukey u盾 key盘 usbkey ca锁 加密狗 加密锁 密钥盘 usb_key 证书key 数字证书key`),
  ...words(
    'conference',
    `投影仪 投影机 喇叭 追光灯 主席话筒 会议终端 投影笔记本 投影转接头 电子班牌 投影 八爪鱼 导播台 导播切换台 升降屏 同传主机 话筒 麦克风 麦 无线话筒 手持话筒 鹅颈话筒 咪 会议话筒 领夹麦 功放 调音台 音响 音箱设备 扩音器 大屏 拼接屏 led屏 led大屏 电子屏 幕布 投影幕布 投影幕 视频会议终端 会议终端 会议平板 会议大屏 会议主机
    中控 矩阵 智慧屏 会议一体机 触控一体机 摄像机 会议摄像头 全向麦 录播机 录播主机 翻页笔 激光笔 电视机 电视 同屏器 投屏器 无线投屏器 升降屏 桌面升降器 电子桌牌 电子桌签 同传设备 音柱 遥控器 hdmi接口 投屏 咪高峰
    projector microphone mic speaker speakers led_screen conference_phone conference_camera tv amplifier clicker mixer`,
  ),
  ...words(
    'infrastructure',
    `服务器 测试服务器 共享服务器 交换机 核心交换机 汇聚交换机 接入交换机 ups 存储 磁盘阵列 防火墙 机柜 空调 精密空调 机房空调 数据库服务器 文件服务器 应用服务器 光纤 配电柜 刀片机 备份一体机 负载均衡 server switch firewall core_switch rack storage_array nas 伺服器 不间断电源`,
  ),
  ...words(
    'other',
    `门禁 门禁机 门禁卡 闸机 道闸 人脸机 人脸识别机 排队机 叫号机 叫号屏 饭卡机 点钞机 信息发布屏 自助机 自助终端 查询机 自助查询机 触摸查询机 评价器 评价机 身份证读卡器 签字屏 签字板 pos机 刷卡机 圈存机 录音笔 电子钟 饮水机 净水器 电梯 抽屉 抽屉锁 插座 排插 桌面插座 路灯 走廊灯 对讲机 考试屏蔽仪 机器人 挂钩 监控摄像头 办公椅 热水机 门锁 窗帘 灯管 插线板 办公椅 椅子 办公桌 桌子 柜子 文件柜 遥控器 电灯 日光灯 热水器 冰箱 微波炉
    air_conditioner water_dispenser chair lamp door_lock`,
  ),
  ...words('business', `考勤机 打卡机 指纹机 公文交换柜 交换柜`),
];

/** Places' screens and other things whose name begins like a longer word that is no device. */
export const notDevices: string[] = [
  '电源管理',
  '主机审计',
  '存储过程',
  '电脑端',
  '电脑版',
  '屏幕共享',
  '屏蔽',
  '麦当劳',
  '内存溢出',
  '麦克',
  '投屏软件',
  '存储空间',
  '一体化',
  '平板支撑',
  '打印机驱动',
  '驱动',
  '电话会',
  '电话号码',
  '电话会议',
  '电话是',
  '电话费',
  '手机号',
  '手机号码',
  '手机端',
  '联系电话',
  '打电话',
  '回电话',
  '回个电话',
  '打个电话',
  '客服电话',
  '服务器端',
  'network name',
  '存储卡号',
];
