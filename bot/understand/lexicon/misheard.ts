/** Words that voice input and hurried typing get wrong, and real words that only sound like them. */

/** Two characters: repaired where the two sound exactly like one of these. */
export const shortWords =
  '登录 账号 密码 网络 邮箱 邮件 打印 电脑 座机 键盘 鼠标 蓝屏 黑屏 白屏 花屏 死机 卡纸 闪退 断网 投影 话筒 大屏 打卡 公文 附件 系统 软件 驱动 重启 掉线 脱机 报错 乱码 权限 证书 补丁 病毒 网线 网口 硒鼓 碳粉 墨盒 扫描 复印 传真 桌签 席卡 报销 考勤 门禁 网页 网速 屏幕 硬盘 工单 报修 催单 签章 印章 路由 断电 音响 格式 桌面 表格 麒麟 统信 天擎'.split(
    ' ',
  );

/** Three and more: also where they sound nearly alike (in/ing, z/zh, l/n …). */
export const longWords =
  '打印机 复印机 扫描仪 传真机 一体机 投影仪 麦克风 显示器 笔记本 台式机 摄像头 路由器 交换机 服务器 移动硬盘 高拍仪 打不开 开不了 连不上 上不去 登不上 登不进 打不出 没反应 没声音 没信号 没图像 没画面 打不了 用不了 收不到 发不出 进不去 开不机 上不了网 连不上网 无法登录 无法打印 不能打印 不能登录 验证码 浏览器 输入法 客户端 杀毒软件 驱动程序 视频会议 公众号 电子签章 数字证书 统一认证 奇安信 北信源 亿邮邮箱 搜狗输入法 打印纸 考勤机 人脸识别 办公室 财务科 转人工 工程师 催一下 补充一下 重新打开 自动重启 输入密码 忘记密码 重置密码 局域网 无线网 外接屏 扩展坞 腾讯会议 企业微信'.split(
    ' ',
  );

/** Words in their own right that sound like one above: left alone. */
export const soundalikes: ReadonlySet<string> = new Set(
  '话屏 司机 四级 四季 死记 花瓶 华平 有件 又见 又件 充气 全线 全县 磨合 张浩 张昊 章浩 反映 影响 印象 乱吗 各式 各市 各是 个是 各事 个事 个市 复健 表哥 通信 同心 童心 同信 大咖 大卡 保修 工丹 端点 断点 往业 王老 启林 同新 奇林 林立 医保 以往 有限 优先 邮寄 大平 打咖 正数 整数 诊书 路有 录有 落有 供单 公担 功单 音像 音箱 保小 包销 传阵 小石 拓机 挂线 投影一 台式计 打印字 打印之 麦克分'.split(
    ' ',
  ),
);
