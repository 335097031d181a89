/** What the benchmark's conversations say: every kind of turn, from an answer out of memory to opening a ticket. */
export const SCRIPT: readonly string[] = [
  '你好',
  '三楼302打印机卡纸了',
  '没解决',
  '8012',
  '提交',
  '我的报修到哪了',
  '催一下',
  '怎么连无线网络',
  '已解决',
  '五楼501电脑开不了机',
  '没解决',
  '8012',
  '提交',
  '谢谢',
];
