/**
 * What this host knows of newer versions: asks the feed when it is told to, and by itself once a day while the settings say
 * so. Owns its timer, the question under way and the last answer; nothing of it outlasts the process.
 *
 * Invariants: with `updateMode` off, or without a feed, nobody is asked unless somebody says so; never is a version shown
 * that isn't newer than this one; an answer to a question under other settings is dropped.
 */
import { HcmError, toErrorData, type ErrorData } from '../../contract/errors.ts';
import type { Settings } from '../../contract/settings.ts';
import type { UpdateChannel } from '../../contract/update-choices.ts';
import type { HostUpdates, Release } from '../../contract/updates.ts';
import type { Clock, Disposer, Random } from '../clock.ts';
import type { Logger } from '../log/logger.ts';
import type { DialRelay } from '../net/dial-relay.ts';
import type { FeedRelease } from './feed-file.ts';
import type { ReleaseConfig } from './release-config.ts';
import { releaseFile, type PackageKind } from './release-file.ts';
import { isNewer } from './version-order.ts';

export interface UpdateWatchPorts {
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Logger;
  /** The way to the feed as it is now: the host’s trust and proxies. */
  readonly way: () => Promise<DialRelay>;
  readonly release: ReleaseConfig;
  /** Version of this program. */
  readonly current: string;
  readonly platform: NodeJS.Platform;
  readonly arch: string;
  /** What this program came as; null where it isn't known. */
  readonly packageKind: PackageKind | null;
  readonly userAgent: string;
  readonly settings: () => Pick<Settings, 'updateMode' | 'updateChannel' | 'updateFeed'>;
  /** What is known may be different. */
  readonly onChange: (updates: HostUpdates) => void;
}

interface Answer {
  readonly checkedAt: number;
  readonly release: Release | null;
  readonly problem: ErrorData | null;
}

interface Question {
  readonly feed: string | null;
  readonly channel: UpdateChannel;
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
/** A host that starts has better things to do, and many start at once after a power cut. */
const firstLookMs = { least: 5 * minuteMs, spread: 10 * minuteMs };
/** A day, so that all hosts of an organization don't ask in the same minute. */
const lookEveryMs = { least: 22 * hourMs, spread: 4 * hourMs };
const againAfterFailureMs = { least: 2 * hourMs, spread: 2 * hourMs };
/** A computer that slept is behind by its wall clock alone. */
const lookAtClockMs = hourMs;

export class UpdateWatch {
  readonly #ports: UpdateWatchPorts;
  readonly #closed = new AbortController();
  #answer: Answer | null = null;
  /** What the answer, or the question under way, is about. */
  #about: Question;
  #asking: { readonly question: Question; readonly done: Promise<Answer> } | null = null;
  #toldVersion: string | undefined;
  #toldProblem: string | undefined;
  #published: string;
  #started = false;
  #dueAt = Number.POSITIVE_INFINITY;
  #cancelTimer: Disposer | undefined;

  constructor(ports: UpdateWatchPorts) {
    this.#ports = ports;
    this.#about = this.#question();
    this.#published = JSON.stringify(this.get());
  }

  get(): HostUpdates {
    const known = this.#answer;
    // Whoever wants to hear nothing of newer versions doesn't, whatever was known before or is asked for once.
    const isOff = this.#ports.settings().updateMode === 'off';
    const answer = isOff && known !== null ? { ...known, release: null, problem: null } : known;
    return this.#view(this.#question(), answer);
  }

  /**
   * Asks now. Another channel than that of the settings is asked for this answer alone, and not remembered. That there is no
   * answer is in `problem`.
   */
  async check(channel?: UpdateChannel): Promise<HostUpdates> {
    const question = this.#question();
    const isOther = channel !== undefined && channel !== question.channel;
    if (isOther) {
      const other = { ...question, channel };
      return this.#view(other, await this.#ask(other));
    }
    await this.#look(question);
    return this.#view(this.#question(), this.#answer);
  }

