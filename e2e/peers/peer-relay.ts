/** A relay for the official clients: certificates on disk, since they trust through NODE_EXTRA_CA_CERTS. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadOrCreateCertificates } from '../../electron/local-relay/certificates.ts';
import { createEntity, createNamespaceRules } from '../../electron/local-relay/entities.ts';
import type { AuthorizationRule } from '../../electron/local-relay/entities.ts';
import { LocalRelay } from '../../electron/local-relay/server.ts';

export interface PeerRelay {
  readonly relay: LocalRelay;
  readonly rule: AuthorizationRule;
  readonly caPem: string;
  /** Environment for a client's process. */
  readonly environment: NodeJS.ProcessEnv;
  readonly dispose: () => Promise<void>;
}

export async function startPeerRelay(entityName: string): Promise<PeerRelay> {
  const folder = await mkdtemp(join(tmpdir(), 'peer-relay-'));
  const certificates = await loadOrCreateCertificates(folder);
  const namespaceRules = createNamespaceRules();
  const [rule] = namespaceRules;
  if (rule === undefined) throw new Error('no namespace rule');
  const relay = new LocalRelay({ certificates, entities: [createEntity(entityName)], namespaceRules });
  await relay.listen();
  return {
    relay,
    rule,
    caPem: certificates.caPem,
    environment: {
      PATH: process.env['PATH'],
      RELAY_PORT: String(relay.port),
      NODE_EXTRA_CA_CERTS: certificates.caFile,
      SB_HC_NAMESPACE: 'localhost',
      SB_HC_PATH: entityName,
      SB_HC_KEYRULE: rule.name,
      SB_HC_KEY: rule.primaryKey,
    },
    dispose: async () => {
      await relay.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
