/** Simplified Chinese of `texts/errors-input.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/errors-input.ts';

const copyAgain = '重新复制整个字符串。';

const hostReasons = {
  empty: '未指定主机。',
  length: '主机长度超过 253 个字符。',
  character: '主机包含主机名中不允许的字符。',
  script: '主机使用了 a 到 z 以外的字母；需要 xn-- 形式。',
  label: '主机名中有一部分为空、过长，或以连字符开头或结尾。',
  address: 'IP 地址不是常规形式。',
  port: '端口不是 1 到 65535 之间的数字。',
  brackets: '方括号只能用于括住 IPv6 地址，且 IPv6 地址必须加方括号。',
} as const;

export const inputErrorTexts: Translated<typeof english.inputErrorTexts> = {
  HCM1001: {
    title: '没有连接字符串',
    cause: '文本为空。',
    next: '在 Azure 门户中复制混合连接的连接字符串。',
  },
  HCM1002: {
    title: ['无法读取字符串的第 {position} 部分', '无法读取字符串'],
    cause: ['{key} 与 {before} 之间缺少“;”。', '每部分由名称、“=”和值组成，各部分之间用“;”分隔。'],
    next: copyAgain,
  },
  HCM1003: {
    title: ['字符串包含未知部分：{key}', '字符串的第 {position} 部分未知', '字符串包含未知部分'],
    cause: ['它类似于 {similar}。', '混合连接的字符串没有此部分。'],
    next: copyAgain,
  },
  HCM1004: {
    title: ['{key} 出现了两次', '字符串的某一部分出现了两次'],
    cause: '粘贴了多个连在一起的字符串，或另行指定的名称与字符串中的不同。',
    next: '只复制该字符串，不另行指定其他名称。',
  },
  HCM1005: {
    title: '字符串没有 Endpoint 部分',
    cause: '只复制了其中一段。',
    next: copyAgain,
  },
  HCM1006: {
    title: '无法读取字符串的 Endpoint',
    cause: ['{reason}', '它不是 sb://namespace.servicebus.windows.net/ 形式。'],
    next: copyAgain,
    reasons: {
      ...hostReasons,
      scheme: '它不以 sb:// 开头。',
      user: '它包含 @。',
      path: '它在主机之后包含 ?、# 或 \\。',
    },
  },
  HCM1007: {
    title: ['Endpoint 以 {scheme}:// 开头', 'Endpoint 不以 sb:// 开头'],
    cause: '到 Azure Relay 的连接写作 sb://，且始终使用 TLS。',
    next: copyAgain,
  },
  HCM1008: {
    title: '字符串未指定混合连接',
    cause: '这是整个命名空间的字符串。',
    next: '粘贴某个混合连接的字符串，或输入其名称。',
  },
  HCM1009: {
    title: '不能使用该混合连接名称',
    cause: ['{reason}', '名称由字母、数字、“.”、“-”、“_”和“/”组成。'],
    next: '使用 Azure 门户中显示的名称。',
    reasons: {
      empty: '名称为空。',
      length: '名称有 {length} 个字符；最多 {limit} 个。',
      character: '名称包含字母、数字、“.”、“-”、“_”和“/”以外的字符。',
      ends: '名称的首尾不是字母或数字。',
      segments: '斜杠之间的某一段为空、“.”或“..”。',
    },
  },
  HCM1010: { title: '字符串没有密钥', cause: '缺少 SharedAccessKey。', next: copyAgain },
  HCM1011: { title: '字符串没有规则', cause: '缺少 SharedAccessKeyName。', next: copyAgain },
  HCM1012: {
    title: '字符串同时包含密钥和令牌',
    cause: 'SharedAccessKey 和 SharedAccessSignature 不能同时使用。',
    next: '按 Azure 门户中显示的内容重新复制字符串。',
  },
  HCM1013: {
    title: '字符串包含令牌而不是密钥',
    cause: '令牌一段时间后会过期，只有密钥才能续订。',
    next: '使用包含 SharedAccessKeyName 和 SharedAccessKey 的字符串。',
  },
  HCM1014: {
    title: '字符串要求使用托管标识',
    cause: '托管标识只存在于 Azure 内部。',
    next: '使用包含 SharedAccessKeyName 和 SharedAccessKey 的字符串。',
  },
  HCM1015: {
    title: ['{rule} 的密钥只能发送', '此密钥只能发送'],
    cause: '主机需要可以侦听的密钥。',
    next: '索取侦听密钥。',
  },
  HCM1016: {
    title: '这是 BizTalk 字符串',
    cause: 'BizTalk 混合连接已于 2018 年 5 月 31 日终止支持。',
    next: '在 Azure 中创建混合连接，并使用其字符串。',
  },
  HCM1017: {
    title: '这是 ACS 字符串',
    cause: 'Azure Relay 不再接受访问控制服务 (ACS) 的密钥。',
    next: '改为复制共享访问 (SAS) 字符串。',
  },
  HCM1018: {
    title: '文本过长，不是连接字符串',
    cause: ['文本有 {length} 个字符；最多 {limit} 个。', '连接字符串不会这么长。'],
    next: '只复制连接字符串。',
  },
  HCM1019: {
    title: ['{key} 包含不允许的字符', '文本包含控制字符 {character}', '文本包含字符串中不允许的字符'],
    cause: '复制处的内容被隐藏或截短，或来自其他类型的文件。',
    next: copyAgain,
  },
  HCM1020: {
    title: '无法读取字符串的 OperationTimeout',
    cause: '它应写作时间，例如 00:01:00。',
    next: '更正或去掉它。',
  },
  HCM1021: {
    title: ['{key} 过长', '规则或密钥过长'],
    cause: ['它有 {length} 个字符；最多 {limit} 个。', '它超过了 Azure 允许的长度。'],
    next: copyAgain,
  },
  HCM1022: {
    title: ['{rule} 的密钥只能侦听', '此密钥只能侦听'],
    cause: '应用需要可以发送的密钥。',
    next: '索取发送密钥。',
  },
  HCM1023: {
    title: '这是 Service Bus for Windows Server 的字符串',
    cause: '混合连接只存在于 Azure Relay 中。',
    next: '在 Azure 中创建混合连接，并使用其字符串。',
  },
  HCM1024: {
    title: ['{key} 为空', '字符串的某一部分为空'],
    cause: '复制的字符串中缺少它，或其中的变量没有值。',
    next: copyAgain,
  },
  HCM1030: {
    title: '无法读取终结点',
    cause: ['{reason}', '终结点写作 host:port。'],
    next: '输入主机和端口，例如 sql01:1433。',
    reasons: {
      ...hostReasons,
      empty: '文本为空。',
      scheme: '它是 URL，但只需要主机和端口。',
      long: '它过长。',
    },
  },
  HCM1040: {
    title: '连接已存在',
    cause: ['{name} 已在此主机上。', '它已在此主机上。'],
    next: '要使用新密钥，替换其密钥。',
  },
  HCM1041: {
    title: ['没有名为 {name} 的连接', '没有此连接'],
    cause: '它已被删除，或其名称拼写不同。',
    next: '在连接列表中查找。',
  },
  HCM1042: {
    title: ['有 {count} 个连接名为 {name}', '有多个同名连接'],
    cause: ['它们是 {candidates}。', '它们位于不同的命名空间。'],
    next: '按命名空间选择其中一个。',
  },
  HCM1043: {
    title: ['此字符串用于 {name}，而不是 {expected}', '此字符串用于另一个连接'],
    cause: '替换密钥时，新密钥须属于同一个混合连接。',
    next: '复制此混合连接的字符串，或添加另一个混合连接。',
  },
  HCM1044: {
    title: ['{host}:{port} 不再是 Azure 中的终结点', 'Azure 中的终结点再次更改'],
    cause: '在此处显示之后，它在 Azure 中又被更改。',
    next: '查看现在显示的终结点，然后接受它。',
  },
  HCM1045: {
    title: ['{name} 已有此密钥', '此密钥已保存'],
    cause: '同一密钥保存两份不能互为备用：重新生成后，两者都会被拒绝。',
    next: '复制包含另一个密钥的字符串，或另一条可侦听规则的字符串。',
  },
  HCM1046: {
    title: ['{before} 的密钥不适用于 {name}', '该密钥不适用于此混合连接'],
    cause: 'Azure 拒绝了它：它所属的规则只属于那一个混合连接，而不属于整个命名空间。',
    next: '提供另一个混合连接的连接字符串及其名称。',
  },
  HCM1050: {
    title: '无法使用 CA 文件',
    cause: ['{file}：{reason}。', '其中没有可读取的证书。'],
    next: '选择包含该 CA 证书的 PEM 文件。',
  },
  HCM1060: {
    title: '无法识别该命令',
    cause: ['{reason}。', '其参数互不匹配。'],
    next: '查看该命令的帮助。',
  },
  HCM1061: {
    title: ['无法读取 {file}', '无法读取输入'],
    cause: ['原因：{reason}。', '它不存在，或此帐户无权读取。'],
    next: '检查路径及其权限。',
  },
  HCM1062: {
    title: ['设置 {name} 不能使用此值', '有设置不能使用此值'],
    cause: [
      '原因：{reason}。',
      '可使用 {min} 到 {max} 之间的整数。',
      '可使用以下值之一：{choices}。',
      '该值超出设置的限制。',
    ],
    next: '选择限制范围内的值。',
  },
  HCM1097: {
    title: '文件已不再打开',
    cause: '导入已关闭，或 15 分钟内没有操作；此时会清除其密钥。',
    next: '重新选择文件。',
  },
  HCM1095: {
    title: ['没有 ID 为 {name} 的打开的会话', '没有使用此 ID 的打开的会话'],
    cause: '它可能在列出之后已结束。',
    next: '用 hcm sessions 查看打开的会话。',
  },
  HCM1096: {
    title: ['有 {count} 个打开的会话 ID 以 {name} 开头', '指向多个打开的会话'],
    cause: ['它们是 {candidates}。', 'ID 的开头部分不够长。'],
    next: '提供更长的 ID；hcm sessions 会显示足够的长度。',
  },
};
