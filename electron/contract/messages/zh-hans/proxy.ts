/** Simplified Chinese of `texts/proxy.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/proxy.ts';

export const proxyUsageTexts: Translated<typeof english.proxyUsageTexts> = {
  proxy: '显示或设置通往 Azure 的代理；更改从下一次连接起生效',
  mode: 'system：由此计算机决定；none：直接连接；manual：使用 --url 指定的代理',
  url: 'http://host:port 或 https://host:port，需要登录时加上 user@',
  bypass: '不经代理直接连接的中继：名称、*.suffix、地址、网络 (10.0.0.0/8)、<local>，以半角逗号分隔',
  password: '该用户的密码：- 表示从标准输入读取，或在终端上询问',
  passwordFile: '从文件读取密码',
  forgetPassword: '清除密码',
};

export const proxySentenceTexts: Translated<typeof english.proxySentenceTexts> = {
  promptPassword: '代理的密码（不会显示）：',
  passwordSource: '密码只能通过 --password - 或 --password-file 提供，不能作为参数。',
};

export const proxyLabelTexts: Translated<typeof english.proxyLabelTexts> = {
  mode: '代理',
  url: '地址',
  password: '密码',
  bypass: '不经代理',
};

export const proxyValueTexts: Translated<typeof english.proxyValueTexts> = {
  kept: '已加密保存',
  noPassword: '无',
};

export const proxyModeTexts: Translated<typeof english.proxyModeTexts> = {
  system: 'system（由此计算机决定）',
  none: 'none（不使用）',
  manual: 'manual（手动）',
};
