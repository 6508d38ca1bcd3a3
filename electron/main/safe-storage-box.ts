/**
 * Secrets sealed by the desktop's keyring, through Electron's safeStorage.
 *
 * Invariants: obfuscation with a key that everybody knows ("basic_text") doesn't count as a keyring; the connection's id
 * is sealed in with the secret, so that two can't be swapped in the file: safeStorage binds to nothing by itself.
 */
import { HcmError } from '../contract/errors.ts';
import type { Envelope } from '../engine/secrets/envelope.ts';
import type { SecretBox } from '../engine/secrets/secret-box.ts';

/** As much of Electron's safeStorage as is used. The asynchronous half exists in newer runtimes only, and is the one to take there. */
export interface SafeStoragePort {
  isEncryptionAvailable(): boolean;
  encryptString(plain: string): Buffer;
  decryptString(sealed: Buffer): string;
  /** Linux only. */
  getSelectedStorageBackend?(): string;
  isAsyncEncryptionAvailable?(): Promise<boolean>;
  encryptStringAsync?(plain: string): Promise<Buffer>;
  decryptStringAsync?(sealed: Buffer): Promise<{ readonly result: string }>;
}

const backend = 'safeStorage';
const unreal: readonly string[] = ['basic_text', 'unknown'];

/** Whether a keyring is behind it. Ask after the app is ready. */
export async function hasKeyring(storage: SafeStoragePort, platform: NodeJS.Platform): Promise<boolean> {
  try {
    if (platform === 'linux') {
      const selected = storage.getSelectedStorageBackend?.() ?? 'unknown';
      if (unreal.includes(selected)) return false;
    }
    return await (storage.isAsyncEncryptionAvailable?.() ?? storage.isEncryptionAvailable());
  } catch {
    return false;
  }
}

export function safeStorageBox(storage: SafeStoragePort): SecretBox {
  return {
    backend,
    seal: async (plain, context): Promise<Envelope> => {
      const bound = `${boundTo(context)}${plain}`;
      const sealed = await (storage.encryptStringAsync?.(bound) ?? storage.encryptString(bound));
      return { version: 1, backend, data: sealed.toString('base64') };
    },
    open: async (envelope, context) => {
      if (envelope.version !== 1) throw unreadable('version');
      const sealed = Buffer.from(envelope.data, 'base64');
      const bound = await opened(storage, sealed);
      const prefix = boundTo(context);
      if (!bound.startsWith(prefix)) throw unreadable('context');
      return bound.slice(prefix.length);
    },
  };
}

async function opened(storage: SafeStoragePort, sealed: Buffer): Promise<string> {
  if (!storage.decryptStringAsync) return storage.decryptString(sealed);
  const { result } = await storage.decryptStringAsync(sealed);
  return result;
}

function boundTo(context: string): string {
  return `hcm secret 1 ${context}\n`;
}

function unreadable(reason: string): HcmError {
  return new HcmError('HCM4010', { backend, reason });
}
