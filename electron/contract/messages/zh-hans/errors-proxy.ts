/** Simplified Chinese of `texts/errors-proxy.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/errors-proxy.ts';

const trustIt = '为 *.servicebus.windows.net 申请例外，或将该 CA 的文件提供给设置 extraCaFile。';
const signIn = '在 proxyUrl 中加入用户名 (http://user@host:port)，将 proxyMode 设为 manual，并设置密码。';

export const proxyErrorTexts: Translated<typeof english.proxyErrorTexts> = {
  HCM2060: {
    title: ['无法解析代理 {proxy} 的名称', '无法解析代理的名称'],
    cause: '此主机上的 DNS 没有它的地址，或无法查询 DNS。',
    next: '检查代理设置和此主机的 DNS。',
  },
  HCM2061: {
    title: ['代理 {proxy} 拒绝了连接', '代理拒绝了连接'],
    cause: '它未在运行，或使用其他端口。',
    next: '检查代理设置。此主机会自动重试。',
  },
  HCM2062: {
    title: ['代理 {proxy} 在 {seconds} 秒内没有应答', '代理 {proxy} 没有应答', '代理没有应答'],
    cause: '它已过载，或防火墙丢弃了到它的连接。',
    next: '检查代理设置。此主机会自动重试。',
  },
  HCM2063: {
    title: ['无法访问代理 {proxy}', '无法访问代理'],
    cause: ['网络返回 {errno}。', '没有到它的路径，或它中断了连接。'],
    next: '检查此主机的网络。连接会自动恢复。',
  },
  HCM2064: {
    title: ['代理 {proxy} 拒绝连接到 {host}', '代理拒绝连接到中继'],
    cause: ['它以状态 {status} 应答：其规则不允许该连接。', '其规则不允许该连接。'],
    next: [
      '让代理允许 CONNECT 到 {host} 的端口 {port}，并为网关允许 *.servicebus.windows.net。',
      '让代理允许 CONNECT 到 *.servicebus.windows.net 的端口 443。',
    ],
  },
  HCM2065: {
    title: ['代理 {proxy} 要求登录', '代理要求登录'],
    cause: ['它接受：{schemes}。', '未为其设置用户名和密码。'],
    next: signIn,
  },
  HCM2066: {
    title: ['代理 {proxy} 要求以 {schemes} 登录', '代理要求不受支持的登录方式'],
    cause: '仅支持 Basic；不支持 NTLM、Kerberos (Negotiate) 和 Digest。',
    next: '让代理接受 Basic，或让此主机无需登录即可通过。',
  },
  HCM2067: {
    title: ['代理 {proxy} 拒绝了登录', '代理拒绝了登录'],
    cause: '用户名或密码有误，或帐户已锁定。',
    next: '重新设置代理的用户名和密码。在此之前，此主机每分钟只尝试一次，以免帐户被锁定。',
  },
  HCM2068: {
    title: ['{proxy} 处的应答方不是 HTTP 代理', '应答方不是 HTTP 代理'],
    cause: '该地址或端口属于另一项服务，或代理要求 TLS (https://)。',
    next: '检查代理设置。',
  },
  HCM2069: {
    title: ['代理 {proxy} 无法访问 {host}', '代理无法访问中继'],
    cause: ['它以状态 {status} 应答。', '其后的网络中断，或其 DNS 无法解析该名称。'],
    next: '检查代理自身的出站路径。此主机会自动重试。',
  },
  HCM2070: {
    title: ['无法使用 {setting} 中的代理设置', '无法使用代理设置'],
    cause: ['{reason}', '它不是 http://host:port 形式。'],
    next: '更正它，或将 proxyMode 设为 none。',
    reasons: {
      empty: 'proxyMode 为 manual，但未设置地址。',
      scheme: '仅支持 http:// 和 https://。',
      host: '无法读取主机。',
      port: '无法读取端口。',
      user: '无法读取用户名。',
      password: '密码不应写在地址中：它会单独加密保存。',
      rest: '主机和端口之后还有其他内容。',
      sealed: '无法在此打开其存储的密码：重新设置密码。',
      system: '此计算机未说明要使用哪个代理。',
      timeout: '此计算机未及时说明要使用哪个代理。',
    },
  },
  HCM2071: {
    title: '不支持 SOCKS 代理',
    cause: ['为 {host} 只指定了 SOCKS 代理。', '只指定了 SOCKS 代理。'],
    next: '指定 HTTP 代理，或将 proxyMode 设为 none。',
  },
  HCM2072: {
    title: ['无法与代理 {proxy} 建立 TLS', '无法与代理建立 TLS'],
    cause: ['其证书由 {issuer} 颁发，此主机不信任该颁发者。', '其证书不受信任，或它不使用 TLS。'],
    next: '将代理的 CA 提供给设置 extraCaFile，或对到代理的连接使用 http://。',
  },
  HCM2073: {
    title: ['此处与 Azure 之间有设备解密 TLS：{issuer}', '此处与 Azure 之间有设备解密 TLS'],
    cause: [
      '为 {host} 出示的证书由 {issuer} 颁发，而不是由公共 CA 颁发：有代理或防火墙在检查流量。',
      '有代理或防火墙在检查流量，并出示自己的证书。',
    ],
    next: trustIt,
  },
};
