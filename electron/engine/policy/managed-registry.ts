/**
 * A policy in the registry of Windows, where Group Policy puts it: `By` and `Version` in the key, the settings in its key
 * `Settings`, each under its own name. Read by `reg.exe`, which is part of every Windows; no module of ours is native.
 *
 * Invariant: only HKEY_LOCAL_MACHINE counts, which administrators alone may write, and always its 64-bit side.
 */
import { HcmError } from '../../contract/errors.ts';
import { settingNames } from '../../contract/settings.ts';
import type { RunProgram } from '../secrets/run-program.ts';
import type { FoundPolicy } from './managed-source.ts';

export interface ManagedRegistryOptions {
  /** Absolute path of reg.exe. */
  readonly program: string;
  readonly run: RunProgram;
}

const policies = String.raw`HKEY_LOCAL_MACHINE\SOFTWARE\Policies`;
export const registryKey = String.raw`${policies}\HybridConnectionManager`;

/** Settings have a key of their own, so that policies for other things can stand beside it. */
const settingsKey = String.raw`${registryKey}\Settings`;

export function managedRegistry({ program, run }: ManagedRegistryOptions): {
  readonly read: () => Promise<FoundPolicy | null>;
} {
  const query = (key: string, ...more: readonly string[]): Promise<string> =>
    run({ file: program, args: ['query', key, ...more, '/reg:64'] });
  return {
    read: async () => {
      let output: string;
      try {
        output = await query(registryKey, '/s');
      } catch (error) {
        // It ends with 1 for a key that isn't there and for one that may not be read; the words differ by language.
        if (!(await isListed(query, error))) return null;
        throw new HcmError('HCM6103', { file: registryKey, reason: 'unreadable' }, { cause: error });
      }
      return { from: registryKey, document: readRegistryDocument(output) };
    },
  };
}

async function isListed(query: (key: string) => Promise<string>, cause: unknown): Promise<boolean> {
  try {
    return (await query(policies))
      .split(/\r?\n/)
      .some((line) => line.trim().toLowerCase() === registryKey.toLowerCase());
  } catch {
    // That key is part of every Windows: when it can't be read, nothing can be said.
    throw new HcmError('HCM6103', { file: registryKey, reason: 'unreadable' }, { cause });
  }
}

/** What `reg query KEY /s` prints, in the shape of the file. */
export function readRegistryDocument(output: string): unknown {
  let by: unknown;
  let version: unknown = 1;
  const settings: Record<string, unknown> = {};
  let key = '';
  for (const line of output.split(/\r?\n/)) {
    if (line.startsWith('HKEY_')) key = line.trim().toLowerCase();
    const entry = /^ {4}(\S.*?) {4}(REG_[A-Z_]+)(?: {4}(.*))?$/.exec(line);
    if (entry === null) continue;
    const [, name = '', type = '', text = ''] = entry;
    const value = valueOf(type, text);
    // A key's own value, whose name each language has in parentheses.
    if (/^\(.+\)$/.test(name)) continue;
    if (key === settingsKey.toLowerCase()) settings[settingNameOf(name)] = value;
    else if (key !== registryKey.toLowerCase()) continue;
    else if (name.toLowerCase() === 'by') by = value;
    else if (name.toLowerCase() === 'version') version = value;
  }
  return { version, ...(by === undefined ? {} : { by }), settings };
}

function valueOf(type: string, text: string): unknown {
  if (type === 'REG_DWORD' || type === 'REG_QWORD') return Number(text);
  // Nothing else has a meaning here; it is named as a value that can't count.
  return type === 'REG_SZ' || type === 'REG_EXPAND_SZ' ? text.trimEnd() : { type };
}

/** Names in the registry don't tell large letters from small ones. */
function settingNameOf(name: string): string {
  return settingNames.find((one) => one.toLowerCase() === name.toLowerCase()) ?? name;
}
