/** English texts of `hcm test`. */
import { localised } from '../localised.ts';
import type { NamespaceStep } from '../../namespace-test.ts';

export const testUsageTexts = localised({
  test: 'Try whether this host reaches an endpoint, a namespace, or both of a connection',
  target: 'host:port, NAMESPACE.servicebus.windows.net, or a connection of this host',
  timeout: 'how long each may take, 1 to 120 seconds; without it, as long as sessions wait',
} as const);

export const testWordTexts = localised({
  reached: '{target} answers: {address}, after {time}.',
  namespaceReached: '{target} can be reached, and its certificate is trusted.',
  connectionReached: 'Both ways of {name} work.',
  byCommand: 'No host runs, so this command tried it by itself.',
} as const satisfies Record<string, string>);

/** What stands in front of each step, and what was found there. */
export const testStepTexts: Readonly<Record<NamespaceStep, string>> = localised({
  name: 'Name',
  proxy: 'Proxy',
  connect: 'TCP',
  tls: 'TLS',
  https: 'HTTPS',
});

export const testFoundTexts = localised({
  addresses: '{host} is {addresses}',
  noAddresses: '{host} isn’t known here',
  noProxy: 'none',
  notReached: 'not reached',
  connected: 'connected',
  secured: ['{protocol}, certificate by {issuer}, {time} with TCP', '{protocol}, {time} with TCP'],
  notTrusted: ['refused, certificate by {issuer}', 'refused'],
  answered: 'answered with status {status}',
  notAnswered: 'no answer',
} as const);
