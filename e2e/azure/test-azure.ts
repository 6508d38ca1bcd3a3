/**
 * A whole Azure for one test: world, ARM server, signer, certificates of the test's own authority. Owns all of it.
 *
 * Everything listens on loopback at free ports; `caFile` is the one authority to trust (relays, ARM, sign-in).
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadOrCreateCertificates } from '../../electron/local-relay/certificates.ts';
import { ArmServer } from './arm-server.ts';
import { AzureWorld, type ServicePrincipal, type Tenant, type User } from './azure-world.ts';
import { TokenSigner } from './token-signer.ts';

export class TestAzure {
  readonly world: AzureWorld;
  readonly arm: ArmServer;
  readonly signer: TokenSigner;
  readonly caPem: string;
  readonly caFile: string;
  readonly #folder: string;
  readonly #authority: string;

  private constructor(
    parts: Pick<TestAzure, 'world' | 'arm' | 'signer' | 'caPem' | 'caFile'>,
    folder: string,
  ) {
    this.world = parts.world;
    this.arm = parts.arm;
    this.signer = parts.signer;
    this.caPem = parts.caPem;
    this.caFile = parts.caFile;
    this.#folder = folder;
    this.#authority = unreachableAuthority;
  }

  static async start(): Promise<TestAzure> {
    const folder = await mkdtemp(join(tmpdir(), 'test-azure-'));
    const certificates = await loadOrCreateCertificates(folder);
    const signer = new TokenSigner();
    const world = new AzureWorld(certificates);
    const arm = new ArmServer({ world, certificates, signer, authority: unreachableAuthority });
    await arm.listen();
    const { caPem, caFile } = certificates;
    return new TestAzure({ world, arm, signer, caPem, caFile }, folder);
  }

  /** A token as the authority would give it, for tests that aren't about signing in. */
  tokenOf(principal: User | ServicePrincipal, tenant: Tenant, extra: object = {}): string {
    const now = Math.floor(this.world.now() / 1000);
    return this.signer.sign({
      aud: this.arm.origin,
      iss: `${this.#authority}/${tenant.tenantId}/v2.0`,
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
    await this.world.dispose();
    await rm(this.#folder, { recursive: true, force: true });
  }
}

const unreachableAuthority = 'https://localhost:1';
