/** Simplified Chinese of `texts/closing.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/closing.ts';

export const closingTexts: Translated<typeof english.closingTexts> = {
  title: '连接继续运行',
  stays: 'Hybrid Connection Manager 保留在系统托盘中。要停止连接，从托盘退出。',
  staysBackground: 'Hybrid Connection Manager 保留在系统托盘中。连接由后台主机运行，无人登录时也不会停止。',
  titleQuits: '关闭窗口会停止连接',
  quits:
    '此桌面没有系统托盘，因此 Hybrid Connection Manager 会随窗口一起退出。要让连接继续运行，将窗口最小化。',
  titleQuitsBackground: '连接会继续运行',
  quitsBackground: '连接由后台主机运行，无人登录时也不会停止。',
  dontShowAgain: '不再显示',
  ok: '确定',
  quit: '退出',
  keepOpen: '保持打开',
};
