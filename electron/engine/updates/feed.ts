/**
 * Asks a feed of releases (docs/updates.md): a folder with one file for each channel and system, and the signature beside
 * each. Owns one question at a time; everything it asks for is bounded in size, time and redirects.
 *
 * Invariants: https alone, under the trust and through the proxies that are given; nothing of a file is read before its
 * signature was verified; what can't be verified is as if it weren't there, and says so.
 */
import { HcmError, type ErrorCode } from '../../contract/errors.ts';
import type { UpdateChannel } from '../../contract/update-choices.ts';
import { httpsRequest, type HttpsAnswer, type HttpsPorts } from '../net/https-request.ts';
import { readFeedFile } from './feed-file.ts';
import { verifyFeed } from './feed-signature.ts';
import type { ReleaseKey } from './release-config.ts';
import type { SignedRelease } from './signed-package.ts';
import { isNewer } from './version-order.ts';

export interface FeedQuestion {
  /** Folder, `https://host/…`. */
  readonly feed: string;
  readonly keys: readonly ReleaseKey[];
  readonly channel: UpdateChannel;
  readonly platform: NodeJS.Platform;
  /** As Node names it. */
  readonly arch: string;
  readonly userAgent: string;
  readonly signal: AbortSignal;
}

const maxFileBytes = 1024 * 1024;
const maxSignatureBytes = 8 * 1024;
const maxRedirects = 3;
const requestTimeoutMs = 20_000;

/** Channels whose files are looked at. */
const files: Readonly<Record<UpdateChannel, readonly string[]>> = {
  stable: ['latest'],
  preview: ['latest', 'preview'],
};

/**
 * The newest release of the channel, whether newer than this version or not.
 * @throws HcmError HCM51xx, or what stands in the way (certificate, proxy); the signal's reason when aborted
 */
export async function askFeed(question: FeedQuestion, ports: HttpsPorts): Promise<SignedRelease> {
  const { channel, keys } = question;
  if (keys.length === 0) throw new HcmError('HCM5104');
  const found: SignedRelease[] = [];
  let missing: HcmError | undefined;
  for (const file of files[channel]) {
    try {
      found.push(await readRelease(file, question, ports));
    } catch (error) {
      if (!(error instanceof HcmError) || error.code !== 'HCM5102') throw error;
      missing = error;
    }
  }
  const newest = found.reduce<SignedRelease | undefined>(
    (best, one) => (best === undefined || isNewer(one.version, best.version) ? one : best),
    undefined,
  );
  if (newest === undefined) throw missing ?? new HcmError('HCM5102');
  return newest;
}

/** As electron-builder names it: `latest.yml`, `latest-linux.yml`, `latest-linux-arm64.yml`, `latest-mac.yml`. */
function feedFileName(file: string, platform: NodeJS.Platform, arch: string): string {
  if (platform === 'win32') return `${file}.yml`;
  if (platform === 'darwin') return `${file}-mac.yml`;
  return arch === 'x64' ? `${file}-linux.yml` : `${file}-linux-${arch}.yml`;
}

async function readRelease(file: string, question: FeedQuestion, ports: HttpsPorts): Promise<SignedRelease> {
  const { feed, keys, platform, arch } = question;
  const folder = new URL(feed.endsWith('/') ? feed : `${feed}/`);
  const name = feedFileName(file, platform, arch);
  const { bytes } = await download(new URL(name, folder), maxFileBytes, question, ports);
  const signature = await download(new URL(`${name}.sig`, folder), maxSignatureBytes, question, ports).catch(
    (error: unknown) => {
      const isMissing = error instanceof HcmError && error.code === 'HCM5102';
      throw isMissing ? new HcmError('HCM5105', { file: name }) : error;
    },
  );
  verifyFeed(name, bytes, signature.body, keys);
  const signed = { name, bytes, signature: signature.body };
  return { ...readFeedFile(bytes, name, folder), signed };
}

async function download(
  from: URL,
  maxBytes: number,
  { userAgent, signal }: FeedQuestion,
  ports: HttpsPorts,
): Promise<HttpsAnswer> {
  let url = from;
  for (let redirects = 0; redirects <= maxRedirects; redirects += 1) {
    const answer = await httpsRequest(
      {
        method: 'GET',
        url,
        headers: { 'User-Agent': userAgent, 'Accept-Encoding': 'identity', 'Cache-Control': 'no-cache' },
        timeoutMs: requestTimeoutMs,
        maxBytes,
        signal,
      },
      ports,
    ).catch((error: unknown) => {
      throw signal.aborted ? signal.reason : feedFailure(error, url);
    });
    if (answer.status === 200) return answer;
    if (![301, 302, 303, 307, 308].includes(answer.status)) throw refusal(answer.status, url);
    const location = answer.headers['location'] ?? '';
    const next = URL.canParse(location, url.href) ? new URL(location, url) : null;
    if (next?.protocol !== 'https:' || next.username !== '') {
      throw new HcmError('HCM5109', { url: shown(url), reason: 'scheme' });
    }
    url = next;
  }
  throw new HcmError('HCM5109', { url: shown(from), reason: 'count' });
}

function refusal(status: number, url: URL): HcmError {
  const isMissing = status === 404 || status === 410;
  return new HcmError(isMissing ? 'HCM5102' : 'HCM5110', { url: shown(url), status });
}

/** Without what a redirect may carry that is nobody else's business. */
function shown({ origin, pathname }: URL): string {
  return `${origin}${pathname}`;
}

const networkReasons: Readonly<Partial<Record<ErrorCode, string>>> = {
  HCM2001: 'name',
  HCM2002: 'refused',
  HCM2003: 'timeout',
  HCM2004: 'network',
  HCM2005: 'closed',
  HCM2013: 'handshake',
  HCM2014: 'tls',
};

const certificateReasons: Readonly<Partial<Record<ErrorCode, string>>> = {
  HCM2010: 'authority',
  HCM2011: 'name',
  HCM2012: 'dates',
  HCM2073: 'authority',
};

/** In the words of a feed, since those of a dial speak of relays; what a proxy says keeps its own code. */
function feedFailure(error: unknown, url: URL): unknown {
  if (!(error instanceof HcmError)) return error;
  const { code, details } = error;
  const { host } = url;
  if (code === 'HCM6026') return new HcmError('HCM5108', { url: shown(url) }, { cause: error });
  const network = networkReasons[code];
  if (network !== undefined) return new HcmError('HCM5103', { host, reason: network }, { cause: error });
  const certificate = certificateReasons[code];
  if (certificate === undefined) return error;
  const { issuer } = details;
  const told = issuer === undefined ? { reason: certificate } : { reason: 'issuer', issuer };
  return new HcmError('HCM5111', { host, ...told }, { cause: error });
}
