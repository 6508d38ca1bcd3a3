/**
 * Faults as JSON lines, for `hcm relay --faults -` (docs/local-relay.md describes each). Parsing is strict: an unknown
 * key is a mistake in a drill, not something to pass over.
 */
import { z } from 'zod';
import { endpointMetadata, listenerRuleName, type EntityConfig } from './entities.ts';
import { everyEntity } from './fault-plan.ts';
import { dailyDropReason, firewallReason } from './faults.ts';
import type { RefusalSpec } from './faults.ts';
import type { LocalRelay } from './server.ts';

const entity = z.string().min(1).max(260).default(everyEntity);
const oneEntity = z.string().min(1).max(260);
const key = z.string().min(1).max(256);
const status = z.number().int().min(200).max(999);
const reason = z.string().max(1024).optional();
const count = z.number().int().min(1).optional();
const timeMs = z.number().int().min(0).max(86_400_000);
/** Codes that may stand in a Close frame (RFC 6455 §7.4). */
const closeCode = z.union([
  z.number().int().min(1000).max(1003),
  z.number().int().min(1007).max(1014),
  z.number().int().min(3000).max(4999),
]);
const closeReason = z
  .string()
  .refine((text) => Buffer.byteLength(text, 'utf8') <= 123, 'at most 123 bytes')
  .optional();

const commandSchema = z.discriminatedUnion('fault', [
  z.strictObject({ fault: z.literal('kick'), entity, code: closeCode.optional(), reason: closeReason }),
  z.strictObject({ fault: z.literal('drop-control'), entity }),
  z.strictObject({ fault: z.literal('silence'), entity }),
  z.strictObject({ fault: z.literal('forget'), entity }),
  z.strictObject({ fault: z.literal('expire-tokens'), entity }),
  z.strictObject({ fault: z.literal('token-life'), lifeMs: timeMs.nullable() }),
  z.strictObject({ fault: z.literal('clock'), offsetMs: z.number().int() }),
  z.strictObject({ fault: z.literal('refuse-listens'), entity, status, reason, count }),
  z.strictObject({ fault: z.literal('refuse-connects'), entity, status, reason, count }),
  z.strictObject({ fault: z.literal('firewall'), entity, count }),
  z.strictObject({ fault: z.literal('delay-accepts'), entity, delayMs: timeMs }),
  z.strictObject({ fault: z.literal('ignore-connects'), entity }),
  z.strictObject({
    fault: z.literal('send-raw'),
    entity,
    text: z.string(),
    binary: z.boolean().default(false),
    /** So that a line needn't be as long as an oversize message. */
    repeat: z.number().int().min(1).max(100_000).default(1),
  }),
  z.strictObject({ fault: z.literal('drop-sessions'), entity }),
  z.strictObject({ fault: z.literal('endpoint'), entity: oneEntity, endpoint: z.string().min(1).max(512) }),
  z.strictObject({
    fault: z.literal('keys'),
    entity: oneEntity,
    rule: z.string().min(1).max(256).default(listenerRuleName),
    primaryKey: key.optional(),
    secondaryKey: key.optional(),
  }),
  z.strictObject({ fault: z.literal('down') }),
  z.strictObject({ fault: z.literal('up') }),
  z.strictObject({ fault: z.literal('clear') }),
]);

export type FaultCommand = z.infer<typeof commandSchema>;

export type FaultLine =
  { readonly ok: true; readonly command: FaultCommand } | { readonly ok: false; readonly problem: string };

export interface FaultResult {
  readonly fault: FaultCommand['fault'];
  /** Channels, sessions or hybrid connections that were hit at once; 0 for faults that wait for their occasion. */
  readonly affected: number;
}

const maxLineLength = 64 * 1024;
const maxRawBytes = 16 * 1024 * 1024;

