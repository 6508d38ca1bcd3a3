/**
 * What the host remembers of its connections beyond their present state: activity and ended sessions. Owns one pair of
 * records per connection, in memory; they go with the connection.
 */
import { randomUUID } from 'node:crypto';
import type { Activity, ConfigurationChange } from '../../contract/activity.ts';
import type { SessionHistory as Figures } from '../../contract/api.ts';
import type { AzureLeg, EndpointLeg } from '../../contract/connection-view.ts';
import type { Clock } from '../clock.ts';
import type { SessionRecord } from '../tunnel/session-record.ts';
import { ActivityLog } from './activity-log.ts';
import { SessionHistory } from './session-history.ts';

interface Records {
  readonly activity: ActivityLog;
  readonly sessions: SessionHistory;
}

export class ConnectionRecords {
  readonly #clock: Clock;
  /** Sessions end for a moment after their connection was removed: nothing is kept for one that isn't there. */
  readonly #isKnown: (id: string) => boolean;
  readonly #byId = new Map<string, Records>();

  constructor(clock: Clock, isKnown: (id: string) => boolean) {
    this.#clock = clock;
    this.#isKnown = isKnown;
  }

  observe(id: string, azure: AzureLeg, endpoint: EndpointLeg): void {
    const activity = this.#of(id)?.activity;
    activity?.azure(azure.status, azure.problem);
    activity?.endpoint(endpoint.status, endpoint.problem);
  }

  changed(id: string, change: ConfigurationChange, by: string | undefined, detail?: string): void {
    this.#of(id)?.activity.change(change, by ?? null, detail ?? null);
  }

  /** @returns whether this endpoint, which Azure names in place of the one in force, is news. */
  endpointInAzure(id: string, endpoint: string | null): boolean {
    return this.#of(id)?.activity.endpointInAzure(endpoint) ?? false;
  }

  sessionEnded(record: SessionRecord): void {
    this.#of(record.connectionId)?.sessions.ended(record, this.#clock.now());
  }

  /** Newest first. */
  activity(id: string): Activity[] {
    return this.#byId.get(id)?.activity.list() ?? [];
  }

  history(id: string, open: readonly SessionRecord[]): Figures {
    return (this.#byId.get(id)?.sessions ?? new SessionHistory()).read(open, this.#clock.now());
  }

  drop(id: string): void {
    this.#byId.delete(id);
  }

  #of(id: string): Records | undefined {
    const known = this.#byId.get(id);
    if (known !== undefined || !this.#isKnown(id)) return known;
    const now = (): number => this.#clock.now();
    const records = {
      activity: new ActivityLog({ connectionId: id, now, createId: randomUUID }),
      sessions: new SessionHistory(),
    };
    this.#byId.set(id, records);
    return records;
  }
}
