/** Simplified Chinese of `texts/viewer.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/viewer.ts';

export const viewerTexts: Translated<typeof english.viewerTexts> = {
  chip: '仅查看',
  reason: '你可以查看此主机，但不能更改它',
  who: '只有此主机的管理员可以更改它。',
  refused: '你可以查看此主机，但不能更改它。只有其管理员可以更改。',
  addressNotAsked: '只有管理员可以查找它',
  emptyTitle: '此主机上没有任何配置',
  emptyText: '连接由其管理员添加。添加后，你会在这里看到连接的状态和通过的流量。',
};