export function parseFaultLine(line: string): FaultLine {
  if (line.length > maxLineLength) return { ok: false, problem: 'line is longer than 64 KiB' };
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { ok: false, problem: 'not JSON' };
  }
  const parsed = commandSchema.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const where = issue === undefined || issue.path.length === 0 ? '' : `${issue.path.join('.')}: `;
    return { ok: false, problem: `${where}${issue?.message ?? 'not a fault'}` };
  }
  const { data } = parsed;
  if (data.fault === 'send-raw' && data.text.length * data.repeat > maxRawBytes) {
    return { ok: false, problem: 'repeat: the message is longer than 16 MiB' };
  }
  return { ok: true, command: data };
}

export async function applyFault(relay: LocalRelay, command: FaultCommand): Promise<FaultResult> {
  return { fault: command.fault, affected: (await act(relay, command)) ?? 0 };
}

// What acts at once says how much it hit; what lasts says nothing.
async function act(relay: LocalRelay, command: FaultCommand): Promise<number | undefined> {
  const { faults } = relay;
  switch (command.fault) {
    case 'endpoint':
      return changeEntity(relay, command.entity, () => ({
        userMetadata: endpointMetadata(command.endpoint),
      }));
    case 'keys': {
      const { primaryKey, secondaryKey } = command;
      if (relay.entity(command.entity)?.rules.some(({ name }) => name === command.rule) !== true) return 0;
      const given = {
        ...(primaryKey === undefined ? {} : { primaryKey }),
        ...(secondaryKey === undefined ? {} : { secondaryKey }),
      };
      return changeEntity(relay, command.entity, ({ rules }) => ({
        rules: rules.map((rule) => (rule.name === command.rule ? { ...rule, ...given } : rule)),
      }));
    }
    case 'kick':
      return faults.kick(command.entity, {
        code: command.code ?? 1011,
        reason: command.reason ?? (command.code === undefined ? dailyDropReason : ''),
      });
    case 'drop-control':
      return faults.dropControl(command.entity);
    case 'silence':
      return faults.silence(command.entity);
    case 'forget':
      return faults.forget(command.entity);
    case 'expire-tokens':
      return faults.expireTokens(command.entity);
    case 'drop-sessions':
      return faults.dropSessions(command.entity);
    case 'send-raw': {
      const text = command.text.repeat(command.repeat);
      return faults.sendRaw(command.entity, command.binary ? Buffer.from(text, 'utf8') : text);
    }
    case 'token-life':
      faults.limitTokenLife(command.lifeMs ?? undefined);
      return undefined;
    case 'clock':
      faults.setClockOffset(command.offsetMs);
      return undefined;
    case 'refuse-listens':
      faults.refuseListens(command.entity, refusal(command));
      return undefined;
    case 'refuse-connects':
      faults.refuseConnects(command.entity, refusal(command));
      return undefined;
    case 'firewall':
      faults.refuseListens(command.entity, refusal({ ...command, status: 401, reason: firewallReason }));
      return undefined;
    case 'delay-accepts':
      faults.delayAccepts(command.entity, command.delayMs);
      return undefined;
    case 'ignore-connects':
      faults.ignoreConnects(command.entity);
      return undefined;
    case 'down':
      await faults.goDown();
      return undefined;
    case 'up':
      await faults.comeBack();
      return undefined;
    case 'clear':
      faults.clear();
      return undefined;
  }
}

function refusal(spec: {
  readonly status: number;
  readonly reason?: string | undefined;
  readonly count?: number | undefined;
}): RefusalSpec {
  return {
    status: spec.status,
    ...(spec.reason === undefined ? {} : { reason: spec.reason }),
    ...(spec.count === undefined ? {} : { count: spec.count }),
  };
}

/** What an administrator changes in Azure. @returns how many hybrid connections were changed */
function changeEntity(
  relay: LocalRelay,
  name: string,
  change: (entity: EntityConfig) => Partial<EntityConfig>,
): number {
  const found = relay.entity(name);
  if (found === undefined) return 0;
  relay.updateEntity({ ...found, ...change(found) });
  return 1;
}
