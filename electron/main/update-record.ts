/**
 * What has to outlast the end of this process while a newer version takes its place: which one was begun, how often it was
 * started since, and which packages are kept to go back to. `updates.json` in the data folder, packages in `updates/` beside it,
 * each with the file of the feed that named it and the signature of that.
 *
 * Invariants: the record is on the disk before anything is installed; at most two packages are kept, the one that runs and the
 * one before. Every program of the person can write here: what is read counts once its signature was verified, and no sooner.
 */
import { copyFile, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { constants } from 'node:fs';
import { extname, join } from 'node:path';
import { z } from 'zod';
import { toErrorData } from '../contract/errors.ts';
import type { Logger } from '../engine/log/logger.ts';
import { toFileError } from '../engine/store/file-error.ts';
import type { FileFormat } from '../engine/store/file-format.ts';
import { nodeFileSystem, type FileSystem } from '../engine/store/file-system.ts';
import { JsonFile } from '../engine/store/json-file.ts';
import type { SignedFeedFile } from '../engine/updates/signed-package.ts';

const version = z.string().min(1).max(64);

const attemptSchema = z.object({
  from: version,
  to: version,
  /** Milliseconds since 1970-01-01 UTC. */
  at: z.number(),
  /** How often the new version was started without coming up. */
  starts: z.int().min(0),
});

const keptSchema = z.object({
  version,
  /** Name in the folder of kept packages. */
  file: z.string().regex(/^[\w.+-]{1,200}$/),
  /** The feed's name of the file that names it. */
  feed: z.string().max(100),
  /** Base64. */
  sha512: z.string().max(100),
  sizeBytes: z.int().min(1),
});

const recordSchema = z.object({
  attempt: attemptSchema.nullable().catch(null),
  kept: z.array(keptSchema).max(4).catch([]),
});

export type InstallAttempt = Readonly<z.infer<typeof attemptSchema>>;
export type KeptPackage = Readonly<z.infer<typeof keptSchema>>;
type Content = z.infer<typeof recordSchema>;

const recordFormat: FileFormat<Content> = {
  version: 1,
  migrations: {},
  initial: { attempt: null, kept: [] },
  read: (content) => ({ value: recordSchema.parse(content), aside: [] }),
  readNewer: (content) => recordSchema.parse(content),
  write: (content) => ({ ...content }),
};

/** What a feed may be as long as. */
const maxFeedBytes = 1024 * 1024;

export class UpdateRecord {
  readonly #file: JsonFile<Content>;
  readonly #folder: string;
  readonly #fileSystem: FileSystem;

  private constructor(file: JsonFile<Content>, folder: string, fileSystem: FileSystem) {
    this.#file = file;
    this.#folder = folder;
    this.#fileSystem = fileSystem;
  }

  static async open(
    dataFolder: string,
    log: Logger,
    fileSystem: FileSystem = nodeFileSystem(),
  ): Promise<UpdateRecord> {
    const report = (problem: unknown): void =>
      log.warn('update file trouble', { problem: toErrorData(problem) });
    const path = join(dataFolder, 'updates.json');
    const file = await JsonFile.open({ path, format: recordFormat, fileSystem, report, now: Date.now });
    return new UpdateRecord(file, join(dataFolder, 'updates'), fileSystem);
  }

  get attempt(): InstallAttempt | null {
    return this.#file.value.attempt;
  }

  keptOf(wanted: string): KeptPackage | null {
    return this.#file.value.kept.find((kept) => kept.version === wanted) ?? null;
  }

  pathOf({ file }: KeptPackage): string {
    return join(this.#folder, file);
  }

  /** What was said to vouch for it, unverified. @throws Error when it isn't there */
  async feedOf(kept: KeptPackage): Promise<SignedFeedFile> {
    const [feed, signature] = feedPaths(this.pathOf(kept));
    return {
      name: kept.feed,
      bytes: await this.#fileSystem.read(feed, maxFeedBytes),
      signature: (await this.#fileSystem.read(signature, maxFeedBytes)).toString('utf8'),
    };
  }

  /** @throws HcmError HCM400x: then nothing may be installed. */
  async set(attempt: InstallAttempt | null): Promise<void> {
    await this.#file.update((content) => ({ ...content, attempt }));
  }

  /** Keeps a copy of a package, and of the others only that of `beside`. @throws HcmError HCM400x */
  async keep(
    path: string,
    wanted: Omit<KeptPackage, 'file' | 'feed'>,
    signed: SignedFeedFile,
    beside: string,
  ): Promise<void> {
    const file = `${wanted.version}${extname(path)}`;
    const place = join(this.#folder, file);
    const [feed, signature] = feedPaths(place);
    try {
      await mkdir(this.#folder, { recursive: true, mode: 0o700 });
      await copyFile(path, place, constants.COPYFILE_FICLONE);
      await writeFile(feed, signed.bytes);
      await writeFile(signature, signed.signature);
    } catch (error) {
      for (const name of [place, feed, signature]) await rm(name, { force: true }).catch(() => undefined);
      throw toFileError(error, file);
    }
    await this.#file.update((content) => ({
      ...content,
      kept: [
        { ...wanted, file, feed: signed.name },
        ...content.kept.filter((kept) => kept.version === beside),
      ],
    }));
    await this.#tidy();
  }

  async #tidy(): Promise<void> {
    const known = new Set(this.#file.value.kept.flatMap(({ file }) => [file, ...feedPaths(file)]));
    for (const name of await readdir(this.#folder)) {
      if (!known.has(name)) await rm(join(this.#folder, name), { force: true, recursive: true });
    }
  }
}

/** Beside a package: what vouches for it. */
function feedPaths(path: string): readonly [string, string] {
  return [`${path}.yml`, `${path}.yml.sig`];
}
