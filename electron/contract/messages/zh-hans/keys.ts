/** Simplified Chinese of `texts/keys.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/keys.ts';

export const keyNameTexts: Translated<typeof english.keyNameTexts> = {
  primary: '主密钥',
  secondary: '辅助密钥',
};

export const keyWordTexts: Translated<typeof english.keyWordTexts> = {
  primary: '主密钥',
  secondary: '辅助密钥',
};

export const keyStateTexts: Translated<typeof english.keyStateTexts> = {
  inUse: '使用中',
  reserve: '备用',
  refused: '自 {time} 起被 Azure 拒绝',
  noToken: '没有新令牌：{problem}',
};

export const connectedMarkTexts: Translated<typeof english.connectedMarkTexts> = {
  primaryRefused: '主密钥被拒绝',
  secondaryRefused: '辅助密钥被拒绝',
  keyRefused: '密钥被拒绝',
  endpointDiffers: '终结点在 Azure 中已更改',
};

export const keyCalloutTexts: Translated<typeof english.keyCalloutTexts> = {
  title: 'Azure 拒绝了{key}',
  otherInUse: '当前使用{other}，应用不受影响。{key}可能已重新生成：粘贴新密钥。',
  otherLeft: '已改用{other}。{key}可能已重新生成：粘贴新密钥。',
  onlyTitle: 'Azure 拒绝了密钥',
  only: '在 Azure 再次要求密钥之前，连接会继续运行。密钥可能已重新生成：粘贴新密钥。',
  tooltip: 'Azure 拒绝了{key}；当前使用{other}。',
  tooltipOnly: 'Azure 拒绝了密钥。粘贴新密钥。',
};

export const keyActionTexts: Translated<typeof english.keyActionTexts> = {
  replace: { primary: '替换主密钥…', secondary: '替换辅助密钥…' },
  replaceOnly: '替换密钥…',
  useKey: '改用密钥…',
  add: '添加第二个密钥…',
  remove: '删除辅助密钥…',
};

export const removeKeyTexts: Translated<typeof english.removeKeyTexts> = {
  title: '删除 {name} 的辅助密钥？',
  text: '主密钥会保留。主密钥重新生成后，连接会断开，直到粘贴新密钥。',
  inUse: '当前使用的就是此密钥：Azure 拒绝了主密钥，因此连接会断开。',
  button: '删除密钥',
  done: '已删除 {name} 的辅助密钥。',
};

export const endpointChangeTexts: Translated<typeof english.endpointChangeTexts> = {
  calloutTitle: 'Azure 中的终结点不同',
  callout: '会话发往 {here}。Azure 中现在是 {azure}。在你决定之前不会有任何更改。',
  tooltip: 'Azure 中的终结点现在不同：{azure}。',
  use: '使用新终结点…',
  keep: '保留我的终结点',
  kept: '{name} 保留 {here}。',
  couldNotKeep: '无法保留 {name} 的终结点：{problem}。',
  inAzure: 'Azure 中为 {azure}',
  change: '更改终结点…',
};

export const acceptEndpointTexts: Translated<typeof english.acceptEndpointTexts> = {
  title: '为 {name} 使用新终结点？',
  text: ['新会话将发往 {azure}，不再发往 {here}。', '新会话将发往 {azure}。'],
  button: '使用',
  done: '{name} 的新会话将发往 {azure}。',
};

export const sessionsStayTexts: Translated<typeof english.sessionsStayTexts> = {
  one: '{count} 个打开的会话仍使用 {here}。',
  other: '{count} 个打开的会话仍使用 {here}。',
};

export const changeEndpointTexts: Translated<typeof english.changeEndpointTexts> = {
  title: '更改 {name} 的终结点',
  field: '主机和端口',
  placeholder: 'sql01.corp.contoso.com:1433',
  explanation: '新会话将发往此终结点。此后，Azure 中的终结点仅供显示。',
  inAzure: 'Azure 中为 {azure}。',
  button: '更改',
  test: '测试',
  testing: '正在测试…',
  back: '使用 Azure 中的终结点',
  done: '{name} 的新会话将发往 {here}。',
};
