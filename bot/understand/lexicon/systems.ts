/** Software, systems and platforms that every desk knows by name, with the category that trouble in them falls under. */
import type { Lexicon } from '../../types.ts';

type System = Lexicon['systems'][number];

const named =
  (category: NonNullable<System['category']>) =>
  (line: string): System => {
    const [name = '', ...aliases] = line.split('|');
    return { name, aliases, category };
  };

const SOFTWARE = [
  'WPS|wps office|金山wps|金山办公',
  'Office|ms office|microsoft office|office365|office 365|microsoft 365',
  'Word',
  'Excel|exel|excle',
  'PPT|powerpoint',
  '福昕|foxit|adobe|acrobat|adobe reader|福昕阅读器|pdf-xchange|wps pdf',
  'Visio',
  'CAD|autocad|浩辰cad|中望cad',
  'Photoshop|ps软件',
  '搜狗输入法|搜狗|sogou',
  '讯飞输入法|讯飞',
  '百度输入法',
  '五笔输入法|五笔|万能五笔|极点五笔|搜狗五笔',
  '拼音输入法|智能abc',
  'Chrome|谷歌浏览器|谷歌|google chrome',
  'Edge|microsoft edge',
  'IE|internet explorer|ie11|ie8',
  'Firefox|火狐|火狐浏览器',
  '360浏览器|360安全浏览器|360极速浏览器',
  '奇安信浏览器|企业安全浏览器|可信浏览器|安全浏览器',
  '红莲花浏览器|红莲花',
  '数科阅读器|数科ofd|数科',
  'ofd阅读器',
  '永中Office|永中',
  'Thunderbird|雷鸟',
  'SPSS',
  'CAXA',
  'Origin',
  'MATLAB',
  'Project|ms project',
  '易企秀',
  '新点|新点客户端|筑龙',
  '广联达',
  '腾讯文档|石墨文档|石墨|金山文档|语雀',
  '百度网盘|阿里云盘|坚果云|网盘',
  '仓颉输入法|倉頡輸入法|速成输入法',
  '2345看图|看图王|美图秀秀|剪映|格式工厂',
  '按键精灵|notepad|vscode',
  '豆包|deepseek|kimi|文心一言|通义',
  '微信|企业微信|wechat|wecom|政务微信|电脑版微信',
  '飞书|lark|feishu',
  '钉钉|dingtalk|政务钉钉|浙政钉|专有钉钉',
  'QQ',
  '粤政易',
  'WinRAR|winrar|7-zip|7zip|好压|360压缩|bandizip',
  '向日葵|sunlogin|teamviewer|todesk|anydesk',
  '迅雷',
  '有道|有道词典',
  'Xmind|xmind|mindmaster',
  'Java|jdk',
  'Flash|flash插件',
  'Teams|microsoft teams',
  '云盘|企业云盘',
].map(named('software'));

const COMPUTER = [
  'Windows|win10|win7|win11|windows10|windows 10|windows11|windows 11|windows7|windows 7|xp系统|windows xp|win 10|win 11|win 7|win系统|视窗系统',
  '麒麟|银河麒麟|中标麒麟|麒麟系统|kylin|麒麟v10|麒麟操作系统|银河麒麟v10',
  '统信|uos|统信uos|统信系统|deepin|深度系统',
  'Mac|macos|mac os',
  'Linux|ubuntu|centos',
].map(named('computer'));

const NETWORK = [
  'VPN|深信服vpn|easyconnect|atrust|sslvpn|ssl vpn|零信任|anyconnect',
  '画方',
  '北信源准入|准入系统|网络准入|准入客户端|inode',
].map(named('network'));

const SECURITY = [
  '奇安信天擎|天擎|奇安信|360天擎',
  '北信源|北信源edp|vrv',
  '360|360安全卫士|360杀毒|360卫士',
  '火绒|火绒安全',
  '卡巴斯基|kaspersky',
  '金山毒霸|毒霸',
  '瑞星',
  'Defender|windows defender',
  '中孚|中孚三合一|三合一',
  '主机审计|桌面管控|终端管控|桌管|edr',
  '竹云',
].map(named('security'));

const EMAIL = [
  'Outlook|outlook邮箱',
  'Foxmail',
  '亿邮|eyou',
  'Coremail',
  'Notes|lotus notes|lotus',
  'Exchange',
  '网易邮箱|163邮箱|qq邮箱',
].map(named('email'));

