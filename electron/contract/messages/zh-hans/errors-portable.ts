/** Simplified Chinese of `texts/errors-portable.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/errors-portable.ts';

export const portableErrorTexts: Translated<typeof english.portableErrorTexts> = {
  HCM1080: {
    title: '无法导入此文件',
    cause: ['{reason}', '它既不是此程序的导出文件，也不是 Microsoft 的管理器或 azbridge 的文件。'],
    next: '选择另一程序保存其连接的文件。',
    reasons: {
      empty: '文件为空。',
      store: '它似乎是数据文件夹中的文件，其他主机无法打开其密钥。',
      apply: '它似乎是用于 hcm apply 的文件。',
    },
  },
  HCM1081: {
    title: ['从第 {position} 行起无法读取文件', '无法读取文件'],
    cause: ['{reason}', '文件已损坏或不完整。'],
    next: '从来源处重新复制整个文件。',
    reasons: {
      encoding: '它不是 UTF-8 或 UTF-16 文本。',
      xml: '它不是完整的 XML。',
      json: '它不是完整的 JSON。',
      yaml: '它不是完整的 YAML。',
      deep: '其嵌套层次远多于此类文件。',
      doctype: '它声明了实体，而此类文件不会声明实体。',
      encrypted: '其连接字符串已针对来源计算机加密。',
      twice: '有列表以同一名称出现了两次。',
      form: '其各部分不在此类文件应有的位置。',
      export: '导出文件的某一部分缺失或被更改。',
    },
  },
  HCM1082: {
    title: '文件过大',
    cause: ['{reason}', '其内容超过单个文件的上限。'],
    next: '将其拆分为多个文件。',
    reasons: {
      bytes: '它会超过 {limit} MiB。',
      entries: '它有超过 {limit} 个连接。',
    },
  },
  HCM1083: {
    title: ['该条目没有 {key}', '无法读取该条目'],
    cause: ['{reason}', '缺少它就无法连接。'],
    next: '手动添加此连接，或更正文件。',
    reasons: { form: '它不符合此类文件的格式。' },
  },
  HCM1084: {
    title: '主机没有与此转发对应的功能',
    cause: ['{reason}', '主机将 TCP 转发到主机和端口。'],
    next: '继续为其使用 azbridge。',
    reasons: {
      local: '它是应用端；由 hcm forward 负责。',
      socket: '它指向本地套接字，而主机转发到主机和端口。',
      http: '它转发 HTTP 请求，而主机转发 TCP。',
      datagram: '它转发 UDP，而主机转发 TCP。',
    },
  },
  HCM1085: {
    title: ['{name} 在文件中出现了多次', '有混合连接在文件中出现了多次'],
    cause: ['{reason}', '其条目相互矛盾。'],
    next: '在文件中只为其保留一个条目。',
    reasons: {
      twice: '以第一个条目为准；此条目的密钥或其他值不同。',
      ports: '一个混合连接只有一个终结点，而文件指定了多个。',
    },
  },
  HCM1086: {
    title: '无法打开导出文件的密钥',
    cause: '密码短语不符，或文件在写入后被更改。',
    next: '提供导出时使用的密码短语。',
  },
  HCM1087: {
    title: '导出文件来自更高的版本',
    cause: '此版本无法识别其中的全部内容。',
    next: '用更高的版本导入。',
  },
  HCM1088: {
    title: ['文件中没有 {name} 的密钥', '文件中没有此连接的密钥'],
    cause: '它在写入时未包含机密，或采用其他签名方式。',
    next: '用其连接字符串添加。',
  },
  HCM1089: {
    title: ['{file} 已存在', '文件已存在'],
    cause: '未经要求不会覆盖任何内容。',
    next: '选择其他名称。',
  },
  HCM1092: {
    title: '导出文件会过大',
    cause: ['它会超过 {limit} MiB。', '它会超过导出文件的上限。'],
    next: '将大型 CA 只保存一份，放在设置 extraCaFile 的文件中，而不是随每个连接保存。',
  },
};
