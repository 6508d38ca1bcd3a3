/** Simplified Chinese of `texts/details.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/details.ts';

export const detailsPaneTexts: Translated<typeof english.detailsPaneTexts> = {
  back: '返回',
  close: '关闭详细信息',
  more: '更多',
  widen: '加宽',
  narrow: '变窄',
  resize: '详细信息的宽度',
  tabs: '{name} 的详细信息',
  overview: '概述',
  sessions: '会话',
  sessionsOpen: '会话（{count}）',
  activity: '活动',
  log: '日志',
  selected: '已选择 {count} 个',
  selectedStates: '它们的状态',
  actions: '对所有选中项的操作',
};

export const calloutTexts: Translated<typeof english.calloutTexts> = {
  testAgain: '重新测试',
  notTested: '无法测试：{problem}。',
  copyDetails: '复制详细信息',
};

export const stateCalloutTexts: Translated<typeof english.stateCalloutTexts> = {
  stopping: {
    title: '正在停止',
    text: '不接受新会话；打开的会话可以完成。',
  },
  stopped: {
    title: '已在此主机上停止',
    text: '在启动它之前，应用无法通过此主机访问终结点。其他主机不受影响。',
  },
  discontinued: {
    title: 'BizTalk 混合连接已终止支持',
    text: 'BizTalk 混合连接已于 2018 年 5 月 31 日终止支持，因此 {name} 无法连接。改用 App Service 混合连接。',
  },
  unknown: {
    title: '后台主机没有应答',
    text: '状态未知；连接可能仍在运行。',
  },
};

export const pathTexts: Translated<typeof english.pathTexts> = {
  title: '路径',
  app: '应用',
  relay: 'Azure Relay',
  host: '此主机',
  endpoint: '终结点',
  appNow: '当前已连接',
  appSeen: '{time} 前出现',
  endpointUnknown: '尚不知道',
  sending: '应用正在发送',
  noAppYet: '还没有应用连接',
  noAppSince: '自 {time} 起没有应用连接',
  appUnknown: '未知',
  appCant: '应用无法连接',
  connectedFor: '已连接 {time}',
  throughProxy: '{words}，通过代理 {proxy}',
  answersIn: '应答时间 {time}',
  checkedAgo: '{time} 前检查过',
  checkedNow: '刚刚检查过',
};

export const sessionsLastHourTexts: Translated<typeof english.sessionsLastHourTexts> = {
  one: '过去一小时内 {count} 个会话',
  other: '过去一小时内 {count} 个会话',
};

export const hostAndOtherTexts: Translated<typeof english.hostAndOtherTexts> = {
  one: '{host} 和其他 {count} 台主机',
  other: '{host} 和其他 {count} 台主机',
};

export const detailRowTexts: Translated<typeof english.detailRowTexts> = {
  title: '详细信息',
  name: '名称',
  status: '状态',
  namespace: '命名空间',
  endpoint: '终结点',
  endpointSource: '终结点来源',
  address: '服务总线地址',
  ipAddress: 'Azure IP 地址',
  ports: 'Azure 端口',
  proxy: '代理',
  listeners: '侦听器',
  key: '密钥',
  addedBy: '添加者',
  createdOn: '创建时间',
  lastUpdated: '上次更新时间',
  data: '数据量',
  openInAzure: '在 Azure 中打开',
};

export const detailValueTexts: Translated<typeof english.detailValueTexts> = {
  statusSince: '{status}，自 {time} 起',
  endpointUnknown: '尚不知道',
  fromAzure: 'Azure 元数据',
  typedHere: '在此主机上输入',
  lookingUp: '正在查找…',
  noProxy: '无',
  notResolved: '无法解析名称。',
  noListeners: '0',
  onlyThisHost: '1：仅此主机',
  keyNamed: '{name}（{purpose}）',
  noRule: '未指明',
  entra: '无：以 {name} 的身份通过 Entra 登录',
  keyring: '在系统的密钥环中',
  keyFile: '由密钥文件加密保存在此主机上',
  inAzure: '{time}，在 Azure 中',
  onThisHost: '{time}，在此主机上',
  data: '到终结点 {toEndpoint}，到应用 {toApp}',
  dataSince: '自主机启动以来',
};

export const thisAndOtherTexts: Translated<typeof english.thisAndOtherTexts> = {
  one: '{total}：此主机和其他 {count} 台',
  other: '{total}：此主机和其他 {count} 台',
};

export const onlyOtherTexts: Translated<typeof english.onlyOtherTexts> = {
  one: '{count}：在其他主机上',
  other: '{count}：在其他主机上',
};

export const rulePurposeTexts: Translated<typeof english.rulePurposeTexts> = {
  listen: '仅侦听',
  send: '仅发送',
  broad: '可以管理命名空间',
};

export const copyButtonTexts: Translated<typeof english.copyButtonTexts> = {
  copy: '复制 {what}',
};
