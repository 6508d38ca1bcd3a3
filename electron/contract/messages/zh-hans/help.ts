/** Simplified Chinese of `texts/help.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/help.ts';

export const shortcutSheetTexts: Translated<typeof english.shortcutSheetTexts> = {
  title: '键盘快捷方式',
  window: '所有位置',
  table: '表格中',
  close: '关闭',
};

export const shortcutTexts: Translated<typeof english.shortcutTexts> = {
  configure: '配置其他混合连接',
  enterManually: '手动输入',
  import: '导入连接',
  filter: '筛选连接',
  refresh: '刷新',
  test: '测试',
  remove: '删除',
  close: '返回、关闭详细信息或清除所选内容',
  nextRegion: '窗口的下一部分',
  previousRegion: '窗口的上一部分',
  help: '帮助',
  shortcuts: '键盘快捷方式',
  settings: '设置',
  move: '在行之间移动',
  openDetails: '打开详细信息',
  select: '选择一行',
  extend: '扩展所选内容',
  selectAll: '全选',
  menu: '可对行执行的操作',
};

export const aboutTexts: Translated<typeof english.aboutTexts> = {
  title: '关于 Hybrid Connection Manager',
  version: '版本 {version}',
  purpose: '让 Azure 中的应用可以访问你网络中的服务。',
  host: '主机',
  electron: 'Electron',
  chromium: 'Chromium',
  node: 'Node.js',
  platform: '系统',
  dataFolder: '数据文件夹',
  copyDetails: '复制详细信息',
  close: '关闭',
};