const ACCOUNT = [
  '统一认证|统一身份认证|统一身份认证平台|统一认证平台|4a|4a平台|统一门户',
  'AD|ad域|域控',
  'AD账号自主管理|ad自助',
  'SSO|单点登录',
].map(named('account'));

const BUSINESS = [
  'OA|oa系统|办公oa|oa办公|协同办公|协同办公系统|办公自动化|协同oa|泛微oa|泛微|致远oa|致远|蓝凌',
  '公文系统|公文交换|公文交换系统|公文流转系统|公文传输系统|电子公文|电子公文系统|公文处理系统|收发文系统|智能文传|公文交换平台|公文平台',
  'ERP|sap|用友|金蝶|用友nc|u8|金蝶eas|erp系统',
  '财务系统|财务软件|财务共享|报销系统|网上报销|网报系统|费控系统|报销平台|预算系统|国库系统|国库集中支付|预算一体化|一体化系统|财政一体化',
  'HR|hr系统|人事系统|人力资源系统|人力系统|人社系统|社保系统|工资系统|薪酬系统|人事管理系统',
  '考勤系统|考勤平台|打卡系统|钉钉考勤|12345系统|12345平台',
  '合同系统|合同管理系统|合同管理',
  '固定资产系统|资产系统|资产管理系统|固定资产管理系统',
  '党建平台|党建系统|智慧党建|学习强国|党建云',
  '档案系统|档案管理系统|电子档案系统',
  '督查督办|督办系统|督查系统',
  '采购系统|政府采购|采购平台|电子采购平台|招采平台',
  '无纸化会议系统|无纸化系统|会议预定系统',
  '信访系统',
  '审批系统|行政审批系统|审批平台|政务服务平台|一网通办|网上办事大厅|互联网+监管|政务服务网|一体化平台|并联审批',
  '数据共享平台|数据汇聚共享|电子证照|电子证照共享|证照系统',
  '海学网|网络教学|网络学院|干部网络学院|学习平台|在线学习平台|培训系统',
  '公务用车|公务用车平台|用车系统|派车系统',
  'ITSM',
  'CRM|crm系统|salesforce',
  'Concur|workday|sharepoint|jira|confluence|servicenow',
  'HIS|lis|pacs|电子病历',
  'LIMS',
  'PLM|wms|srm|eam|scada',
  '移动云|云桌面|智慧课堂|城管通|执法城管通|三资平台|专技平台|农综平台',
  '粤商通|闽政通|浙里办|随申办|皖事通|赣服通|i深圳|蓉易办|天府通办|川政通|豫事办|渝快办',
  '信用中国|天眼查|企查查|裁判文书网|中国知网|知网|学信网',
  '电子发票平台|增值税发票|税控盘',
  'BPM',
  'MES',
  'GIS|gis系统|地理信息系统',
  '综合政务信息平台|行政办公平台|政务信息平台|门户系统|内网门户',
  '值班系统|应急指挥系统|指挥系统',
  '统计系统|统计报表系统|直报系统|联网直报',
  '电子签章系统|签章系统',
  '食堂系统|一卡通|一卡通系统|门禁系统',
  '绩效系统|绩效考核系统|考核系统|公务员考核',
  '人大代表履职平台|提案系统',
  '执法系统|执法平台',
  '税务系统|开票系统|税控系统|电子税务局|金税',
  '民爆物品销售备案',
  '单机目录',
].map(named('business'));

const CONFERENCE = [
  'Zoom|zoom会议',
  '腾讯会议|tencent meeting|voov|voov meeting',
  '钉钉会议',
  '飞书会议',
  '小鱼易连|小鱼|xylink',
  '华为云会议|云会议|welink|移动云视讯',
  '好视通|全时|webex',
].map(named('conference'));

const PUBLISHING = ['集约化平台|网站集约化平台'].map(named('publishing'));

const INFRASTRUCTURE = [
  'Oracle|mysql|sql server|sqlserver|达梦|达梦数据库|人大金仓|金仓|redis|postgresql',
  'vmware|虚拟化平台|虚拟化|超融合',
  'nginx|tomcat|weblogic|iis',
].map(named('infrastructure'));

export const systems: System[] = [
  ...SOFTWARE,
  ...COMPUTER,
  ...NETWORK,
  ...SECURITY,
  ...EMAIL,
  ...ACCOUNT,
  ...BUSINESS,
  ...CONFERENCE,
  ...PUBLISHING,
  ...INFRASTRUCTURE,
];
