/** Simplified Chinese of `texts/shell.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/shell.ts';

export const shellTexts: Translated<typeof english.shellTexts> = {
  productName: 'Hybrid Connection Manager',
  importTitle: '导入连接',
  importFiles: '连接文件',
  allFiles: '所有文件',
  quit: '退出',
  keepRunning: '继续运行',
  pageStopped: '窗口已多次停止工作',
  pageStoppedDetail: '连接继续运行。重新显示窗口，或退出。',
  showAgain: '重新显示',
  cantStart: 'Hybrid Connection Manager 无法启动',
  fault: 'Hybrid Connection Manager 必须关闭',
  problem: '{title}。{cause}{next}\n\n{code}',
  switchRefused: '不允许使用 {name}：它会取消对此主机上密钥的保护。不带它启动。',
};

export const shellCountTexts: Translated<typeof english.shellCountTexts> = {
  quitQuestion: { one: '退出并关闭 {count} 个会话？', other: '退出并关闭 {count} 个会话？' },
};
