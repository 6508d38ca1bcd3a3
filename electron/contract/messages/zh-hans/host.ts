/** Simplified Chinese of `texts/host.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/host.ts';

export const groupWordTexts: Translated<typeof english.groupWordTexts> = {
  attention: '需要注意',
  recovering: '正在恢复',
  working: '正常',
  off: '关闭',
};

export const hostPlainTexts: Translated<typeof english.hostPlainTexts> = {
  unreachable: {
    sentence: '后台主机没有应答',
    short: '主机没有应答',
  },
  none: { sentence: '尚无连接', short: '尚无连接' },
};

export const hostShareTexts: Translated<typeof english.hostShareTexts> = {
  noNetwork: {
    sentence: {
      one: '无网络。1 个连接正在等待网络',
      other: '无网络。{count} 个连接正在等待网络',
    },
    short: { one: '无网络', other: '无网络' },
  },
  attention: {
    sentence: {
      only: '唯一的连接需要注意',
      one: '{total} 个连接中有 1 个需要注意',
      other: '{total} 个连接中有 {count} 个需要注意',
    },
    short: {
      only: '1 个中有 1 个需要注意',
      one: '{total} 个中有 1 个需要注意',
      other: '{total} 个中有 {count} 个需要注意',
    },
  },
  recovering: {
    sentence: {
      only: '唯一的连接正在恢复',
      one: '{total} 个连接中有 1 个正在恢复',
      other: '{total} 个连接中有 {count} 个正在恢复',
    },
    short: {
      only: '1 个中有 1 个正在恢复',
      one: '{total} 个中有 1 个正在恢复',
      other: '{total} 个中有 {count} 个正在恢复',
    },
  },
  off: {
    sentence: {
      one: '唯一的连接已停止',
      other: '所有连接均已停止',
    },
    short: { one: '已停止', other: '全部已停止' },
  },
  allWorking: {
    sentence: {
      one: '唯一的连接正常',
      other: '全部 {count} 个连接均正常',
    },
    short: { one: '正常', other: '全部 {count} 个均正常' },
  },
  workingButOne: {
    sentence: {
      one: '{total} 个连接中有 1 个正常，1 个关闭',
      other: '{total} 个连接中有 {count} 个正常，1 个关闭',
    },
    short: {
      one: '{total} 个中有 1 个正常',
      other: '{total} 个中有 {count} 个正常',
    },
  },
  workingButOff: {
    sentence: {
      one: '{total} 个连接中有 1 个正常，{off} 个关闭',
      other: '{total} 个连接中有 {count} 个正常，{off} 个关闭',
    },
    short: {
      one: '{total} 个中有 1 个正常',
      other: '{total} 个中有 {count} 个正常',
    },
  },
};
