/** Simplified Chinese of `texts/errors-relay.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/errors-relay.ts';

const triesAgain = '无需操作：此主机会自动重试。';
const checkIfItLasts = '此主机会自动重试。如果问题持续，检查途中的代理和防火墙。';

export const relayErrorTexts: Translated<typeof english.relayErrorTexts> = {
  HCM2001: {
    title: ['无法解析名称 {host}', '无法解析中继的名称'],
    cause: '此主机上的 DNS 没有它的地址，或无法查询 DNS。',
    next: '检查命名空间的拼写和此主机的 DNS。',
  },
  HCM2002: {
    title: ['{host} 拒绝了连接', '中继拒绝了连接'],
    cause: ['防火墙阻止端口 {port}，或该处没有中继运行。', '防火墙阻止它，或该处没有中继运行。'],
    next: '允许到该命名空间的出站 TCP。',
  },
  HCM2003: {
    title: ['{host} 在 {seconds} 秒内没有应答', '{host} 没有应答', '中继没有应答'],
    cause: '防火墙可能丢弃了连接。',
    next: '允许到该命名空间的出站 TCP。',
  },
  HCM2004: {
    title: '无网络',
    cause: '此主机没有到中继的路由。',
    next: '检查此主机的网络。连接会自动恢复。',
  },
  HCM2005: {
    title: ['到 {host} 的连接在打开时中断', '到中继的连接在打开时中断'],
    cause: '途中的防火墙或代理可能切断了它。',
    next: '允许到该命名空间的出站 TLS。',
  },
  HCM2010: {
    title: ['{host} 的证书不受信任', '中继的证书不受信任'],
    cause: ['它由 {issuer} 颁发，此主机不信任该颁发者。', '途中的代理在检查 TLS，或中继有自己的 CA。'],
    next: '让此主机信任该 CA，或将其文件提供给该连接。',
  },
  HCM2011: {
    title: ['{host} 出示了其他名称的证书', '中继出示了其他名称的证书'],
    cause: '有代理代为应答，或 DNS 指向别处。',
    next: '检查此主机的 DNS 和途中的代理。',
  },
  HCM2012: {
    title: ['{host} 的证书不在有效期内', '中继的证书不在有效期内'],
    cause: '按此主机的时钟，它已过期或尚未生效。',
    next: '检查此主机的时钟。',
  },
  HCM2013: {
    title: ['无法与 {host} 建立 TLS', '无法与中继建立 TLS'],
    cause: '双方没有共同的 TLS 1.2 或更高版本，或途中有设备更改了流量。',
    next: '允许到该命名空间的 TLS 1.2 或更高版本，且不进行检查。',
  },
  HCM2014: {
    title: ['{host} 有应答，但不是中继', '应答方不是中继'],
    cause: '由代理或登录页面代为应答，或该端口属于另一项服务。',
    next: '检查地址和端口，以及途中的代理。',
  },
  HCM2020: {
    title: ['Azure 拒绝了 {name} 的密钥', 'Azure 拒绝了密钥'],
    cause: '密钥可能已重新生成。',
    next: '粘贴新密钥。',
  },
  HCM2021: {
    title: '命名空间阻止此地址',
    cause: '其 IP 防火墙未列出此主机的公共地址。',
    next: '在 Azure 中该命名空间的“网络”下添加该地址。',
  },
  HCM2022: {
    title: ['{name} 的密钥缺少权限', '密钥缺少权限'],
    cause: '主机需要侦听权限，应用需要发送权限。',
    next: '使用具有该权限的规则的字符串。',
  },
  HCM2023: {
    title: ['Azure 的 {host} 中没有混合连接 {name}', 'Azure 中没有混合连接 {name}', 'Azure 中没有此混合连接'],
    cause: '它已被删除或重命名。',
    next: '在 Azure 中重新创建，或从此主机删除。',
  },
  HCM2024: {
    title: 'WebSocket 无法到达 Azure',
    cause: ['代理 {proxy} 或其后的设备移除了所需的内容。', '途中的代理或防火墙移除了所需的内容。'],
    next: ['让 {proxy} 放行到该命名空间的 WebSocket。', '允许到该命名空间的 WebSocket。'],
  },
  HCM2025: {
    title: ['Azure Relay 自身出现故障 ({status})', 'Azure Relay 自身出现故障'],
    cause: '服务正在重启或过载。',
    next: triesAgain,
  },
  HCM2026: {
    title: 'Azure Relay 应答时间过长',
    cause: '服务过载。',
    next: triesAgain,
  },
  HCM2027: {
    title: ['中继以状态 {status} 应答', '中继的应答出乎预期'],
    cause: ['中继的答复：{reason}。', '可能由途中的其他设备代为应答。'],
    next: checkIfItLasts,
  },
  HCM2028: {
    title: '该混合连接的侦听器过多',
    cause: 'Azure 允许所有主机合计 25 个侦听器。',
    next: '从不需要的主机中删除它。',
  },
  HCM2029: {
    title: ['此主机的时钟偏差 {skewMinutes} 分钟', '此主机的时钟有偏差'],
    cause: '这样 Azure 会认为所有密钥都已过期。',
    next: '校正此主机的时钟。',
  },
  HCM2030: {
    title: 'Azure 关闭了连接',
    cause: '该混合连接已被删除或禁用。',
    next: '在 Azure 门户中查看它。此主机会自动重试。',
  },
  HCM2031: {
    title: 'Azure 关闭了连接并再次要求密钥',
    cause: '密钥可能已重新生成。',
    next: '此主机会自动重试。如果 Azure 拒绝密钥，粘贴新密钥。',
  },
  HCM2032: {
    title: 'Azure 关闭了连接',
    cause: '服务正在重启自身的一部分。',
    next: triesAgain,
  },
  HCM2033: {
    title: '与 Azure 的连接已断开',
    cause: '网络、途中的代理或防火墙切断了它。',
    next: triesAgain,
  },
  HCM2034: {
    title: ['Azure 已 {seconds} 秒没有任何活动迹象', 'Azure 没有任何活动迹象'],
    cause: '网络、途中的代理或防火墙丢弃了连接。',
    next: triesAgain,
  },
  HCM2035: {
    title: '无法识别中继发送的内容',
    cause: '途中可能有设备更改了流量。',
    next: checkIfItLasts,
  },
  HCM2036: {
    title: ['Azure 关闭了连接，代码 {closeCode}', 'Azure 关闭了连接'],
    cause: ['Azure 的答复：{reason}。', '未说明原因。'],
    next: triesAgain,
  },
  HCM2037: {
    title: 'Azure 未将此主机计入侦听器',
    cause: 'Azure 丢失了该连接，虽然仍在其上应答：应用无法到达此主机。',
    next: '此主机已自动打开另一个到 Azure 的连接。',
  },
  HCM2040: {
    title: '无法读取 Azure 关于该混合连接的信息',
    cause: ['其应答出乎预期：{reason}。', '其应答出乎预期。'],
    next: '无需操作：此主机会自动再次查询。',
  },
  HCM2041: {
    title: '该混合连接缺少终结点',
    cause: 'Azure 中没有它的终结点。',
    next: '在 Azure 中添加“endpoint”元数据 host:port。',
  },
  HCM2042: {
    title: '无法读取 Azure 中的终结点',
    cause: '其“endpoint”元数据不是 host:port 形式。',
    next: '在 Azure 中更正“endpoint”元数据。',
  },
  HCM2050: {
    title: '会话被引向别处，未跟随',
    cause: ['中继指定了 {host}，它不属于该命名空间。', '中继指定的地址不属于该命名空间。'],
    next: '如果反复出现，检查此主机的 DNS 和途中的代理。',
  },
  HCM2051: {
    title: '无法识别中继的一条消息，已跳过',
    cause: '它不符合文档所述的格式。',
    next: '无需操作：会话继续。',
  },
  HCM2052: {
    title: '应用在会话打开之前已离开',
    cause: '它已放弃，或此主机过迟。',
    next: '无需操作：应用可以重新连接。',
  },
  HCM2053: {
    title: '有会话未能打开',
    cause: '无法访问中继为其提供的网关。',
    next: '允许到命名空间所在云的所有名称的出站 TCP，例如 *.servicebus.windows.net。',
  },
};
