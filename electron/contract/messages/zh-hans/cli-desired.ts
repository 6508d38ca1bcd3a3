/** Simplified Chinese of `texts/cli-desired.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/cli-desired.ts';

export const desiredUsageTexts: Translated<typeof english.desiredUsageTexts> = {
  plan: '显示 apply 会更改的内容，不做任何更改',
  apply: '使此主机的连接与文件所述一致',
  file: 'YAML 或 JSON 文件 (docs/declarative.md)；- 表示从标准输入读取',
  prune: '删除文件中未列出的连接',
  yes: '不询问直接删除',
};

export const desiredReasonTexts: Translated<typeof english.desiredReasonTexts> = {
  syntax: '它不是可读取的 YAML 或 JSON',
  duplicate: '同一个键出现了两次',
  alias: '不接受锚点和别名',
  tag: '不接受标签',
  depth: '嵌套层次过深',
  size: '文件大于 1 MB',
  text: '它不是 UTF-8 文本',
  unknownKey: '没有键 {key}',
  unknownKeys: '有格式中未定义的键',
  missing: '缺少 {key}',
  type: '此处应为其他类型的值',
  version: '版本须为 1',
  count: '连接超过 {limit} 个',
  source: '此处应为 env: NAME 或 file: PATH',
  value: '不能使用此值',
};

export const desiredSentenceTexts: Translated<typeof english.desiredSentenceTexts> = {
  place: '{file}：{place}：{text}',
  placeAtLine: '{file}，第 {line} 行：{place}：{text}',
  whole: '文件',
  nothing: '无需更改：{unchanged}。',
  plan: '计划：{add}，{change}，{remove}；{unchanged}。',
  removeQuestion: '是否进行这些更改？将{remove}；应用将无法再通过此主机访问其终结点。[y/N]',
  notApplied: '未进行任何更改。',
  progress: '{count}/{total}',
  failed: '{name} ({host})：{title}',
  failedWhy: '{cause} {code}',
  applied: '完成：{done}。',
  appliedWithout: '完成：{done}；未完成：{failed}。',
};

export const desiredCountTexts: Translated<typeof english.desiredCountTexts> = {
  add: { one: '添加 {count} 个', other: '添加 {count} 个' },
  change: { one: '更改 {count} 个', other: '更改 {count} 个' },
  remove: { one: '删除 {count} 个', other: '删除 {count} 个' },
  unchanged: { one: '{count} 个连接已符合要求', other: '{count} 个连接已符合要求' },
  changes: { one: '{count} 项更改', other: '{count} 项更改' },
};

export const desiredPartTexts: Translated<typeof english.desiredPartTexts> = {
  primaryKey: '密钥',
  secondaryKey: '辅助密钥',
  endpoint: '终结点',
  caPem: 'CA',
  limits: '限制',
  enabled: '启用',
};

export const desiredValueTexts: Translated<typeof english.desiredValueTexts> = {
  fromTo: '{from} → {to}',
  anotherKey: '{name} 的另一个密钥',
  none: '无',
  endpointOfAzure: '由 Azure 指定',
  commonTrust: '与所有中继相同',
  pinned: 'SHA-256 {name}',
};
