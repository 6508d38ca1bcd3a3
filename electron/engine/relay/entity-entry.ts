/**
 * The Atom entry that a hybrid connection's metadata comes in (relay-protocol §6.3). Entities are off, and it is parsed
 * leniently only where the reference asks for it (order and prefixes of elements).
 */
import { XMLParser } from 'fast-xml-parser';
import { z } from 'zod';
import { HcmError } from '../../contract/errors.ts';
import { readEndpoint, type EntityInfo } from './entity-info.ts';
import type { RelayEntity } from './relay-address.ts';

const parser = new XMLParser({
  ignoreAttributes: true,
  removeNSPrefix: true,
  processEntities: true,
  parseTagValue: false,
  trimValues: true,
});

const textField = z.union([z.string(), z.array(z.string()).transform((all) => all[0] ?? '')]).optional();

const descriptionSchema = z.object({
  CreatedAt: textField,
  UpdatedAt: textField,
  RequiresClientAuthorization: textField,
  ListenerCount: textField,
  UserMetadata: textField,
});

const entrySchema = z.object({
  entry: z.object({
    content: z.object({ HybridConnectionDescription: descriptionSchema.or(z.literal('')) }),
  }),
});

/**
 * Reads the Atom entry.
 * @throws HcmError HCM2023 for an Atom feed (an unknown path), HCM2040 for anything else that isn't the entry.
 */
export function parseEntityInfo(body: string, entity: RelayEntity): EntityInfo {
  if (/<!DOCTYPE|<!ENTITY/iu.test(body)) throw new HcmError('HCM2040', { reason: 'a document type' });
  let document: unknown;
  try {
    document = parser.parse(body);
  } catch (cause) {
    throw new HcmError('HCM2040', { reason: 'not XML' }, { cause });
  }
  if (typeof document === 'object' && document !== null && Object.hasOwn(document, 'feed')) {
    throw new HcmError('HCM2023', { host: entity.host, name: entity.entityPath });
  }
  const parsed = entrySchema.safeParse(document);
  if (!parsed.success) throw new HcmError('HCM2040', { reason: 'no HybridConnectionDescription' });
  const found = parsed.data.entry.content.HybridConnectionDescription;
  const description = found === '' ? {} : found;
  return {
    createdOn: readDate(description.CreatedAt),
    lastUpdated: readDate(description.UpdatedAt),
    requiresClientAuthorization: readBoolean(description.RequiresClientAuthorization),
    listenerCount: readCount(description.ListenerCount),
    endpoint: readEndpoint(description.UserMetadata ?? ''),
  };
}

function readDate(text: string | undefined): string | null {
  const time = Date.parse(text ?? '');
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

function readBoolean(text: string | undefined): boolean | null {
  return text === 'true' || text === '1' ? true : text === 'false' || text === '0' ? false : null;
}

function readCount(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,6}$/u.test(text) ? Number(text) : null;
}
