/** Simplified Chinese of `texts/cli-monitoring.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/cli-monitoring.ts';

export const cliMonitoringTexts: Translated<typeof english.cliMonitoringTexts> = {
  http: '在此地址应答 /healthz、/readyz 和 /metrics，例如 127.0.0.1:9464；端口 0 表示任意空闲端口',
  httpPublic: '允许 --http 在其他人可访问的地址上侦听：没有登录，没有加密',
  httpHost: '其他人访问它时所用的名称，作为其地址的补充；可重复',
  listens: '监视：{url}/healthz、/readyz、/metrics。',
  isPublic: '监视对网络开放，没有登录也没有加密。用防火墙限制可读取的人员。',
};
