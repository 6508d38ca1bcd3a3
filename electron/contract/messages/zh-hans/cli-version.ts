/** Simplified Chinese of `texts/cli-version.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/cli-version.ts';

export const versionUsageTexts: Translated<typeof english.versionUsageTexts> = {
  check: '向更新源查询是否有较新的版本',
  channel: '与 --check 相同，但查询此频道，而不是设置 updateChannel 中的频道',
};

export const versionLabelTexts: Translated<typeof english.versionLabelTexts> = {
  current: '版本',
  newest: '较新的版本',
  published: '发布时间',
  size: '大小',
  channel: '频道',
  feed: '更新源',
};

export const versionSentenceTexts: Translated<typeof english.versionSentenceTexts> = {
  upToDate: '无，当前已是最新版本',
  notes: '{version} 中的更改：',
  install: '用安装当前版本的方式安装新版本。连接和密钥会保留。',
};
