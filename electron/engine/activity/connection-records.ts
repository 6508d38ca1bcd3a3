/**
 * What the host remembers of its connections beyond their present state: activity and ended sessions. Owns one pair of
 * records per connection, in memory, which go with the connection, and the files that they outlast the host in.
 */
import { randomUUID } from 'node:crypto';
import type { Activity, ConfigurationChange } from '../../contract/activity.ts';
import type { SessionHistory as Figures } from '../../contract/api.ts';
import type { AzureLeg, EndpointLeg, LimitHit } from '../../contract/connection-view.ts';
import type { Clock } from '../clock.ts';
import type { SessionRecord } from '../tunnel/session-record.ts';
import { ActivityLog } from './activity-log.ts';
import type { KeptRecords } from './kept-records.ts';
import { SessionHistory } from './session-history.ts';

interface Records {
  readonly activity: ActivityLog;
  readonly sessions: SessionHistory;
}

export interface ConnectionRecordsPorts {
  readonly clock: Clock;
  /** Sessions end for a moment after their connection was removed: nothing is remembered for one that isn't there. */
  readonly isKnown: (id: string) => boolean;
  readonly kept: KeptRecords;
}

export class ConnectionRecords {
  readonly #ports: ConnectionRecordsPorts;
  readonly #byId = new Map<string, Records>();

  constructor(ports: ConnectionRecordsPorts) {
    this.#ports = ports;
  }

  /** Takes in what earlier runs of the host left of the connections that are there; before any of them is started. */
  async restore(): Promise<void> {
    const { sessions, activity } = await this.#ports.kept.readBack();
    for (const record of sessions)
      this.#of(record.connectionId)?.sessions.ended(record, record.endedAt ?? record.startedAt);
    const byConnection = new Map<string, Activity[]>();
    for (const entry of activity) {
      const known = byConnection.get(entry.connectionId);
      if (known === undefined) byConnection.set(entry.connectionId, [entry]);
      else known.push(entry);
    }
    for (const [id, entries] of byConnection) this.#of(id)?.activity.restore(entries);
  }

  observe(id: string, azure: AzureLeg, endpoint: EndpointLeg): void {
    const activity = this.#of(id)?.activity;
    activity?.azure(azure.status, azure.problem);
    activity?.endpoint(endpoint.status, endpoint.problem, endpoint.checkedAt);
  }

  limitHit(id: string, hit: LimitHit | null): void {
    if (hit !== null) this.#of(id)?.activity.limitHit(hit);
  }

  changed(id: string, change: ConfigurationChange, by: string | undefined, detail?: string): void {
    this.#of(id)?.activity.change(change, by ?? null, detail ?? null);
  }

  /** @returns whether this endpoint, which Azure names in place of the one in force, is news. */
  endpointInAzure(id: string, endpoint: string | null): boolean {
    return this.#of(id)?.activity.endpointInAzure(endpoint) ?? false;
  }

  /** @param connection its name. */
  sessionEnded(record: SessionRecord, connection: string): void {
    this.#ports.kept.session(record, connection);
    this.#of(record.connectionId)?.sessions.ended(record, this.#ports.clock.now());
  }

  /** Newest first. */
  activity(id: string): Activity[] {
    return this.#byId.get(id)?.activity.list() ?? [];
  }

  history(id: string, open: readonly SessionRecord[]): Figures {
    return (this.#byId.get(id)?.sessions ?? new SessionHistory()).read(open, this.#ports.clock.now());
  }

  drop(id: string): void {
    this.#byId.delete(id);
  }

  /** The next lines open the files anew. */
  reopenFiles(): void {
    this.#ports.kept.reopen();
  }

  /** Waits until all of it is in the files. */
  close(): Promise<void> {
    return this.#ports.kept.close();
  }

  #of(id: string): Records | undefined {
    const { clock, isKnown, kept } = this.#ports;
    const known = this.#byId.get(id);
    if (known !== undefined || !isKnown(id)) return known;
    const now = (): number => clock.now();
    const onEntry = (entry: Activity): void => kept.activity(entry);
    const records = {
      activity: new ActivityLog({ connectionId: id, now, createId: randomUUID, onEntry }),
      sessions: new SessionHistory(),
    };
    this.#byId.set(id, records);
    return records;
  }
}
