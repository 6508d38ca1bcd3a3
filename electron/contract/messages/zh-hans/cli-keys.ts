/** Simplified Chinese of `texts/cli-keys.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/cli-keys.ts';

export const keysUsageTexts: Translated<typeof english.keysUsageTexts> = {
  sync: '从 Azure 重新获取连接的密钥；会话继续',
  all: '所有用密钥侦听的连接',
  rootKey: '也允许使用 RootManageSharedAccessKey 的密钥，它可执行任何操作',
  rotate: '在 Azure 中重新生成连接的两个密钥；会话继续',
  yes: '不询问',
};

export const keysSentenceTexts: Translated<typeof english.keysSentenceTexts> = {
  changed: '{name}：已更新{keys}。',
  unchanged: '{name}：两个密钥均与 Azure 中的一致。',
  failed: '{name}：未能更新其全部密钥。',
  rotateSteps: '{name} 的密钥按以下步骤轮换：',
  rotateStep: '{number}. {step}',
  rotateOthers: '使用相同密钥的其他主机和应用之后需要新密钥。',
  rotateQuestion: '是否立即轮换？[y/N]',
  notRotated: '未轮换任何密钥。',
  stepDone: '{step}：完成。',
  stopping: '此步骤之后停止。',
  stopped: '已停止；已完成的步骤保留。重新轮换，或用 hcm sync-keys 获取 Azure 的密钥。',
  rotated: '{name} 的两个密钥均已更新，此主机用主密钥侦听。',
};

export const syncedKeyTexts: Translated<typeof english.syncedKeyTexts> = {
  primary: '主密钥',
  secondary: '辅助密钥',
  both: '两个密钥',
};
