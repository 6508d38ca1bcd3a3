/** English texts of the command line about monitoring over HTTP. */
import { localised } from '../localised.ts';

export const cliMonitoringTexts = localised({
  http: 'answer /healthz, /readyz and /metrics at this address, such as 127.0.0.1:9464; port 0 for any free one',
  httpPublic: 'let --http listen on an address that others reach: without a sign-in, without encryption',
  httpHost: 'name under which others ask for it, beside its address; repeatable',
  listens: 'Monitoring: {url}/healthz, /readyz, /metrics.',
  isPublic:
    'Monitoring is open to the network, without a sign-in and without encryption. Let a firewall say who may read it.',
} as const satisfies Record<string, string>);
