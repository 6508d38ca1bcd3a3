/** Simplified Chinese of `texts/errors-updates.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/errors-updates.ts';

export const updateErrorTexts: Translated<typeof english.updateErrorTexts> = {
  HCM5101: {
    title: '没有已知的更新源',
    cause: '此版本未指定更新源，也没有设置。',
    next: '在“设置”的“更新”中填写组织的更新源。',
  },
  HCM5102: {
    title: '更新源中没有适用于此计算机的版本',
    cause: ['{url} 处没有任何内容。', '其中没有此频道适用于此系统的版本。'],
    next: '检查 updateFeed 和 updateChannel，以及该文件夹中的内容。',
  },
  HCM5103: {
    title: ['无法访问 {host} 上的更新源', '无法访问更新源'],
    cause: ['{reason}', '无法建立连接。'],
    next: '检查此主机的网络和代理。主机会自动重新查询。',
    reasons: {
      name: 'DNS 中没有该名称。',
      refused: '对方拒绝连接。',
      timeout: '对方没有及时应答。',
      network: '此主机没有到达它的路由。',
      closed: '内容尚未接收完整，连接就中断了。',
      tls: '对方的应答不是 TLS。',
      handshake: '双方没有都接受的 TLS 版本和密码套件。',
    },
  },
  HCM5104: {
    title: '此版本不接受任何更新',
    cause: '构建时没有包含发布签名所用的密钥，因此无法辨别真伪。',
    next: '从此版本的来源手动安装较新的版本。',
  },
  HCM5105: {
    title: ['{file} 没有签名', '更新源中的文件没有签名'],
    cause: '签名文件缺失或无效。未使用其中的任何内容。',
    next: '告知更新源的管理员：每个文件旁都需要有对应的 .sig 文件。',
  },
  HCM5106: {
    title: ['{file} 的签名不正确', '更新源中文件的签名不正确'],
    cause: ['{reason}未使用其中的任何内容。', '未使用其中的任何内容。'],
    next: '不要安装来自该处的任何内容，并告知更新源的管理员。',
    reasons: {
      key: '签名所用的密钥不为此版本所知。',
      bytes: '文件在签名之后被更改，或者是作为另一个文件签名的。',
    },
  },
  HCM5107: {
    title: ['无法读取更新源中的 {file}', '无法读取更新源中的文件'],
    cause: ['{reason}', '其内容不是此版本所预期的。'],
    next: '告知更新源的管理员。如果问题持续存在，手动安装较新的版本。',
    reasons: {
      version: '其版本号不是 1.2.3 的形式。',
      content: '其内容不是此版本所预期的。',
    },
  },
  HCM5108: {
    title: '更新源的应答过大',
    cause: ['{url} 超出了更新源文件所需的大小。', '超出了所需的大小。'],
    next: '检查 updateFeed 是否为更新源的文件夹。',
  },
  HCM5109: {
    title: '更新源指向了此主机不会跟随的地址',
    cause: ['{reason}', '只跟随 https 地址，且最多连续 3 次。'],
    next: '将 updateFeed 设置为更新源的实际地址。',
    reasons: {
      scheme: '{url} 指向了非 https 的地址。',
      count: '{url} 不断地重定向。',
    },
  },
  HCM5110: {
    title: ['更新源返回了 {status}', '更新源返回了错误'],
    cause: ['{url} 没有给出其他内容。', '没有给出其他内容。'],
    next: '稍后重试。如果问题持续存在，检查 updateFeed，以及更新源是否要求登录。',
  },
  HCM5111: {
    title: ['不接受 {host} 的证书', '不接受更新源的证书'],
    cause: ['{reason}', '此主机无法确认对方就是更新源。'],
    next: '让此主机信任该 CA（设置 extraCaFile），或者更正更新源的证书。',
    reasons: {
      issuer: '证书由 {issuer} 颁发，此主机不信任它。',
      authority: '证书由此主机不信任的 CA 颁发。',
      name: '证书属于另一个名称。',
      dates: '证书已过期，或者尚未生效。',
    },
  },
};
