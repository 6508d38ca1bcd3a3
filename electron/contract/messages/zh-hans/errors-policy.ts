/** Simplified Chinese of `texts/errors-policy.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/errors-policy.ts';

export const policyErrorTexts: Translated<typeof english.policyErrorTexts> = {
  HCM6101: {
    title: ['{name} 由组织设置', '此设置由组织设置'],
    cause: ['它由 {by} 设置，无法在此处更改。', '它由策略设置，无法在此处更改。'],
    next: '联系该策略的管理员进行更改。',
  },
  HCM6102: {
    title: ['组织策略中的 {name} 未生效', '组织策略的一部分未生效'],
    cause: ['{reason}{file} 中的其他内容均有效。', '其中的其他内容均有效。'],
    next: [
      '更正为 {min} 到 {max} 之间的整数。',
      '更正为以下之一：{choices}。',
      '更正它，或将其从策略中移除。',
    ],
    reasons: {
      unknown: '此版本不识别该名称。',
      value: '其值不在允许范围内。',
    },
  },
  HCM6103: {
    title: ['无法读取组织策略 {file}', '无法读取组织策略'],
    cause: [
      '{reason}之前读取到的策略继续有效；如果没有，则使用此处的设置。',
      '之前读取到的策略继续有效；如果没有，则使用此处的设置。',
    ],
    next: '更正该策略，或允许主机的帐户读取它。',
    reasons: {
      EACCES: '此帐户无权读取它。',
      EPERM: '此帐户无权读取它。',
      EISDIR: '它是一个文件夹。',
      'no-file': '它不是普通文件。',
      'too-large': '它超出了策略的大小上限。',
      'not-json': '它不是 JSON。',
      'not-an-object': '它不是 JSON 对象。',
      'no-version': '它没有标明版本 1。',
      newer: '它适用于此程序的较新版本。',
      'no-settings': '其中的设置不是对象。',
      unreadable: '系统不允许读取它。',
    },
  },
  HCM6104: {
    title: ['策略 {file} 未被使用', '有策略未被使用'],
    cause: [
      '管理员以外的用户可以写入 {name}，因此它可能出自任何人之手。',
      '管理员以外的用户可以写入它，因此它可能出自任何人之手。',
    ],
    next: [
      '将 {name} 的所有者设为 root，并禁止其他人写入：chown root、chmod go-w。',
      '将文件和文件夹的所有者设为 root，并禁止其他人写入。',
    ],
  },
};
