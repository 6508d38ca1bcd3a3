/** Simplified Chinese of `texts/toolbar.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/toolbar.ts';

export const toolbarTexts: Translated<typeof english.toolbarTexts> = {
  label: '连接',
  configure: '配置其他混合连接',
  add: '添加',
  moreWaysToAdd: '更多添加方式',
  enterManually: '手动输入…',
  import: '导入…',
  createInAzure: '在 Azure 中创建…',
  tryLocalRelay: '使用本地中继试用',
  accounts: 'Azure 帐户…',
  more: '更多',
  viewLogs: '查看日志',
  density: '密度',
  columns: '列',
  filter: '筛选连接',
  filterShort: '筛选',
  clearField: '清除',
  groups: '按状态筛选',
  allGroups: '全部',
  group: '{word}（{count}）',
};

export const selectedTexts: Translated<typeof english.selectedTexts> = {
  one: '已选择 {count} 个',
  other: '已选择 {count} 个',
};

export const densityTexts: Translated<typeof english.densityTexts> = {
  normal: '标准',
  compact: '紧凑',
};

export const columnNameTexts: Translated<typeof english.columnNameTexts> = {
  name: '名称',
  status: '状态',
  namespace: '命名空间',
  endpoint: '终结点',
  endpointStatus: '终结点状态',
  sessions: '会话',
  traffic: '流量',
};

export const whyDisabledTexts: Translated<typeof english.whyDisabledTexts> = {
  nothingSelected: '先选择一个连接',
  noneToStart: '所选连接都没有停止',
  noneToStop: '所选连接现在都无法停止',
  noneToRestart: '所选连接现在都无法重启',
  refreshing: '正在刷新',
};
