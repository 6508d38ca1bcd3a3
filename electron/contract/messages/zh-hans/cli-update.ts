/** Simplified Chinese of `texts/cli-update.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/cli-update.ts';

export const updateUsageTexts: Translated<typeof english.updateUsageTexts> = {
  name: '连接的名称；写在参数 connection 之后时：其新名称，与 --new-name 相同',
  newName: '改为侦听同一命名空间的另一个混合连接，会先向 Azure 验证；打开的会话可以完成',
};

export const updateSentenceTexts: Translated<typeof english.updateSentenceTexts> = {
  renamed: '{before} 现在侦听 {name}。打开的会话可以完成。',
  sameName: '它的名称已是 {name}。',
  secondaryDropped: 'Azure 拒绝了用于 {name} 的辅助密钥，因此已将其删除。',
};
