/**
 * Hybrid Connections of `hcm relay` and their keys, kept in its folder: a connection string that was handed out yesterday
 * works today. Keys are random for each folder.
 *
 * Invariant: one process at a time reads and changes the file (the folder's lock).
 */
import { join } from 'node:path';
import { z } from 'zod';
import { entityNameProblem } from '../contract/entity-name.ts';
import type { HcmError } from '../contract/errors.ts';
import { JsonFile } from '../engine/store/json-file.ts';
import type { FileFormat } from '../engine/store/file-format.ts';
import { nodeFileSystem } from '../engine/store/file-system.ts';
import { createEntity, endpointMetadata, type EntityConfig } from '../local-relay/entities.ts';
import { withFolderLock } from '../local-relay/folder-lock.ts';

export interface WantedEntity {
  readonly name: string;
  /** `host:port`, or null when it has none. */
  readonly endpoint: string | null;
}

const ruleSchema = z.strictObject({
  name: z.string(),
  rights: z.array(z.enum(['Listen', 'Send', 'Manage'])),
  primaryKey: z.string().min(1),
  secondaryKey: z.string().min(1),
});

const entitySchema = z.strictObject({
  name: z.string().refine((name) => entityNameProblem(name) === null),
  rules: z.array(ruleSchema),
  requiresClientAuthorization: z.boolean(),
  userMetadata: z.string(),
  createdAt: z.string(),
  updatedAt: z.string(),
});

const contentSchema = z.looseObject({ entities: z.array(z.unknown()) });

const format: FileFormat<readonly EntityConfig[]> = {
  version: 1,
  migrations: {},
  initial: [],
  read: (content) => {
    const records = contentSchema.parse(content).entities;
    const parsed = records.map((record) => entitySchema.safeParse(record));
    return {
      value: parsed.flatMap((one) => (one.success ? [one.data] : [])),
      aside: records.filter((_record, index) => parsed[index]?.success !== true),
    };
  },
  readNewer: () => [],
  write: (entities) => ({ entities }),
};

/** The wanted ones with their kept or new keys; others that the folder knows stay in it. */
export async function loadRelayEntities(
  folder: string,
  wanted: readonly WantedEntity[],
  report: (problem: HcmError) => void,
): Promise<readonly EntityConfig[]> {
  return withFolderLock(folder, async () => {
    const file = await JsonFile.open({
      path: join(folder, 'entities.json'),
      format,
      fileSystem: nodeFileSystem(),
      report,
      now: Date.now,
    });
    const entities = wanted.map((one) => refresh(file.value.find(sameName(one.name)), one));
    const others = file.value.filter((one) => !entities.some(sameName(one.name)));
    await file.update(() => [...others, ...entities]);
    return entities;
  });
}

function refresh(known: EntityConfig | undefined, { name, endpoint }: WantedEntity): EntityConfig {
  if (known === undefined) return createEntity(name, endpoint === null ? {} : { endpoint });
  const userMetadata = endpoint === null ? '' : endpointMetadata(endpoint);
  return known.userMetadata === userMetadata
    ? known
    : { ...known, userMetadata, updatedAt: new Date().toISOString() };
}

function sameName(name: string): (entity: EntityConfig) => boolean {
  return (entity) => entity.name.toLowerCase() === name.toLowerCase();
}
