/** Simplified Chinese of `texts/cli-logs.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/cli-logs.ts';

export const logsUsageTexts: Translated<typeof english.logsUsageTexts> = {
  logs: '显示主机的日志、会话或活动，无论主机是否在运行',
  connection: '仅此连接的行：名称、namespace/name 或 ID',
  follow: '持续显示新行，直到按 Ctrl+C',
  since: '仅从该时间起：30s、15m、2h、7d，或日期和时间，例如 2026-11-22T10:00',
  level: '仅达到此严重级别的行',
  lines: '显示最后多少行，0 到 100000；未指定时为 100，使用 --since 时为全部',
  activity: '显示连接发生的事件，而不是日志',
  sessions: '显示已结束的会话，而不是日志',
  path: '只输出文件所在位置',
};

export const logsWordTexts: Translated<typeof english.logsWordTexts> = {
  none: '{file} 中没有这样的行。',
  session: '{name}：{peer} 到 {endpoint}，{time}，到终结点 {toEndpoint}，到应用 {toApp}。{why}',
  unknownPeer: '未知应用',
  activity: ['{name}：{sentence}（{by}）', '{name}：{sentence}'],
};
