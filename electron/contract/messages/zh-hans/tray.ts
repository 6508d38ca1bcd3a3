/** Simplified Chinese of `texts/tray.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/tray.ts';

export const trayTexts: Translated<typeof english.trayTexts> = {
  tooltip: '{product}\n{lines}',
  connection: '{name}：{status}',
  between: '，',
  open: '打开 Hybrid Connection Manager',
  startAll: '全部启动',
  stopAll: '全部停止',
  settings: '设置',
  quit: '退出',
  starting: '正在查找主机',
  couldNot: '部分连接未能完成此操作。窗口会显示是哪些连接。',
};

export const trayCountTexts: Translated<typeof english.trayCountTexts> = {
  working: { one: '{count} 个正常', other: '{count} 个正常' },
  recovering: { one: '{count} 个正在恢复', other: '{count} 个正在恢复' },
  attention: { one: '{count} 个需要注意', other: '{count} 个需要注意' },
  off: { one: '{count} 个已关闭', other: '{count} 个已关闭' },
  stopQuestion: {
    one: '停止所有连接并关闭 {count} 个会话？',
    other: '停止所有连接并关闭 {count} 个会话？',
  },
};

export const stopAllTexts: Translated<typeof english.stopAllTexts> = {
  detail: '在重新启动连接之前，Azure 中的应用无法通过此主机访问终结点。',
  stop: '全部停止',
  keepRunning: '继续运行',
};
