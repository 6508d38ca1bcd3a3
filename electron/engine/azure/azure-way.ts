/**
 * The way from this host to Azure: its proxies and its trust, as relays are dialled, and clients in the name of an account.
 * Owns the one dialer behind all of it, and the limit of requests at once.
 */
import { HcmError } from '../../contract/errors.ts';
import type { Clock } from '../clock.ts';
import { FewAtOnce } from '../few-at-once.ts';
import { dialWith, type RelayWay } from '../inspect/inspect-connection.ts';
import type { HttpsPorts } from '../net/https-request.ts';
import type { AccountRecord } from './accounts-format.ts';
import { ArmClient } from './arm-client.ts';
import { AuthNetwork } from './auth-network.ts';
import type { AzureAccounts } from './azure-accounts.ts';
import { identityClient } from './identity-client.ts';
import { serviceClient, serviceCredentialSchema } from './service-client.ts';
import type { TokenSource } from './token-source.ts';
import { UserClient } from './user-client.ts';

export interface AzureWayPorts {
  readonly clock: Clock;
  readonly relays: () => Promise<RelayWay>;
  readonly userAgent: string;
}

/** Of Resource Manager; thousands of Hybrid Connections wait for their turn. */
const limits = { running: 6, waiting: 20_000 };

export class AzureWay {
  readonly https: HttpsPorts;
  readonly #ports: AzureWayPorts;
  readonly #few = new FewAtOnce(limits);
  #relays: Promise<RelayWay> | undefined;

  constructor(ports: AzureWayPorts) {
    this.#ports = ports;
    this.https = {
      clock: ports.clock,
      dial: async (host, port, timeoutMs, signal) =>
        dialWith(await this.#way(), null)(host, port, timeoutMs, signal),
    };
  }

  /** Null: the account's own tenant. */
  arm(
    accounts: AzureAccounts,
    account: AccountRecord,
    tenantId: string | null,
    signal: AbortSignal,
  ): ArmClient {
    return new ArmClient({
      ...this.https,
      cloud: account.cloud,
      userAgent: this.#ports.userAgent,
      few: this.#few,
      token: async (wish) => (await accounts.token(account.id, { ...wish, tenantId })).text,
      signal,
    });
  }

  /** @throws HcmError HCM4010 when what proves the account can't be used. */
  async openAccount(
    { kind, cloud, tenant, clientId }: AccountRecord,
    secret: string | null,
    onSecret: (next: string) => Promise<void>,
    signal: AbortSignal,
  ): Promise<TokenSource> {
    if (kind === 'managedIdentity') return identityClient({ cloud, clientId });
    if (secret === null || clientId === null) throw new HcmError('HCM4010', { reason: 'damaged' });
    const network = new AuthNetwork({ ...this.https, hosts: cloud.authorityHosts, signal });
    const shared = { cloud, tenant, clientId, network };
    if (kind === 'user') return UserClient.create({ ...shared, cache: secret, onCache: onSecret });
    const credential = serviceCredentialSchema.safeParse(JSON.parse(secret));
    if (!credential.success) throw new HcmError('HCM4010', { reason: 'damaged' });
    return serviceClient({ ...shared, credential: credential.data });
  }

  /** What trusts and proxies it uses is asked once; a failure is no answer. */
  #way(): Promise<RelayWay> {
    if (this.#relays === undefined) {
      const asked = this.#ports.relays();
      this.#relays = asked;
      asked.catch(() => (this.#relays = undefined));
    }
    return this.#relays;
  }
}
