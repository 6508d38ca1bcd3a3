/**
 * What stands in a file of the feed, as electron-builder writes it (`latest.yml` and its kin). Pure; only ever given bytes
 * whose signature was verified. Keys that aren't known are passed over, so that newer tools may add some.
 */
import { parse } from 'yaml';
import { z } from 'zod';
import { HcmError } from '../../contract/errors.ts';
import { isVersion } from './version-order.ts';

/** As the window shows them; the rest is cut off. */
const maxNotesLength = 65_536;
/** A package of more isn't one of ours. */
const maxFileBytes = 2 * 1024 ** 3;

const notes = z.union([
  z.string(),
  z.array(z.object({ version: z.string(), note: z.string().nullish() })).max(100),
]);

const feedFileSchema = z.object({
  version: z.string().refine(isVersion),
  files: z
    .array(
      z.object({
        url: z.string().min(1).max(2048),
        /** 64 bytes. */
        sha512: z.string().regex(/^[A-Za-z0-9+/]{86}==$/),
        size: z.int().min(1).max(maxFileBytes),
      }),
    )
    .min(1)
    .max(64),
  releaseDate: z.string().nullish(),
  releaseNotes: notes.nullish(),
});

/** One package of a release. */
export interface ReleaseFile {
  /** Last part of its address. */
  readonly name: string;
  readonly url: string;
  /** Base64. */
  readonly sha512: string;
  readonly sizeBytes: number;
}

/** A release as its signed file tells of it. */
export interface FeedRelease {
  readonly version: string;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly publishedAt: number | null;
  readonly notes: string;
  readonly files: readonly ReleaseFile[];
}

/**
 * @param name of the file, for words only
 * @param folder of the feed, with its last slash: addresses in the file count from there
 * @throws HcmError HCM5107
 */
export function readFeedFile(bytes: Uint8Array, name: string, folder: URL): FeedRelease {
  const read = feedFileSchema.safeParse(parseYaml(bytes, name));
  if (!read.success) {
    const part = String(read.error.issues[0]?.path[0] ?? '');
    throw new HcmError('HCM5107', { file: name, reason: part === 'version' ? 'version' : 'content', part });
  }
  const { version, files, releaseDate, releaseNotes } = read.data;
  const publishedAt = Date.parse(releaseDate ?? '');
  return {
    version,
    publishedAt: Number.isNaN(publishedAt) ? null : publishedAt,
    notes: notesText(releaseNotes ?? '').slice(0, maxNotesLength),
    files: files.map(({ url, sha512, size }) => ({
      ...addressOf(url, name, folder),
      sha512,
      sizeBytes: size,
    })),
  };
}

function parseYaml(bytes: Uint8Array, name: string): unknown {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return parse(text, { maxAliasCount: 0, prettyErrors: false });
  } catch (error) {
    throw new HcmError('HCM5107', { file: name, reason: 'content' }, { cause: error });
  }
}

function notesText(given: z.infer<typeof notes>): string {
  if (typeof given === 'string') return given;
  return given.map(({ version, note }) => `## ${version}\n\n${note ?? ''}`.trim()).join('\n\n');
}

function addressOf(text: string, file: string, folder: URL): Pick<ReleaseFile, 'name' | 'url'> {
  const url = URL.canParse(text, folder.href) ? new URL(text, folder) : null;
  const name = url?.pathname.split('/').at(-1) ?? '';
  if (url?.protocol !== 'https:' || url.username !== '' || !/^[\w%+.~ -]+$/.test(name)) {
    throw new HcmError('HCM5107', { file, reason: 'content', part: 'files' });
  }
  return { name, url: url.href };
}
