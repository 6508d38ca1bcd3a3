/** Simplified Chinese of `texts/sessions.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/sessions.ts';

export const sessionTexts: Translated<typeof english.sessionTexts> = {
  liveNow: '当前打开',
  today: '今天',
  failedToday: '今天失败',
  typicalConnect: '典型连接耗时',
  exportList: '导出列表…',
  exported: '已保存列表。',
  notExported: '无法保存列表：{problem}。',
  live: '打开的会话',
  empty: '没有打开的会话。应用连接后，会话会立即显示在这里。',
  recentlyClosed: '最近关闭',
  noneClosed: '还没有会话结束。',
  trackingIdOf: '{peer} 的跟踪 ID',
  notRead: '现在无法读取会话：{problem}。',
  close: '关闭 {peer} 的会话',
  unknownPeer: '未知应用',
};

export const sessionHeadTexts: Translated<typeof english.sessionHeadTexts> = {
  started: '开始时间',
  peer: '应用地址',
  openFor: '打开时长',
  toEndpoint: '到终结点',
  toApp: '到应用',
  rate: '速率',
  connect: '连接耗时',
  close: '关闭',
  closed: '关闭时间',
  data: '数据量',
  why: '原因',
  trackingId: '跟踪 ID',
};

export const notClosedTexts: Translated<typeof english.notClosedTexts> = {
  stillOpen: '仍然打开',
  dropped: '被 Azure 或网络断开',
};

export const closedByTexts: Translated<typeof english.closedByTexts> = {
  app: '由应用关闭',
  endpoint: '由终结点关闭',
  relay: '由 Azure 关闭',
  host: '由此主机关闭',
};

export const closedHereTexts: Translated<typeof english.closedHereTexts> = {
  byName: '由 {name} 关闭',
  byHand: '在此主机上手动关闭',
  removed: '连接已删除',
  stopped: '连接已停止',
  hostStopped: '此主机已停止',
  timeOver: '结束时限已到',
};

export const closeReasonTexts: Translated<typeof english.closeReasonTexts> = {
  HCM2034: 'Azure 没有任何活动迹象',
  HCM2041: '没有已知的终结点',
  HCM2050: 'Azure 重定向到其他位置，未跟随',
  HCM2052: '应用在会话开始前已离开',
  HCM2053: '未能及时访问 Azure',
  HCM3101: '无法解析终结点的名称',
  HCM3102: '终结点拒绝了连接',
  HCM3103: '没有到终结点的路由',
  HCM3104: ['终结点在 {seconds} 秒内没有应答', '终结点没有应答'],
  HCM3105: '无法访问终结点',
  HCM3106: '此主机不允许该终结点',
  HCM3107: '此主机打开的文件过多',
  HCM3110: '打开的会话数已达允许的上限',
  HCM3111: '连接正在停止',
  HCM3112: '打开的会话数已达此主机的上限',
  HCM3120: '被终结点断开',
  HCM3121: '被应用或 Azure 断开',
  HCM3122: '半关闭且无数据，由此主机关闭',
  HCM3124: '流量在途中被更改',
  HCM3125: '因此程序的故障而结束',
  HCM3126: '长时间无数据传输，由此主机关闭',
};
