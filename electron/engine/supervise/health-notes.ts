/**
 * What the host notes of itself for its health: files that can't be written, settings that don't count, bugs. Owns no
 * timer: what is forgotten with time says when.
 *
 * Invariants: bounded by the number of the host's files and settings; what has passed is gone the next time it is asked.
 */
import type { HealthCode } from '../../contract/health-table.ts';
import { toErrorData, type ErrorData, type HcmError } from '../../contract/errors.ts';
import type { HostUpdates } from '../../contract/updates.ts';
import type { HealthCondition } from './health-conditions.ts';

/** How long a bug is remembered after its last time, and a lack of descriptors: until it is likely over. */
export const bugRememberedMs = 60 * 60_000;
export const descriptorsRememberedMs = 5 * 60_000;

interface Passing {
  readonly untilMs: number;
  readonly times: number;
}

export class HealthNotes {
  readonly #monotonicMs: () => number;
  /** The watch that looks at the notes; what was noted before there was one is found at its first look. */
  #onChange: () => void = () => undefined;
  #settingsOutside: () => readonly string[] = () => [];
  #policyProblems: () => readonly ErrorData[] = () => [];
  #updates: () => Pick<HostUpdates, 'release' | 'current'> | null = () => null;
  /** By code and file or setting. */
  readonly #standing = new Map<string, HealthCondition>();
  readonly #passing = new Map<HealthCode, Passing>();

  constructor(monotonicMs: () => number) {
    this.#monotonicMs = monotonicMs;
  }

  follow(onChange: () => void): void {
    this.#onChange = onChange;
  }

  /** @param outside names of settings whose stored value doesn't count, as of now. */
  watchSettings(outside: () => readonly string[]): void {
    this.#settingsOutside = outside;
  }

  /** @param problems of the organization's policy, as of now. */
  watchPolicy(problems: () => readonly ErrorData[]): void {
    this.#policyProblems = problems;
  }

  /** @param known of newer versions, as of now. */
  watchRelease(known: () => Pick<HostUpdates, 'release' | 'current'>): void {
    this.#updates = known;
  }

  /** Trouble with the store's files, as it is reported. */
  fileTrouble(problem: HcmError): void {
    const data = toErrorData(problem);
    const file = String(problem.details['file'] ?? '');
    if (problem.code === 'HCM4001') this.#stand('HCM8023', file, data);
    else if (problem.code === 'HCM4002') this.#stand('HCM8022', file, data);
    else if (problem.code.startsWith('HCM400')) this.#stand('HCM8021', file, data);
  }

  fileWritten(file: string): void {
    this.#lift('HCM8021', file);
  }

  logFailing(file: string, isFailing: boolean): void {
    if (isFailing) this.#stand('HCM8024', file, null);
    else this.#lift('HCM8024', file);
  }

  bug(): void {
    this.#pass('HCM8026', bugRememberedMs);
  }

  outOfDescriptors(): void {
    this.#pass('HCM8020', descriptorsRememberedMs);
  }

  conditions(): readonly HealthCondition[] {
    const nowMs = this.#monotonicMs();
    for (const [code, { untilMs }] of this.#passing) if (untilMs <= nowMs) this.#passing.delete(code);
    const passing = [...this.#passing].map(([code, { times }]) => ofHost(code, null, { times }));
    const settings = this.#settingsOutside().map((name) => ({
      ...ofHost('HCM8025', { code: 'HCM1062', details: { name } } as const, { name }),
      about: name,
    }));
    const policy = this.#policyProblems().map((problem) => ({
      ...ofHost('HCM8028', problem, withoutReason(problem)),
      about: `${problem.code} ${String(problem.details['name'] ?? '')}`,
    }));
    return [...this.#standing.values(), ...passing, ...settings, ...policy, ...this.#newerVersion()];
  }

  #newerVersion(): readonly HealthCondition[] {
    const known = this.#updates();
    if (known?.release == null) return [];
    const { version } = known.release;
    return [{ ...ofHost('HCM8029', null, { version, current: known.current }), about: version }];
  }

  /** In how many milliseconds something will have passed; null when nothing will by itself. */
  get passesInMs(): number | null {
    const nowMs = this.#monotonicMs();
    const left = [...this.#passing.values()].map(({ untilMs }) => Math.max(0, untilMs - nowMs));
    return left.length === 0 ? null : Math.min(...left);
  }

  #stand(code: HealthCode, about: string, problem: ErrorData | null): void {
    const details = { ...problem?.details, file: about };
    this.#standing.set(`${code} ${about}`, { ...ofHost(code, problem, details), about });
    this.#onChange();
  }

  #lift(code: HealthCode, about: string): void {
    if (this.#standing.delete(`${code} ${about}`)) this.#onChange();
  }

  #pass(code: HealthCode, forMs: number): void {
    const times = (this.#passing.get(code)?.times ?? 0) + 1;
    this.#passing.set(code, { untilMs: this.#monotonicMs() + forMs, times });
    this.#onChange();
  }
}

function withoutReason({ details: { file, name } }: ErrorData): HealthCondition['details'] {
  return { ...(file === undefined ? {} : { file }), ...(name === undefined ? {} : { name }) };
}

function ofHost(
  code: HealthCode,
  problem: ErrorData | null,
  details: HealthCondition['details'],
): HealthCondition {
  return { code, connectionId: null, relay: null, affected: [], problem, details };
}
