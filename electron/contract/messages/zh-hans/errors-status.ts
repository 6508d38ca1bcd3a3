/** Simplified Chinese of `texts/errors-status.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/errors-status.ts';

export const statusErrorTexts: Translated<typeof english.statusErrorTexts> = {
  HCM1090: {
    title: ['无法启动 {name}', '无法启动该连接'],
    cause: 'BizTalk 混合连接已于 2018 年 5 月 31 日终止支持。',
    next: '用 App Service 混合连接替换它。',
  },
  HCM1091: {
    title: [
      '{name} 尚未达到“{status}”状态',
      '{total} 个连接中有 {count} 个尚未达到“{status}”状态',
      '没有连接达到“{status}”状态',
      '连接尚未达到所需状态',
    ],
    cause: ['已等待 {seconds} 秒。当前：{reason}。', '已等待 {seconds} 秒。', '等待已终止。'],
    next: '等待更长时间，或查看问题所在。',
  },
};
