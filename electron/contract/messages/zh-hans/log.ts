/** Simplified Chinese of `texts/log.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/log.ts';

export const logTexts: Translated<typeof english.logTexts> = {
  level: '要显示的行',
  lines: '日志',
  copy: '复制',
  save: '保存…',
  openFolder: '打开文件夹',
  saved: '已保存日志。',
  notSaved: '无法保存日志：{problem}。',
  notOpened: '无法打开文件夹：{problem}。',
  notRead: '现在无法读取日志：{problem}。',
  empty: '还没有日志行。',
  emptyOfLevel: '没有此类日志行。',
  paused: '已暂停。',
  jumpToNewest: '跳到最新',
};

export const logLevelTexts: Translated<typeof english.logLevelTexts> = {
  debug: '所有行',
  info: '信息',
  warn: '警告',
  error: '错误',
};
