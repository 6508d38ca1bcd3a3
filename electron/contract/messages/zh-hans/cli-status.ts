/** Simplified Chinese of `texts/cli-status.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/cli-status.ts';

export const globalUsageTexts: Translated<typeof english.globalUsageTexts> = {
  quiet: '只输出结果和错误：不输出注意事项和确认信息',
  noColor: '不使用颜色（也可用 NO_COLOR 和 TERM=dumb）',
};

export const statusUsageTexts: Translated<typeof english.statusUsageTexts> = {
  status: '显示主机及其连接的状态：显示一次、随变化持续显示，或直到达到所需状态',
  watch: '随变化持续显示；没有终端时，每次变化输出一行 JSON',
  wait: '连接达到该状态后立即结束；未指定连接时，须所有未被有意关闭的连接都达到该状态',
  timeout: '与 --wait 一起使用：多少秒后以 1 结束并说明问题所在',
  start: '启动已停止的连接',
  stop: '停止此主机上的连接；可先等待打开的会话完成',
  all: '此主机的所有连接',
};

export const statusSentenceTexts: Translated<typeof english.statusSentenceTexts> = {
  starting: '正在启动 {name}。',
  stopping: '正在停止 {name}。打开的会话可以完成。',
  startsLater: '主机运行 (hcm run) 时 {name} 会启动。',
  staysStopped: '主机运行时 {name} 保持停止。',
  isThere: '{name}：{status}。',
  looking: '正在查找主机',
  ends: '按 q 或 Ctrl+C 结束。',
  error: '错误：{text}',
  warning: '警告：{text}',
  desktopApp: '在桌面应用中运行',
  caption: '{machine} · {host} · {version}',
  notThere: '它已不在此主机上。',
  stored: '没有主机在运行；这些是存储的连接。用 hcm run 启动主机。',
};

export const statusCountTexts: Translated<typeof english.statusCountTexts> = {
  areThere: { one: '{count} 个连接：{status}。', other: '{count} 个连接：{status}。' },
  more: { one: '还有 {count} 个', other: '还有 {count} 个' },
  state: { one: '{count} 个{status}', other: '{count} 个{status}' },
};

export const statusLabelTexts: Translated<typeof english.statusLabelTexts> = {
  host: '主机',
  kind: '运行方式',
  version: '版本',
  processId: '进程 ID',
  since: '启动时间',
  dataFolder: '数据文件夹',
  connections: '连接',
};

export const statusKindTexts: Translated<typeof english.statusKindTexts> = {
  service: '{machine} 上的后台主机',
  app: '{machine} 上的桌面应用',
};

export const watchHeadTexts: Translated<typeof english.watchHeadTexts> = { traffic: '流量' };

/** They stand in front of a full stop, so that none ends in one. */
export const statusUseTexts: Translated<typeof english.statusUseTexts> = {
  waitState: '没有可等待的此状态。可用的状态：{names}',
  timeout: '--timeout 是 1 到 86400 之间的秒数，须与 --wait 一起使用',
  watchTable: '持续更新的表格需要终端。使用 --output json',
};
