/** Simplified Chinese of `texts/dialogs.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/dialogs.ts';

export const dialogButtonTexts: Translated<typeof english.dialogButtonTexts> = {
  cancel: '取消',
  close: '关闭',
  saving: '正在保存…',
  copyDetails: '复制详细信息',
};

export const removeTexts: Translated<typeof english.removeTexts> = {
  title: {
    one: '从此主机中删除 {name}？',
    several: { one: '从此主机中删除 {count} 个连接？', other: '从此主机中删除 {count} 个连接？' },
  },
  sessions: { one: '将关闭 {count} 个会话。', other: '将关闭 {count} 个会话。' },
  unreachable: '应用将无法再通过此主机访问 {endpoint}。',
  unreachableSeveral: '应用将无法再通过此主机访问其终结点。',
  nothingInAzure: 'Azure 中不会删除任何内容。',
  button: '删除',
};

export const finishTexts: Translated<typeof english.finishTexts> = {
  sessions: {
    one: '{count} 个打开的会话有 {seconds} 秒时间结束，之后将被关闭。',
    other: '{count} 个打开的会话有 {seconds} 秒时间结束，之后将被关闭。',
  },
  atOnce: { one: '将立即关闭 {count} 个打开的会话。', other: '将立即关闭 {count} 个打开的会话。' },
};

export const restartTexts: Translated<typeof english.restartTexts> = {
  title: {
    one: '重启 {name}？',
    several: { one: '重启 {count} 个连接？', other: '重启 {count} 个连接？' },
  },
  after: '之后它会重新连接。',
  afterSeveral: '之后它们会重新连接。',
  button: '重启',
};

export const stopTexts: Translated<typeof english.stopTexts> = {
  title: {
    one: '停止 {name}？',
    several: { one: '停止 {count} 个连接？', other: '停止 {count} 个连接？' },
  },
  after: '在启动它之前，应用无法通过此主机访问终结点。',
  afterSeveral: '在启动它们之前，应用无法通过此主机访问这些终结点。',
  button: '停止',
};

export const closeSessionTexts: Translated<typeof english.closeSessionTexts> = {
  title: '关闭此会话？',
  text: '{peer}，已打开 {duration}。应用的连接会被关闭。',
  textWithoutPeer: '已打开 {duration}。应用的连接会被关闭。',
  button: '关闭会话',
};

export const closeSessionsTexts: Translated<typeof english.closeSessionsTexts> = {
  title: '立即关闭 {name} 的会话？',
  text: {
    one: '将关闭 {count} 个会话。应用的连接会被关闭。',
    other: '将关闭 {count} 个会话。应用的连接会被关闭。',
  },
  none: '已没有打开的会话。',
  button: '关闭会话',
};

export const testTexts: Translated<typeof english.testTexts> = {
  title: '测试主机和端口',
  field: '主机和端口',
  placeholder: 'sql01.corp.contoso.com:1433',
  button: '测试',
  testing: '正在测试…',
  reached: '访问成功，用时 {duration}。',
  refused: '主机有应答，但拒绝了端口 {port}。检查服务是否正在运行。',
  noAnswer: ['{seconds} 秒内没有应答。防火墙可能丢弃了连接。', '没有应答。防火墙可能丢弃了连接。'],
  unknownName: '此主机无法解析该名称。检查拼写，或申请 DNS 记录。',
  unreadable: '输入主机和端口，例如 sql01:1433。',
  other: '{title}。{cause}',
};

export const howToReplaceTexts: Translated<typeof english.howToReplaceTexts> = {
  title: {
    one: '如何替换 {name}',
    several: { one: '如何替换 {count} 个连接', other: '如何替换 {count} 个连接' },
  },
  titleOfAny: '如何替换 BizTalk 连接',
  intro: 'BizTalk 混合连接已于 2018 年 5 月 31 日终止支持。',
  create: '在 Azure 中，在你的应用上为 {endpoint} 创建混合连接。',
  createWithoutEndpoint: '在 Azure 中，在你的应用上创建混合连接。',
  add: '在此处添加它。',
  remove: ['正常工作后，删除 {name}。', '正常工作后，删除旧连接。'],
  createSeveral: '在 Azure 中，在你的应用上为每个终结点创建混合连接。',
  addSeveral: '在此处添加它们。',
  removeSeveral: '正常工作后，删除旧连接。',
  item: '{name}：{endpoint}',
  openAzure: '在 Azure 中打开',
};

export const logsDialogTexts: Translated<typeof english.logsDialogTexts> = {
  title: '此主机的日志',
};

export const errorCalloutTexts: Translated<typeof english.errorCalloutTexts> = {
  copyDetails: '复制详细信息',
  copied: '{code} {title}',
};

export const toastRegionTexts: Translated<typeof english.toastRegionTexts> = {
  label: '消息',
  close: '关闭消息',
};

export const liveTexts: Translated<typeof english.liveTexts> = {
  change: '{names}：{change}',
  retrying: '{word}，正在重试',
  endpoint: '终结点{word}',
  listed: '{names}、{name}',
  more: { one: '{count} 个连接', other: '{count} 个连接' },
};
