/** Simplified Chinese of `texts/azure-job.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/azure-job.ts';

export const azureJobStepTexts: Translated<typeof english.azureJobStepTexts> = {
  group: '创建资源组',
  namespace: '创建命名空间',
  connection: '创建混合连接',
  listenRule: '创建其侦听规则 defaultListener',
  sendRule: '创建其发送规则 defaultSender',
  app: '附加应用',
  add: '添加到此主机',
  readKeys: '读取两个密钥',
  useSecondary: '使用辅助密钥侦听',
  regeneratePrimary: '重新生成主密钥',
  usePrimary: '使用新的主密钥侦听',
  regenerateSecondary: '重新生成辅助密钥',
  keepSecondary: '保存新的辅助密钥',
};

export const azureJobStateTexts: Translated<typeof english.azureJobStateTexts> = {
  waiting: '等待中',
  running: '进行中',
  done: '已完成',
  failed: '失败',
};

export const azureJobTexts: Translated<typeof english.azureJobTexts> = {
  steps: '步骤',
  spoken: '第 {number} 步，共 {count} 步：{step}。',
  spokenDone: '所有步骤均已完成。',
  starting: '正在启动…',
  stopped: '已在此处停止。已完成的步骤保留。',
  lost: '无法读取进度',
  look: '重新查看',
};

export const azureJobEndTexts: Translated<typeof english.azureJobEndTexts> = {
  creation: {
    done: '已创建 {name}。',
    stopped: '{name} 的创建已停止。“在 Azure 中创建…”会显示已完成到哪一步。',
    failed: '{name} 的创建未完成：{problem}。“在 Azure 中创建…”会显示已完成到哪一步。',
    unknown: '{name} 的创建结果未知：主机重启过。在门户中查看。',
  },
  rotation: {
    done: '{name} 的两个密钥均已更新。',
    stopped: '{name} 的密钥轮换已停止。它继续使用有效的密钥。',
    failed: '{name} 的密钥轮换未完成：{problem}。它继续使用有效的密钥。',
    unknown: '{name} 的密钥轮换结果未知：主机重启过。运行“同步密钥”。',
  },
  rotationOfSeveral: {
    done: '{name} 的两个密钥均已更新。现在在侦听它的每台其他主机上运行“同步密钥”。',
    stopped: '{name} 的密钥轮换已停止。在侦听它的每台其他主机上运行“同步密钥”，或重新轮换。',
    failed: '{name} 的密钥轮换未完成：{problem}。在侦听它的每台其他主机上运行“同步密钥”。',
    unknown: '{name} 的密钥轮换结果未知：主机重启过。在侦听它的每台主机上运行“同步密钥”。',
  },
};
