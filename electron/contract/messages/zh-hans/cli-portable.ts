/** Simplified Chinese of `texts/cli-portable.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/cli-portable.ts';

export const portableUsageTexts: Translated<typeof english.portableUsageTexts> = {
  export: '将此主机的所有连接及其设置写入文件，供 hcm import 使用',
  exportFile: '文件；- 或省略：标准输出',
  withoutSecrets: '不包含密钥',
  passphraseFile: '从文件读取保护密钥的密码短语；否则取自 HCM_PASSPHRASE 或询问',
  force: '覆盖现有文件',
  import: '接管连接：来自导出文件、Microsoft 的管理器的文件或 azbridge 的配置',
  importFile: '文件；- 表示读取标准输入',
  dryRun: '只显示将导入的内容',
  yes: '不询问直接导入',
  overwrite: '对已存在的连接采用文件中的密钥和值',
  noVerify: '不先向 Azure 验证连接',
  settings: '同时采用导出文件中的设置及其代理的密码',
  keepUnverified: '也导入 Azure 否定或未答复的连接',
};

export const portableSentenceTexts: Translated<typeof english.portableSentenceTexts> = {
  promptPassphrase: '密码短语（不会显示）：',
  promptAgain: '再次输入同一密码短语：',
  noPassphrase:
    '需要密码短语：用 --passphrase-file、在 HCM_PASSPHRASE 中或在终端上输入。也可不用密码短语导出：--without-secrets',
  shortPassphrase: '密码短语少于 {min} 个字符',
  otherPassphrase: '两次输入的密码短语不一致',
  secretsContradiction: '--without-secrets 不需要密码短语',
  keyLeftOut: '无法在此读取 {name} 的密钥，因此导出文件中没有它的密钥。',
  verifying: '正在向 Azure 验证 {connections}。',
  notVerified: '没有主机在运行，因此不会向 Azure 验证它们。',
  needsVerifier: '要不经 Azure 验证直接导入，使用 --no-verify。',
  azbridgeSide:
    'azbridge 的发送方使用自己的握手方式，主机会将其原样传给终结点。在应用端使用 hcm forward 或 App Service。',
  nothing: '文件中没有连接。',
  notImported: '未导入任何内容。',
  onlyShown: '未进行任何更改 (--dry-run)。',
  differs: '与此处不同：{parts}；--overwrite 采用文件中的值',
};

export const importSettingTexts: Translated<typeof english.importSettingTexts> = {
  managed: '由组织设置，因此保持不变：{names}',
  proxyPassword: '代理的密码',
  left: '文件中的其他设置也不同：{names}。不使用 --settings 时，它们在此处保持不变。',
  question: '是否更改此主机的设置？[y/N]',
  taken: '已采用这些设置。',
};

export const portableCountTexts: Translated<typeof english.portableCountTexts> = {
  connections: { one: '{count} 个连接', other: '{count} 个连接' },
  exportedTo: {
    one: '{file} 中有 {count} 个连接，其密钥受密码短语保护。',
    other: '{file} 中有 {count} 个连接，其密钥受密码短语保护。',
  },
  exportedWithoutTo: {
    one: '{file} 中有 {count} 个连接，不含密钥。',
    other: '{file} 中有 {count} 个连接，不含密钥。',
  },
  questionWithSettings: {
    one: '是否导入 {count} 个连接和设置？[y/N]',
    other: '是否导入 {count} 个连接和设置？[y/N]',
  },
  question: { one: '是否导入 {count} 个连接？[y/N]', other: '是否导入 {count} 个连接？[y/N]' },
  imported: { one: '已导入 {count} 个连接。', other: '已导入 {count} 个连接。' },
  left: { one: '{count} 个条目未导入。', other: '{count} 个条目未导入。' },
};

export const importActionTexts: Translated<typeof english.importActionTexts> = {
  add: '新增',
  update: '将更改',
  unchanged: '已存在',
  differs: '保持不变',
  unverified: '未验证',
  refused: '无法导入',
  imported: '已导入',
  updated: '已更改',
  failed: '未导入',
};

export const desiredPartTexts: Translated<typeof english.desiredPartTexts> = {
  primaryKey: '密钥',
  secondaryKey: '第二个密钥',
  endpoint: '终结点',
  caPem: 'CA',
  limits: '限制',
  enabled: '启动或停止',
};

export const importHeadTexts: Translated<typeof english.importHeadTexts> = {
  place: '条目',
  name: '名称',
  namespace: '命名空间',
  endpoint: '终结点',
  action: '导入',
  reason: '原因',
};
