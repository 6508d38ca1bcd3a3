/** Simplified Chinese of `texts/sign-in.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/sign-in.ts';

export const signInPageTexts: Translated<typeof english.signInPageTexts> = {
  title: 'Hybrid Connection Manager',
  done: '你已登录。可以关闭此页面。',
  failed: '登录未成功。开始登录的位置会显示原因。可以关闭此页面。',
};
