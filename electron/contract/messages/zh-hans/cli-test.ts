/** Simplified Chinese of `texts/cli-test.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/cli-test.ts';

export const testUsageTexts: Translated<typeof english.testUsageTexts> = {
  test: '测试此主机能否访问终结点、命名空间，或连接的两者',
  target: 'host:port、NAMESPACE.servicebus.windows.net 或此主机的连接',
  timeout: '每项测试的时限，1 到 120 秒；未指定时与会话的等待时间相同',
};

export const testWordTexts: Translated<typeof english.testWordTexts> = {
  reached: '{target} 有应答：{address}，用时 {time}。',
  namespaceReached: '可以访问 {target}，且其证书受信任。',
  connectionReached: '{name} 的两段路径均正常。',
  byCommand: '没有主机在运行，因此由此命令自行测试。',
};

export const testStepTexts: Translated<typeof english.testStepTexts> = {
  name: '名称',
  proxy: '代理',
  connect: 'TCP',
  tls: 'TLS',
  https: 'HTTPS',
};

export const testFoundTexts: Translated<typeof english.testFoundTexts> = {
  addresses: '{host} 为 {addresses}',
  noAddresses: '无法在此解析 {host}',
  noProxy: '无',
  notReached: '未到达',
  connected: '已连接',
  secured: ['{protocol}，证书由 {issuer} 颁发，含 TCP 用时 {time}', '{protocol}，含 TCP 用时 {time}'],
  notTrusted: ['已拒绝，证书由 {issuer} 颁发', '已拒绝'],
  answered: '以状态 {status} 应答',
  notAnswered: '没有应答',
};
