/**
 * A whole Azure for one test: world, authority, ARM server, certificates of the test's own. Owns all of it.
 *
 * Everything listens on loopback at free ports; `caFile` is the one authority to trust (relays, ARM, sign-in).
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Settings } from '../../electron/contract/settings.ts';
import { loadOrCreateCertificates } from '../../electron/local-relay/certificates.ts';
import { ArmServer } from './arm-server.ts';
import { AuthorityServer } from './authority-server.ts';
import { AzureWorld, type ServicePrincipal, type Tenant, type User } from './azure-world.ts';
import { TokenSigner } from './token-signer.ts';

export class TestAzure {
  readonly world: AzureWorld;
  readonly arm: ArmServer;
  readonly signer: TokenSigner;
  readonly caPem: string;
  readonly caFile: string;
  readonly authority: AuthorityServer;
  readonly #folder: string;

  private constructor(parts: Parts, folder: string) {
    this.world = parts.world;
    this.arm = parts.arm;
    this.authority = parts.authority;
    this.signer = parts.signer;
    this.caPem = parts.caPem;
    this.caFile = parts.caFile;
    this.#folder = folder;
  }

  static async start(): Promise<TestAzure> {
    const folder = await mkdtemp(join(tmpdir(), 'test-azure-'));
    const certificates = await loadOrCreateCertificates(folder);
    const signer = new TokenSigner();
    const world = new AzureWorld(certificates);
    const resources = (): readonly string[] => [arm.origin, relayResource];
    const authority = new AuthorityServer({ world, certificates, signer, resources });
    await authority.listen();
    const arm = new ArmServer({ world, certificates, signer, authority: authority.origin });
    await arm.listen();
    world.readRelayToken = (token) => {
      const claims = signer.verify(token);
      const isForRelays = claims?.aud.replace(/\/$/, '') === relayResource;
      return isForRelays && claims.iss.startsWith(`${authority.origin}/${claims.tid}`) ? claims : undefined;
    };
    const { caPem, caFile } = certificates;
    return new TestAzure({ world, arm, authority, signer, caPem, caFile }, folder);
  }

  /** What a host is told to use it: its `settings.json`. */
  settingsFile(change: Partial<Settings> = {}): string {
    const settings = {
      azureCloud: 'custom',
      azureAuthority: this.authority.origin,
      azureArm: this.arm.origin,
      azureRelaySuffix: 'localhost',
      proxyMode: 'none',
      ...change,
    };
    return JSON.stringify({ version: 1, settings });
  }

  /** A token as the authority would give it, for tests that aren't about signing in. */
  tokenOf(principal: User | ServicePrincipal, tenant: Tenant, extra: object = {}): string {
    const now = Math.floor(this.world.now() / 1000);
    return this.signer.sign({
      aud: this.arm.origin,
      iss: `${this.authority.origin}/${tenant.tenantId}/v2.0`,
      iat: now,
      nbf: now,
      exp: now + 3600,
      oid: principal.objectId,
      tid: tenant.tenantId,
      ...(principal.kind === 'user' ? { upn: principal.username } : { appid: principal.clientId }),
      ...extra,
    });
  }

  async dispose(): Promise<void> {
    await this.arm.close();
    await this.authority.close();
    await this.world.dispose();
    await rm(this.#folder, { recursive: true, force: true });
  }
}

type Parts = Pick<TestAzure, 'world' | 'arm' | 'authority' | 'signer' | 'caPem' | 'caFile'>;

/** What tokens for the relay's data plane are asked for (relay-protocol §2.5). */
export const relayResource = 'https://relay.azure.net';
