/** The labels that name a connection in metrics: the same for as long as it is there, and never those of another one. Pure. */
import type { ConnectionConfig } from '../../contract/connection.ts';
import { formatHostPort } from '../../contract/host-port.ts';
import { defaultRelayPort } from '../../contract/relay-endpoint.ts';

export interface ConnectionLabels {
  readonly namespace: string;
  readonly name: string;
}

const publicCloud = /^([^.]+)\.servicebus\.windows\.net$/;
const anyCloud = /\.servicebus\.[a-z.]+$/;

/**
 * In Azure's public cloud the namespace is its short name, as `-ns` takes it. Elsewhere a short name could be taken twice: there
 * the host stands, and where it isn't Azure's or on another port, the port too.
 */
export function connectionLabels({
  host,
  port,
  name,
}: Pick<ConnectionConfig, 'host' | 'port' | 'name'>): ConnectionLabels {
  const isUsualPort = port === defaultRelayPort;
  const short = isUsualPort ? publicCloud.exec(host)?.[1] : undefined;
  const namespace = short ?? (isUsualPort && anyCloud.test(host) ? host : formatHostPort({ host, port }));
  return { namespace, name };
}
