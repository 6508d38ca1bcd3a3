/** Simplified Chinese of `texts/actions.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/actions.ts';

export const actionLabelTexts: Translated<typeof english.actionLabelTexts> = {
  openDetails: '打开详细信息',
  restart: '重启',
  start: '启动',
  stop: '停止',
  retryNow: '立即重试',
  replaceKey: '替换密钥…',
  closeSessionsNow: '立即关闭会话',
  openInAzure: '在 Azure 中打开',
  howToReplace: '如何替换',
  refresh: '刷新',
  test: '测试',
  copyDetails: '复制详细信息',
  remove: '删除',
};

export const copyMenuTexts: Translated<typeof english.copyMenuTexts> = {
  copy: '复制',
  name: '名称',
  endpoint: '终结点',
  address: '地址',
  details: '详细信息',
};

export const doneTexts: Translated<typeof english.doneTexts> = {
  restarted: '已重启 {name}。',
  removed: '已删除 {name}。',
  copied: '已复制。',
  sessionClosed: '已关闭该会话。',
  noEffect: '操作未生效。显示的状态是实际状态。',
};

export const doneSeveralTexts: Translated<typeof english.doneSeveralTexts> = {
  restarted: { one: '已重启 {count} 个连接。', other: '已重启 {count} 个连接。' },
  removed: { one: '已删除 {count} 个连接。', other: '已删除 {count} 个连接。' },
  sessionsClosed: { one: '已关闭 {count} 个会话。', other: '已关闭 {count} 个会话。' },
};

export const couldNotTexts: Translated<typeof english.couldNotTexts> = {
  restart: '无法重启 {name}：{problem}。',
  start: '无法启动 {name}：{problem}。',
  stop: '无法停止 {name}：{problem}。',
  retryNow: '无法重试 {name}：{problem}。',
  refresh: '无法刷新 {name}：{problem}。',
  remove: '无法删除 {name}：{problem}。',
  closeSessions: '无法关闭 {name} 的会话：{problem}。',
};

export const couldNotAtAllTexts: Translated<typeof english.couldNotAtAllTexts> = {
  copy: '无法复制：{problem}。',
  openAzure: '无法打开 Azure：{problem}。',
};

export const severalConnectionTexts: Translated<typeof english.severalConnectionTexts> = {
  one: '{count} 个连接',
  other: '{count} 个连接',
};

export const copiedDetailsTexts: Translated<typeof english.copiedDetailsTexts> = {
  name: '混合连接：{value}',
  namespace: '命名空间：{value}',
  address: '服务总线地址：{value}',
  endpoint: '终结点：{value}',
  status: '状态：{value}',
  endpointStatus: '终结点状态：{value}',
  listeners: '侦听器：{value}',
  sessions: '会话：{value}',
  id: 'ID：{value}',
  withProblem: '{word}（{code}：{problem}）',
  withTracking: '{word}（{code}：{problem}，TrackingId {trackingId}）',
  since: '{value}，自 {time} 起',
  versions: 'Hybrid Connection Manager {app}，主机 {host}',
};
