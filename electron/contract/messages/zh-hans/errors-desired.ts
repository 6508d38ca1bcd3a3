/** Simplified Chinese of `texts/errors-desired.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/errors-desired.ts';

export const desiredErrorTexts: Translated<typeof english.desiredErrorTexts> = {
  HCM1070: {
    title: '文件不符合格式要求',
    cause: ['{reason}。', '其中有无法识别的部分。'],
    next: '更正文件；格式说明见 docs/declarative.md。',
  },
  HCM1071: {
    title: ['{name} 出现了两次', '有连接出现了两次'],
    cause: ['第 {position} 个连接与之相同：名称比较时不区分大小写。', '名称比较时不区分大小写。'],
    next: '只保留其中一个。',
  },
  HCM1072: {
    title: ['{file} 包含连接字符串，且其他人可以读取', '其他人可以读取连接字符串'],
    cause: '能读取该文件的人就能得到密钥。',
    next: '改为引用变量或单独的文件，或禁止其他人读取该文件（模式 600）。',
  },
  HCM1073: {
    title: ['未设置变量 {name}', '有变量未设置'],
    cause: '该文件从环境中获取连接字符串，但环境中没有。',
    next: '为此命令设置该变量。',
  },
  HCM1074: {
    title: '未进行任何更改',
    cause: ['错误数：{count}。', '存在错误。'],
    next: '更正上面列出的错误。只有完全没有错误时才会进行更改。',
  },
  HCM1075: {
    title: '此主机的连接在此期间已更改',
    cause: '将要删除的内容与之前显示的不同。',
    next: '重新查看计划。',
  },
};
