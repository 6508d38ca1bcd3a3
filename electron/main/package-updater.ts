/**
 * electron-updater behind a port: keeps and fetches the one package that it is given. What is fetched is what the signed feed named;
 * electron-updater never looks for a release by itself, and never installs one: on Linux it would hand root a file that every
 * program of the person can change (`install-package.ts` does it).
 *
 * Invariants: https alone, redirects included, and no byte more than was signed (`package-fetch.ts`, in place of its own
 * requests); nothing older is fetched; nothing is fetched unasked, nor goes on when it was given up. The library is loaded
 * when it is needed: a start without an update costs nothing.
 */
import type { Session } from 'electron';
import type * as library from 'electron-updater';
import type { AppUpdater, BaseUpdater, CancellationToken, UpdateInfo } from 'electron-updater';
import type { ProviderRuntimeOptions } from 'electron-updater/out/providers/Provider.js';
import { HcmError } from '../contract/errors.ts';
import type { Logger } from '../engine/log/logger.ts';
import { toFileError } from '../engine/store/file-error.ts';
import type { FeedRelease, ReleaseFile } from '../engine/updates/feed-file.ts';
import { PackageFetch, type FileWanted } from './package-fetch.ts';
import type { OwnPackageKind } from './package-kind.ts';

export interface PackageWanted {
  readonly release: Pick<FeedRelease, 'version'>;
  readonly file: ReleaseFile;
}

export interface PackageUpdater {
  /** @returns the path of the file. @throws HcmError HCM5115, HCM5116; the signal's reason when aborted */
  download(
    wanted: PackageWanted,
    onProgress: (received: number) => void,
    signal: AbortSignal,
  ): Promise<string>;
}

export interface PackageUpdaterPorts {
  readonly kind: OwnPackageKind;
  readonly log: Logger;
  /** How requests of this session find their way. */
  readonly prepareSession: (session: Session) => Promise<void>;
  /** A file that names the folder that packages are kept in; null: the package says it. */
  readonly configFile: () => string | null;
}

export function electronPackages(ports: PackageUpdaterPorts): PackageUpdater {
  let opened: OpenUpdater | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  return {
    download: (wanted, onProgress, signal) => {
      // One that was cancelled may still be on its way out, and would be taken for this one.
      const fetched = turn.then(async () => {
        opened ??= await openUpdater(ports);
        await ports.prepareSession(opened.updater.netSession);
        return fetchPackage(opened, wanted, onProgress, signal);
      });
      turn = fetched.catch(() => undefined);
      return fetched;
    },
  };
}

type Library = typeof library;
type UpdateFile = UpdateInfo['files'][number];

interface OpenUpdater {
  readonly library: Library;
  readonly updater: BaseUpdater;
  readonly fetcher: PackageFetch;
}

/** What its types keep to themselves: whoever fetches for it. */
interface Fetching {
  readonly httpExecutor: {
    download: (
      url: URL,
      path: string,
      options: { readonly cancellationToken: CancellationToken },
    ) => Promise<string>;
  };
}

async function openUpdater({ kind, log, configFile }: PackageUpdaterPorts): Promise<OpenUpdater> {
  const { default: library } = (await import('electron-updater')) as unknown as { readonly default: Library };
  const updater = createUpdater(library, kind);
  updater.logger = {
    info: (text: unknown) => log.debug('updater', { text: String(text) }),
    warn: (text: unknown) => log.warn('updater', { text: String(text) }),
    error: (text: unknown) => log.warn('updater', { text: String(text) }),
  };
  updater.autoDownload = false;
  updater.autoInstallOnAppQuit = false;
  updater.disableWebInstaller = true;
  // Parts of an old package that are used again would be parts that no signature names.
  updater.disableDifferentialDownload = true;
  updater.isUserWithinRollout = () => true;
  const config = configFile();
  if (config !== null) {
    updater.forceDevUpdateConfig = true;
    updater.updateConfigPath = config;
  }
  return { library, updater, fetcher: new PackageFetch(updater.netSession) };
}

function createUpdater(library: Library, kind: OwnPackageKind): BaseUpdater {
  switch (kind) {
    case 'deb':
      return new library.DebUpdater();
    case 'rpm':
      return new library.RpmUpdater();
    case 'AppImage':
      return new library.AppImageUpdater();
    case 'exe':
      return new library.NsisUpdater();
  }
}

async function fetchPackage(
  { library, updater, fetcher }: OpenUpdater,
  { release, file }: PackageWanted,
  onProgress: (received: number) => void,
  signal: AbortSignal,
): Promise<string> {
  const { version } = release;
  useRelease(library, updater, release, file);
  fetchBy(fetcher, updater, { version, sizeBytes: file.sizeBytes, onProgress, signal });
  const token = new library.CancellationToken();
  const cancel = (): void => token.cancel();
  signal.addEventListener('abort', cancel, { once: true });
  try {
    signal.throwIfAborted();
    const found = await updater.checkForUpdates();
    signal.throwIfAborted();
    if (found?.isUpdateAvailable !== true) throw new HcmError('HCM5118', { version });
    const [path] = await updater.downloadUpdate(token);
    if (path === undefined) throw new HcmError('HCM5115', { version });
    return path;
  } catch (error) {
    signal.throwIfAborted();
    throw downloadFailure(error, version);
  } finally {
    signal.removeEventListener('abort', cancel);
    token.dispose();
  }
}

/** What it would download, with all that is left behind when it comes to nothing, is fetched in its place. */
function fetchBy(fetcher: PackageFetch, updater: AppUpdater, wanted: Omit<FileWanted, 'url' | 'path'>): void {
  const { httpExecutor } = updater as unknown as Fetching;
  httpExecutor.download = async ({ href: url }, path, { cancellationToken }) => {
    try {
      await fetcher.fetch({ ...wanted, url, path });
    } catch (error) {
      // Said in its own way once nothing is written any more, so that it tidies up after that.
      if (cancellationToken.cancelled) await cancellationToken.createPromise(() => undefined);
      throw error;
    }
    return path;
  };
}

/** From now on the updater knows this release, and no other. */
function useRelease(
  library: Library,
  updater: AppUpdater,
  { version }: Pick<FeedRelease, 'version'>,
  { url, sha512, sizeBytes: size }: ReleaseFile,
): void {
  const file: UpdateFile = { url, sha512, size };
  // Without the fields of old feeds, which its type still wants.
  const info = { version, files: [file], releaseDate: '' } as UpdateInfo;
  class SignedRelease extends library.Provider<UpdateInfo> {
    constructor(_options: unknown, _updater: unknown, runtime: ProviderRuntimeOptions) {
      super({ ...runtime, isUseMultipleRangeRequest: false });
    }
    override getLatestVersion(): Promise<UpdateInfo> {
      return Promise.resolve(info);
    }
    override resolveFiles(): { url: URL; info: UpdateFile }[] {
      return [{ url: new URL(url), info: file }];
    }
    /** An id of this installation, which no feed needs. */
    override setRequestHeaders(): void {
      // Nothing is sent along.
    }
  }
  updater.setFeedURL({ provider: 'custom', updateProvider: SignedRelease });
  // After the feed and its channel: choosing one turns it on.
  updater.allowDowngrade = false;
}

function downloadFailure(error: unknown, version: string): HcmError {
  if (error instanceof HcmError) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (['ENOSPC', 'EDQUOT', 'EACCES', 'EPERM', 'EROFS'].includes(code)) {
    return toFileError(error, `hybrid-connection-manager ${version}`);
  }
  return new HcmError('HCM5115', { version, reason: 'network' }, { cause: error });
}
