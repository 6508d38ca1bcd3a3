/** Simplified Chinese of `texts/cli-service.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/cli-service.ts';

export const cliServiceTexts: Translated<typeof english.cliServiceTexts> = {
  service: '让此计算机从启动时起运行自己的主机，用于其数据文件夹的所有连接',
  install: '设置服务，或重新写入；它随系统启动',
  installStart: '立即启动，已在运行时重新启动',
  installRoot: '安装到此文件夹下的系统（例如映像）中；不触及此计算机的任何内容 (Linux)',
  installProgram: '服务运行的 hcm 的绝对路径；省略时为当前 hcm',
  uninstall: '停止服务并移除 install 写入的内容；其连接和密钥保留',
  uninstallPurge: '同时删除其数据文件夹，包括连接和密钥',
  uninstallYes: '不询问直接删除',
  start: '启动服务',
  stop: '停止服务；打开的会话可以完成',
  status: '显示服务的状态：正在运行时以 0 结束，否则以 3 结束',
  dryRun: '只显示将写入和运行的内容',
  logFormat: 'json 或 pretty；输出不是终端时为 json',
  logLevel: 'debug、info、warn 或 error，在本次运行中代替设置',

  installed: '已安装 {name}。它随系统启动；hcm service start 可立即启动。',
  installedBelow: '已在 {root} 下的系统中安装 {name}。它随该系统启动。',
  installedAndStarted: '已安装并启动 {name}。',
  uninstalled: '已删除 {name}。其连接和密钥保留在 {folder} 中。',
  purged: '已删除 {name} 和 {folder}。',
  started: '已启动 {name}。',
  stopped: '已停止 {name}。',
  purgeQuestion: '是否删除 {folder} 以及该服务的所有连接和密钥？[y/N]',
  notRemoved: '未删除任何内容。',

  reloaded: '已重新读取设置和连接；更改内容见日志。',
  nothingReloaded: '已重新读取设置和连接。没有更改。',
  statusRuns: {
    one: '正在运行 {count} 个连接',
    other: '正在运行 {count} 个连接',
  },
  statusStopping: '正在停止：打开的会话可以完成',
};

export const serviceLabelTexts: Translated<typeof english.serviceLabelTexts> = {
  service: '服务',
  state: '状态',
  enabled: '随系统启动',
  processId: '进程',
  dataFolder: '数据文件夹',
  host: '主机',
};

export const serviceWordTexts: Translated<typeof english.serviceWordTexts> = {
  notInstalled: '未安装',
  running: '正在运行',
  starting: '正在启动',
  stopping: '正在停止',
  stopped: '已停止',
  failed: '失败',
  yes: '是',
  no: '否',
  none: '–',
  answers: '版本 {version}，{count} 个中已连接 {connected} 个',
  noAnswer: '{title} ({code})',
};

export const serviceStepTexts: Translated<typeof english.serviceStepTexts> = {
  write: '写入 {file}（模式 {mode}）：',
  remove: '删除 {file}（如果由 install 写入）',
  makeFolder: '创建文件夹 {file}',
  removeFolder: '删除文件夹 {file} 及其全部内容',
  expect: '{file} 须存在',
  run: '运行 {name}',
  runUnless: '运行 {name}，除非以下命令以 0 结束：{condition}',
};
