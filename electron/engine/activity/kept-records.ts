/**
 * What outlasts the host of sessions and activity: `sessions.log` and `activity.log` in the data folder. Owns both files.
 *
 * Invariants: nothing is written before what is there was read, so an engine that was never started leaves the files
 * alone; an activity line that only counts on is written at 1, 2, 4, 8 … times and when the host ends or its story goes
 * on, so that a night of retries fills no file.
 */
import { z } from 'zod';
import { activitySchema, type Activity } from '../../contract/activity.ts';
import { readEach } from '../log/read-each.ts';
import { RecordLog } from '../log/record-log.ts';
import type { SecretRegister } from '../log/secret-register.ts';
import type { SessionRecord } from '../tunnel/session-record.ts';
import { readSessionLine, sessionLine } from './session-line.ts';

export const sessionsFileName = 'sessions.log';
export const activityFileName = 'activity.log';

const megabyte = 1024 * 1024;
const sessionFiles = { fileBytes: 10 * megabyte, files: 5, readBackBytes: 8 * megabyte } as const;
const activityFiles = { fileBytes: 2 * megabyte, files: 2, readBackBytes: 4 * megabyte } as const;

export interface KeptRecordsOptions {
  readonly folder: string;
  readonly secrets: SecretRegister;
  /** Lines of one of the files are being lost, or are kept again. */
  readonly onFailing: (file: string, isFailing: boolean) => void;
}

export interface ReadBack {
  /** Oldest first. */
  readonly sessions: readonly SessionRecord[];
  readonly activity: readonly Activity[];
}

export class KeptRecords {
  readonly #sessions: RecordLog;
  readonly #activity: RecordLog;
  #isRead = false;
  /** Entries whose latest count isn't in the file yet, by id. */
  readonly #counting = new Map<string, Activity>();

  constructor({ folder, secrets, onFailing }: KeptRecordsOptions) {
    const log = (name: string, sizes: typeof sessionFiles | typeof activityFiles): RecordLog =>
      new RecordLog({
        ...{ folder, name, secrets },
        ...sizes,
        onFailing: (isFailing) => onFailing(name, isFailing),
      });
    this.#sessions = log(sessionsFileName, sessionFiles);
    this.#activity = log(activityFileName, activityFiles);
  }

  /** What earlier runs left; never fails. */
  async readBack(): Promise<ReadBack> {
    const [sessions, activity] = await Promise.all([this.#sessions.readBack(), this.#activity.readBack()]);
    this.#isRead = true;
    return {
      sessions: await readEach(sessions, readSessionLine),
      activity: latestOfEach(await readEach(activity, readActivityLine)),
    };
  }

  /** @param connection its name. */
  session(record: SessionRecord, connection: string): void {
    if (this.#isRead) this.#sessions.write(sessionLine(record, connection));
  }

  activity(entry: Activity): void {
    if (!this.#isRead) return;
    if (!isPowerOfTwo(entry.times)) {
      this.#counting.set(entry.id, entry);
      return;
    }
    this.#counting.delete(entry.id);
    for (const waiting of this.#counting.values()) {
      if (waiting.connectionId === entry.connectionId) this.#writeActivity(waiting);
    }
    this.#writeActivity(entry);
  }

  /** The next lines open the files anew. */
  reopen(): void {
    this.#sessions.reopen();
    this.#activity.reopen();
  }

  /** Waits until everything is in the files, for seconds at the most. */
  async close(): Promise<void> {
    for (const entry of this.#counting.values()) this.#writeActivity(entry);
    await Promise.all([this.#sessions.close(), this.#activity.close()]);
  }

  #writeActivity(entry: Activity): void {
    this.#counting.delete(entry.id);
    this.#activity.write(`${JSON.stringify(entry)}\n`);
  }
}

function isPowerOfTwo(count: number): boolean {
  return Number.isInteger(Math.log2(count));
}

/** A later line of an entry takes the place of the ones before, and stands where it stands. */
function latestOfEach(entries: readonly Activity[]): readonly Activity[] {
  const byId = new Map<string, Activity>();
  for (const entry of entries) {
    byId.delete(entry.id);
    byId.set(entry.id, entry);
  }
  return [...byId.values()];
}

const [azure, endpoint, limit, change] = activitySchema.options;
/** Without what another version added. */
const lineSchema = z.discriminatedUnion('kind', [
  z.object(azure.shape),
  z.object(endpoint.shape),
  z.object(limit.shape),
  z.object(change.shape),
]);

/** @returns null for anything that isn't an entry. */
export function readActivityLine(line: string): Activity | null {
  try {
    return lineSchema.safeParse(JSON.parse(line)).data ?? null;
  } catch {
    return null;
  }
}
