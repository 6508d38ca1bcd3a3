/**
 * Where an organization's policy for this computer lies, as a port: a file that administrators write, or the registry.
 *
 * Invariant: a source answers what is there or why it can't, and never writes. Which values count is decided elsewhere
 * (`managed-policy.ts`).
 */
import { win32 } from 'node:path';
import { runProgram } from '../secrets/run-program.ts';
import { managedFile } from './managed-file.ts';
import { managedRegistry } from './managed-registry.ts';

export interface FoundPolicy {
  /** Where it lies, for whoever reads about it: a path, a key. */
  readonly from: string;
  /** `{version, by, settings}`, as found. */
  readonly document: unknown;
}

export interface ManagedSource {
  /** How often it is worth a look, milliseconds. */
  readonly pollMs: number;
  /**
   * @returns null when there is none
   * @throws HcmError HCM6103, HCM6104 when there is one that can't count
   */
  read(): Promise<FoundPolicy | null>;
}

export interface SystemPolicyOptions {
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** A look at a file costs nothing; one at the registry starts a program. */
const filePollMs = 60_000;
const registryPollMs = 10 * 60_000;

/** That user may write policies for the whole computer. */
const rootUid = 0;

const folders: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
  darwin: '/Library/Application Support/hcm',
};

/**
 * This computer's policy. `HCM_POLICY_FILE` counts only where it has none, so that nobody weakens it by their environment;
 * whoever sets that variable binds only programs of their own, and so needs no further right.
 */
export function systemManagedSource({ platform, environment }: SystemPolicyOptions): ManagedSource {
  const machine = platform === 'win32' ? registryOf(environment) : fileOf(platform);
  const own = environment['HCM_POLICY_FILE'] ?? '';
  if (own === '') return machine;
  const fallback = managedFile({ path: own, trustedUid: null });
  return { pollMs: machine.pollMs, read: async () => (await machine.read()) ?? fallback.read() };
}

function fileOf(platform: NodeJS.Platform): ManagedSource {
  const path = `${folders[platform] ?? '/etc/hcm'}/policy.json`;
  const file = managedFile({ path, trustedUid: rootUid });
  return { pollMs: filePollMs, read: () => file.read() };
}

function registryOf(environment: SystemPolicyOptions['environment']): ManagedSource {
  const program = win32.join(environment['SystemRoot'] ?? String.raw`C:\Windows`, 'System32', 'reg.exe');
  const registry = managedRegistry({ program, run: runProgram });
  return { pollMs: registryPollMs, read: () => registry.read() };
}
