/** Simplified Chinese of `texts/updates.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/updates.ts';

export const upgradeTexts: Translated<typeof english.upgradeTexts> = {
  foundTitle: '版本 {version} 可用',
  readyTitle: '版本 {version} 可以安装',
  installingTitle: '正在安装版本 {version}',
  goBackTitle: '版本 {version} 未能正常启动',
  youHave: '当前版本为 {version}。',
  published: '发布日期：{date}。',
  size: '需下载 {size}。',
  whatsNew: '更改内容',
  noNotes: '此版本未说明更改内容。',
  noSessions: '没有打开的会话。',
  atOnce: '它们会立即关闭。',
  finish: '它们有 {seconds} 秒时间完成，之后将被关闭。',
  pause: '在新版本启动之前，应用无法连接，除非有其他主机在侦听。',
  background: '后台主机在此期间继续运行。如果它来自同一安装包，则会重启。',
  keepsOld: '如果 {next} 未能正常启动，可以恢复 {current}。',
  connectionsStay: '之后所有连接都会恢复。',
  downloading: '正在下载',
  progress: '{received}，共 {total}',
  installing: '应用会自动重新启动。',
  byPackage: '此安装由安装它的一方升级：包管理器或你的组织。',
  byDevelopment: '此应用从源代码运行，没有可替换的安装包。',
  commandLine: '在没有窗口的主机上，可用 hcm version --check 查看新版本。',
  goBackText: '可以恢复 {version}。连接和设置会保留；只有较新版本能读取的文件可以查看，但不能更改。',
  install: '安装并重启',
  preparing: '正在准备…',
  cancel: '取消',
  later: '稍后提醒',
  skip: '跳过此版本',
  goBack: '恢复 {version}',
  keepVersion: '保留 {version}',
};

export const upgradeCountTexts: Translated<typeof english.upgradeCountTexts> = {
  sessions: { one: '有 {count} 个打开的会话。', other: '有 {count} 个打开的会话。' },
};

export const updateStateTexts: Translated<typeof english.updateStateTexts> = {
  channel: '频道：{channel}',
  lastCheck: '上次检查：{time}',
  never: '从未检查',
  checkNow: '立即检查',
  checking: '正在检查…',
  show: '查看',
  off: '不检查新版本。',
  upToDate: '已是最新版本。',
  notKnown: '目前不知道是否有更新的版本。',
  notChecked: '每天检查一次新版本。',
  available: '版本 {version} 可用。',
  downloading: '正在下载版本 {version}。',
  ready: '版本 {version} 可以安装。',
  installing: '正在安装版本 {version}。',
  goBack: '可以恢复 {version}。',
};

export const updateChannelTexts: Translated<typeof english.updateChannelTexts> = {
  stable: '稳定版',
  preview: '预览版',
};
