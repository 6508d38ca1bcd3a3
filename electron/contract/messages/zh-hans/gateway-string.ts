/** Simplified Chinese of `texts/gateway-string.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/gateway-string.ts';

export const gatewayStringTexts: Translated<typeof english.gatewayStringTexts> = {
  question: '复制 {name} 的连接字符串？',
  listens:
    '持有此字符串的人可以从任何计算机侦听 {name}，从而接收其应用的部分会话。只提供给另一台主机的管理者。',
  manages:
    '规则 {rule} 可以管理整个命名空间 {namespace}：持有此连接字符串的人可以在其所有混合连接上侦听和发送，还可以创建和删除混合连接。改用只能侦听的规则。',
  clears: '剪贴板将在 {seconds} 秒后清空。',
  copy: '复制',
  copyAnyway: '仍然复制',
  cancel: '取消',
};