  /** Begins to look by itself. */
  start(): void {
    if (this.#started || this.#closed.signal.aborted) return;
    this.#started = true;
    this.#lookIn(firstLookMs);
  }

  /** Another channel or feed: what was known counts no more, and is asked for anew soon. */
  settingsChanged(): void {
    const question = this.#question();
    const isSame = sameQuestion(question, this.#about);
    this.#about = question;
    if (!isSame) this.#answer = null;
    if (!isSame || this.#isLooking !== Number.isFinite(this.#dueAt)) this.#lookIn(firstLookMs);
    this.#publish();
  }

  close(): void {
    this.#cancelTimer?.();
    this.#closed.abort(new HcmError('HCM5005', { reason: 'closed' }));
  }

  get #isLooking(): boolean {
    const { settings } = this.#ports;
    return this.#started && settings().updateMode === 'notify' && this.#question().feed !== null;
  }

  #question(): Question {
    const { updateFeed, updateChannel } = this.#ports.settings();
    return { feed: updateFeed ?? this.#ports.release.feed, channel: updateChannel };
  }

  #view({ feed, channel }: Question, answer: Answer | null): HostUpdates {
    return {
      current: this.#ports.current,
      mode: this.#ports.settings().updateMode,
      channel,
      feed,
      checkedAt: answer?.checkedAt ?? null,
      release: answer?.release ?? null,
      problem: answer?.problem ?? null,
    };
  }

  /** Who asks while a question is under way shares its answer. */
  async #look(question: Question): Promise<void> {
    const under = this.#asking;
    if (under !== null && sameQuestion(under.question, question)) {
      await under.done;
      return;
    }
    const asking = { question, done: this.#ask(question) };
    this.#asking = asking;
    const answer = await asking.done;
    if (this.#asking === asking) this.#asking = null;
    if (this.#closed.signal.aborted || !sameQuestion(question, this.#question())) return;
    // A feed that is away for a while doesn't take back what it said before.
    const release = answer.problem === null ? answer.release : (this.#answer?.release ?? null);
    this.#about = question;
    this.#answer = { ...answer, release };
    this.#tell(this.#answer);
    this.#lookIn(answer.problem === null ? lookEveryMs : againAfterFailureMs);
    this.#publish();
  }

  async #ask({ feed, channel }: Question): Promise<Answer> {
    const { clock, way, release, platform, arch, userAgent } = this.#ports;
    try {
      if (feed === null) throw new HcmError('HCM5101');
      const { signal } = this.#closed;
      const question = { feed, channel, keys: release.keys, platform, arch, userAgent, signal };
      // Once a day: a host that starts needn't read what reads YAML.
      const { askFeed } = await import('./feed.ts');
      const newest = await askFeed(question, { clock, dial: await way() });
      const isWanted = isNewer(newest.version, this.#ports.current);
      return { checkedAt: clock.now(), release: isWanted ? this.#released(newest) : null, problem: null };
    } catch (error) {
      return { checkedAt: clock.now(), release: null, problem: toErrorData(error) };
    }
  }

  #released(newest: FeedRelease): Release {
    const { packageKind, arch } = this.#ports;
    const file = packageKind === null ? null : releaseFile(newest, { kind: packageKind, arch });
    const { version, publishedAt, notes } = newest;
    return { version, publishedAt, notes, sizeBytes: file?.sizeBytes ?? null };
  }

  /** A line for each version, and for each trouble when it begins. */
  #tell({ release, problem }: Answer): void {
    const { log } = this.#ports;
    if (problem !== null && problem.code !== this.#toldProblem) {
      log.warn('the feed of releases gave no answer', { problem });
    }
    if (release !== null && release.version !== this.#toldVersion) {
      log.info('a newer version is available', { version: release.version });
    }
    this.#toldProblem = problem?.code;
    this.#toldVersion = release?.version ?? this.#toldVersion;
  }

  #publish(): void {
    const updates = this.get();
    const text = JSON.stringify(updates);
    if (text === this.#published) return;
    this.#published = text;
    this.#ports.onChange(updates);
  }

  #lookIn({ least, spread }: { readonly least: number; readonly spread: number }): void {
    this.#dueAt = this.#isLooking
      ? this.#ports.clock.now() + least + this.#ports.random() * spread
      : Number.POSITIVE_INFINITY;
    this.#arm();
  }

  #arm(): void {
    this.#cancelTimer?.();
    if (this.#closed.signal.aborted || !Number.isFinite(this.#dueAt)) return;
    const { clock } = this.#ports;
    const leftMs = this.#dueAt - clock.now();
    this.#cancelTimer = clock.after(Math.min(Math.max(0, leftMs), lookAtClockMs), () => {
      // A clock that was set back by more than a day would put it off for as long.
      const isDue = clock.now() >= this.#dueAt || this.#dueAt - clock.now() > leftMs + hourMs;
      if (isDue) void this.#look(this.#question());
      else this.#arm();
    });
  }
}

function sameQuestion(one: Question, other: Question): boolean {
  return one.feed === other.feed && one.channel === other.channel;
}
