/** Simplified Chinese of `texts/format.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/format.ts';

export const durationTexts: Translated<typeof english.durationTexts> = {
  shortest: '< 1 毫秒',
  milliseconds: '{count} 毫秒',
  seconds: '{count} 秒',
  minutes: '{count} 分钟',
  hours: '{count} 小时',
  days: '{count} 天',
};

export const joinTexts: Translated<typeof english.joinTexts> = {
  sentences: '{first}{second}',
  line: '{first}。{second}',
  list: '{first}、{second}',
};

export const innerWordTexts: Translated<typeof english.innerWordTexts> = {
  first: '',
};
