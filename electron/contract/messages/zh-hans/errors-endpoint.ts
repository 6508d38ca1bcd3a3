/** Simplified Chinese of `texts/errors-endpoint.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/errors-endpoint.ts';

const appConnectsAgain = '无需操作：应用可以重新连接。';

export const endpointErrorTexts: Translated<typeof english.endpointErrorTexts> = {
  HCM3101: {
    title: ['无法解析终结点的名称 {host}', '无法解析终结点的名称'],
    cause: '此主机上的 DNS 没有它的地址。',
    next: '检查拼写，或申请 DNS 记录。',
  },
  HCM3102: {
    title: ['{host} 有应答，但拒绝了端口 {port}', '终结点拒绝了连接'],
    cause: '该端口上没有服务侦听，或防火墙拒绝此主机。',
    next: '检查服务是否在运行。',
  },
  HCM3103: {
    title: ['没有到 {host} 的路由', '没有到终结点的路由'],
    cause: '此主机与终结点之间的网络中断，或被防火墙阻止。',
    next: '检查两者之间的网络。',
  },
  HCM3104: {
    title: ['{host} 在 {seconds} 秒内没有应答', '{host} 没有应答', '终结点没有应答'],
    cause: '防火墙可能丢弃了连接。',
    next: '检查此主机是否可以访问终结点的端口。',
  },
  HCM3105: {
    title: ['无法访问 {host}', '无法访问终结点'],
    cause: ['系统返回 {errno}。', '系统未说明原因。'],
    next: '检查此主机是否可以访问终结点的端口。',
  },
  HCM3106: {
    title: ['此主机不得连接到 {host}', '此主机不得连接到该终结点'],
    cause: ['{reason}', '此主机的规则禁止这样做。'],
    next: '使用服务本身的地址。',
    reasons: {
      'not an address': '其名称解析的结果不是 IP 地址。',
      'a link-local address': '它是链路本地地址，云计算机在此类地址上保存凭据。',
      'an address of no single host': '其地址不属于单个主机。',
      'the name has no address': '其名称没有地址。',
    },
  },
  HCM3107: {
    title: '此主机打开的文件过多',
    cause: '已达到系统对此程序的限制。',
    next: '提高限制，或关闭会话。',
  },
  HCM3110: {
    title: ['已达到 {limit} 个会话的限制', '不允许更多会话'],
    cause: ['此连接打开的会话数已达到上限：{limit}。', '打开的会话数已达到设置允许的上限。'],
    next: '关闭会话，或提高该连接的限制。',
  },
  HCM3111: {
    title: '连接正在停止',
    cause: '它不再接受新会话。',
    next: '停止后重新启动它。',
  },
  HCM3112: {
    title: ['已达到此主机 {limit} 个会话的限制', '此主机不再接受更多会话'],
    cause: [
      '所有连接打开的会话总数已达到此主机的上限：{limit}。',
      '所有连接打开的会话总数已达到设置允许的上限。',
    ],
    next: '关闭会话，或提高主机的限制。',
  },
  HCM3120: {
    title: '终结点中止了会话',
    cause: '服务中途关闭了会话。',
    next: '查看该服务的日志。',
  },
  HCM3121: {
    title: '应用或中继中止了会话',
    cause: '应用已结束，或其网络已中断。',
    next: appConnectsAgain,
  },
  HCM3122: {
    title: '会话处于半关闭状态的时间过长',
    cause: '一端已完成，另一端没有任何活动迹象。',
    next: '如果服务需要更长时间，在设置中提高限制。',
  },
  HCM3123: {
    title: '此主机关闭了会话',
    cause: '其连接已停止，或有人关闭了会话。',
    next: appConnectsAgain,
  },
  HCM3124: {
    title: '无法识别会话中收到的内容',
    cause: '途中可能有设备更改了流量。',
    next: appConnectsAgain,
  },
  HCM3125: {
    title: '此程序的故障结束了会话',
    cause: '其他会话继续。',
    next: '附上日志报告此问题。',
  },
  HCM3126: {
    title: '会话过长时间没有数据传输',
    cause: '在空闲限制的时间内，两端都没有发送任何数据。',
    next: '如果应用需要更长的间歇，提高空闲限制，或将其设为 0。',
  },
};
