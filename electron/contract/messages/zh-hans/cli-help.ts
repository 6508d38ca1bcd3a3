/** Simplified Chinese of `texts/cli-help.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/cli-help.ts';

export const helpTitleTexts: Translated<typeof english.helpTitleTexts> = {
  usage: '用法：',
  arguments: '参数：',
  options: '选项：',
  globalOptions: '全局选项：',
  commands: '命令：',
};

export const helpWordTexts: Translated<typeof english.helpWordTexts> = {
  choices: '可选值：{names}',
  byDefault: '默认值：{value}',
  described: '{text}（{more}）',
  options: '[选项]',
  command: '[命令]',
};

export const yesTexts: Translated<typeof english.yesTexts> = {
  words: 'y yes 是',
};
