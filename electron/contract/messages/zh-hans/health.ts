/** Simplified Chinese of `texts/health.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/health.ts';

export const healthTexts: Translated<typeof english.healthTexts> = {
  HCM8001: {
    title: '此计算机没有网络',
    cause: '所有连接都无法离开此计算机。',
    next: '连接网络。所有连接会自动重新连接。',
  },
  HCM8002: {
    title: ['无法访问 {host}', '无法访问中继'],
    cause: '使用它的所有连接都无法到达该中继。',
    next: '连接会自动重新连接。如果问题持续，检查此主机的防火墙、代理和 DNS。',
  },
  HCM8003: {
    title: ['此计算机的时钟偏差 {skewMinutes} 分钟', '此计算机的时钟有偏差'],
    cause: 'Azure 会认为用此时间签名的密钥已过期或尚未生效。',
    next: '校正时钟，或让系统自动同步时间。',
  },
  HCM8010: {
    title: ['{name} 未连接', '有连接未连接'],
    cause: '无法访问 Azure，或 Azure 断开了此连接。',
    next: '它会自动重试。其详细信息说明了失败原因。',
  },
  HCM8011: {
    title: ['Azure 拒绝 {name} 的密钥', 'Azure 拒绝了一个密钥'],
    cause: '密钥可能已重新生成。',
    next: '在 Azure 中复制当前的连接字符串，然后替换密钥。',
  },
  HCM8012: {
    title: ['Azure 拒绝了 {name} 的一个密钥', 'Azure 拒绝了两个密钥之一'],
    cause: '另一个密钥有效，因此会话继续。',
    next: '在另一个密钥也重新生成之前，替换被拒绝的密钥。',
  },
  HCM8013: {
    title: ['{name} 已不在 Azure 中', '有连接已不在 Azure 中'],
    cause: '它已在 Azure 中删除或重命名。',
    next: '在 Azure 中重新创建，或在此处删除。',
  },
  HCM8014: {
    title: ['{name} 无法启动', '有连接无法启动'],
    cause: '此主机上缺少或不允许它所需的内容。',
    next: '其详细信息说明了具体内容和解决方法。',
  },
  HCM8015: {
    title: ['无法访问 {name} 的终结点', '无法访问终结点'],
    cause: ['{host}:{port} 不接受来自此主机的连接。', '它不接受来自此主机的连接。'],
    next: '检查服务是否在运行，以及此主机是否可以访问它。',
  },
  HCM8016: {
    title: ['Azure 为 {name} 指定了另一个终结点', 'Azure 指定了另一个终结点'],
    cause: ['Azure 指定 {endpoint}。此处未做任何更改。', '此处未做任何更改。'],
    next: '如果是你做的更改，接受即可；否则查明是谁在 Azure 中做了更改。',
  },
  HCM8017: {
    title: ['{name} 已达到限制', '有连接已达到限制'],
    cause: ['已达到 {times} 次；应用被拒绝，或会话被结束。', '应用被拒绝，或会话被结束。'],
    next: '如果负载在预期之内，提高限制；否则找出长期保持连接的应用。',
  },
  HCM8018: {
    title: ['Azure 看不到 {name} 的侦听器', 'Azure 看不到侦听器'],
    cause: '此主机的通道已打开，但 Azure 未将其计入。',
    next: '此主机会自动打开新通道。如果问题持续，重启该连接。',
  },
  HCM8019: {
    title: ['{name} 卡住', '有连接卡住'],
    cause: '一次连接尝试超过了允许的时间：这是此程序的故障。',
    next: '重启该连接，并报告其日志内容。',
  },
  HCM8020: {
    title: '此主机的文件描述符已用尽',
    cause: '系统不允许此进程再打开文件和套接字。',
    next: '提高其打开文件数的上限，或降低会话限制。',
  },
  HCM8021: {
    title: ['无法写入 {file}', '无法写入文件'],
    cause: '磁盘已满，或此帐户无权在该处写入。连接继续运行。',
    next: '释放空间，或授予此帐户写入数据文件夹的权限。',
  },
  HCM8022: {
    title: ['无法更改 {file}', '无法更改文件'],
    cause: '它由更高的版本写入。可以查看，但不能更改。',
    next: '重新安装更高的版本。',
  },
  HCM8023: {
    title: ['{file} 已损坏并被隔离', '损坏的文件已被隔离'],
    cause: '现使用可读取的内容或最后一个完好的副本。未更改损坏文件中的任何内容。',
    next: '检查内容是否齐全，并补上缺少的内容。',
  },
  HCM8024: {
    title: ['{file} 的部分行已丢失', '日志的部分行已丢失'],
    cause: '无法写入该文件。连接继续运行。',
    next: '在数据文件夹所在的磁盘上释放空间，或授予此帐户在该处写入的权限。',
  },
  HCM8025: {
    title: ['设置 {name} 未生效', '有设置未生效'],
    cause: '其值超出限制，因此使用默认值。',
    next: '在设置中更正。',
  },
  HCM8026: {
    title: '此程序的故障结束了会话',
    cause: ['过去一小时内发生了 {times} 次。', '发生在过去一小时内。'],
    next: '附上当时的日志报告此问题。所有其他会话继续。',
  },
  HCM8027: {
    title: ['{name} 将失去通道：没有新令牌', '有连接将失去通道'],
    cause: '它使用 Azure 帐户侦听，而 Entra 不再为其颁发新令牌。',
    next: '用此帐户重新登录，或为该连接提供密钥。',
  },
  HCM8028: {
    title: ['组织策略中的 {name} 未生效', '组织策略 {file} 未生效', '组织策略未完全生效'],
    cause: '其当前内容无法读取。可以读取的部分有效。',
    next: '更正该策略。日志说明了问题所在。',
  },
  HCM8029: {
    title: ['有可用的新版本 {version}', '有可用的新版本'],
    cause: ['此主机运行的是 {current}。', '此主机运行的是较旧的版本。'],
    next: '查看更改内容，并在合适的时候安装。',
  },
};

export const healthBarsTexts: Translated<typeof english.healthBarsTexts> = {
  HCM8001: {
    one: '此计算机没有网络。{count} 个连接正在等待网络，届时会自动重新连接。',
    other: '此计算机没有网络。{count} 个连接正在等待网络，届时会自动重新连接。',
  },
  HCM8002: {
    one: '无法访问 {namespace}：{problem}。{count} 个连接正在等待，届时会自动重新连接。',
    other: '无法访问 {namespace}：{problem}。{count} 个连接正在等待，届时会自动重新连接。',
  },
};

export const healthBarTexts: Translated<typeof english.healthBarTexts> = {
  relayNeedsYou: '无法访问 {namespace}：{problem}。{next}',
  plain: '{title}。{next}',
  more: '以及其他 {count} 项',
};
