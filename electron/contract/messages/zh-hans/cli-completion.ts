/** Simplified Chinese of `texts/cli-completion.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/cli-completion.ts';

export const completionUsageTexts: Translated<typeof english.completionUsageTexts> = {
  completion: '输出脚本，使 shell 能够补全命令、选项和连接名称',
  shell: '脚本所针对的 shell',
};
