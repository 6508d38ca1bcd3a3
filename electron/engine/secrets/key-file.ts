/**
 * Secrets sealed with AES-256-GCM under a random key in `secret.key`, for hosts without a keyring.
 *
 * Invariants: the key file comes into being whole and once, also when two processes want it at the same moment; one that
 * is there is never overwritten, since every sealed secret depends on it; it is made when something is sealed, never when
 * something is opened; each sealing has its own random nonce.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { HcmError } from '../../contract/errors.ts';
import type { Logger } from '../log/logger.ts';
import { errnoOf } from '../store/file-error.ts';
import { nodeFileSystem, type FileSystem } from '../store/file-system.ts';
import { temporaryPath } from '../store/replace-file.ts';
import type { Envelope } from './envelope.ts';
import { modeProtector, type KeyProtector } from './key-protector.ts';
import type { SecretBox } from './secret-box.ts';

export interface KeyFileOptions {
  readonly folder: string;
  readonly log: Logger;
  readonly protector?: KeyProtector;
  readonly fileSystem?: FileSystem;
}

const algorithm = 'aes-256-gcm';
const keyBytes = 32;
/** The size for which GCM is defined; random nonces are safe for far more sealings than a host ever makes. */
const nonceBytes = 12;
const tagBytes = 16;
/** A key wrapped by DPAPI has some 300 bytes. */
const maxStoredBytes = 4096;
/** Only where the file system knows no links can the other process's file be seen half written. */
const halfWrittenTries = 20;
const halfWrittenPauseMs = 50;

export function keyFileBox(options: KeyFileOptions): SecretBox {
  const { folder, log, protector = modeProtector, fileSystem = nodeFileSystem() } = options;
  const file = new KeyFile(join(folder, 'secret.key'), log, protector, fileSystem);
  return {
    backend: 'keyFile',
    seal: async (plain, context) => seal(await file.readOrCreate(), plain, context),
    open: async (envelope, context) => {
      if (envelope.version !== 1) throw new HcmError('HCM4010', { backend: 'keyFile', reason: 'version' });
      return open(await file.read(), Buffer.from(envelope.data, 'base64'), context);
    },
  };
}

function seal(key: Buffer, plain: string, context: string): Envelope {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, key, nonce, { authTagLength: tagBytes });
  cipher.setAAD(boundTo(context));
  const sealed = Buffer.concat([nonce, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return { version: 1, backend: 'keyFile', data: sealed.toString('base64') };
}

function open(key: Buffer, sealed: Buffer, context: string): string {
  const tagStart = sealed.length - tagBytes;
  if (tagStart < nonceBytes) throw new HcmError('HCM4010', { backend: 'keyFile', reason: 'damaged' });
  const decipher = createDecipheriv(algorithm, key, sealed.subarray(0, nonceBytes), {
    authTagLength: tagBytes,
  });
  decipher.setAAD(boundTo(context));
  decipher.setAuthTag(sealed.subarray(tagStart));
  return Buffer.concat([decipher.update(sealed.subarray(nonceBytes, tagStart)), decipher.final()]).toString(
    'utf8',
  );
}

function boundTo(context: string): Buffer {
  return Buffer.from(`hcm secret 1 ${context}`);
}

class KeyFile {
  readonly #path: string;
  readonly #log: Logger;
  readonly #protector: KeyProtector;
  readonly #fileSystem: FileSystem;
  /** Read once; a failure is tried again the next time, because a person may have put the file right. */
  #key: Buffer | null = null;

  constructor(path: string, log: Logger, protector: KeyProtector, fileSystem: FileSystem) {
    this.#path = path;
    this.#log = log;
    this.#protector = protector;
    this.#fileSystem = fileSystem;
  }

  async read(): Promise<Buffer> {
    this.#key ??= await this.#load(1);
    return this.#key ?? this.#fail('missing');
  }

  async readOrCreate(): Promise<Buffer> {
    this.#key ??= (await this.#load(1)) ?? (await this.#create());
    return this.#key;
  }

  /** @returns null when there is no key file. */
  async #load(tries: number): Promise<Buffer | null> {
    const stored = await this.#readStored();
    if (stored === null) return null;
    if (stored.length < keyBytes && tries > 1) {
      await wait(halfWrittenPauseMs);
      return this.#load(tries - 1);
    }
    await this.#repair();
    const key = await this.#protector
      .unprotect(stored)
      .catch((error: unknown) => this.#fail('can not be unwrapped', error));
    return key.length === keyBytes ? key : this.#fail('wrong size');
  }

  async #readStored(): Promise<Buffer | null> {
    try {
      return await this.#fileSystem.read(this.#path, maxStoredBytes);
    } catch (error) {
      return errnoOf(error) === 'ENOENT' ? null : this.#fail(errnoOf(error), error);
    }
  }

  async #repair(): Promise<void> {
    try {
      if (!(await this.#protector.repair(this.#path))) return;
    } catch (error) {
      this.#fail('others can read it', error);
    }
    this.#log.warn('others could read the key file; shut out now', { file: basename(this.#path) });
  }

  async #create(): Promise<Buffer> {
    const key = randomBytes(keyBytes);
    const temporary = temporaryPath(this.#path);
    try {
      await this.#fileSystem.create(temporary, await this.#protector.protect(key));
      await this.#protector.restrict(temporary);
      if (!(await this.#publish(temporary))) {
        return (await this.#load(halfWrittenTries)) ?? this.#fail('missing');
      }
      await this.#fileSystem.syncFolder(dirname(this.#path));
    } catch (error) {
      this.#fail(errnoOf(error), error);
    } finally {
      await this.#fileSystem.remove(temporary).catch(() => undefined);
    }
    this.#log.info('key file created', { file: basename(this.#path) });
    return key;
  }

  /** A link fails when the name is taken, and shows the file only whole. @returns false when another process was first. */
  async #publish(temporary: string): Promise<boolean> {
    try {
      await this.#fileSystem.link(temporary, this.#path);
      return true;
    } catch (error) {
      if (errnoOf(error) === 'EEXIST') return false;
    }
    // A file system without links: exclusive creation is the next best.
    try {
      await this.#fileSystem.create(this.#path, await this.#fileSystem.read(temporary, maxStoredBytes));
      await this.#protector.restrict(this.#path);
      return true;
    } catch (error) {
      if (errnoOf(error) === 'EEXIST') return false;
      throw error;
    }
  }

  #fail(reason: string, cause?: unknown): never {
    if (cause instanceof HcmError) throw cause;
    const details = { file: basename(this.#path), reason: reason === '' ? 'unknown' : reason };
    throw new HcmError('HCM4011', details, { cause });
  }
}
