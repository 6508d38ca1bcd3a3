/** A small host for tests of the control socket: it answers some calls, breaks on some, and says what tests tell it to. */
import type { CallInput, CallName, CallOutput, ContractEvent, Host } from '../../../contract/api.ts';
import { HcmError } from '../../../contract/errors.ts';
import { settingsSchema, type Settings } from '../../../contract/settings.ts';
import { defaultSettings } from '../../../contract/default-settings.ts';

export interface TestHost {
  readonly host: Host;
  /** Listeners that are subscribed now. */
  readonly listeners: ReadonlySet<(event: ContractEvent) => void>;
  readonly asked: readonly CallName[];
  emit(event: ContractEvent): void;
  /** Lets every `connections.retryNow` that waits be answered. */
  answerRetries(): void;
}

export function createTestHost(): TestHost {
  const listeners = new Set<(event: ContractEvent) => void>();
  const asked: CallName[] = [];
  const retries: (() => void)[] = [];
  let settings: Settings = defaultSettings;

  const answers: { readonly [Name in CallName]?: (input: CallInput<Name>) => unknown } = {
    'connections.snapshot': () => ({ sequence: 7, connections: [] }),
    'settings.get': () => ({ settings, changed: [], managed: [] }),
    'desired.plan': () => ({ changes: [], faults: [] }),
    'desired.apply': () => ({ changes: [], faults: [], results: [] }),
    'settings.set': (change) => {
      settings = settingsSchema.parse({ ...settings, ...change });
      return { settings };
    },
    // Breaks: an expected failure, a bug, an answer outside the contract, one that is too long, one that never comes.
    'connections.start': ({ id }) => {
      throw new HcmError('HCM1041', { id });
    },
    'connections.stop': () => {
      throw new TypeError('key=verysecret');
    },
    'sessions.list': () => ({ sessions: 'none' }),
    'connections.add': () => ({ connection: 'x'.repeat(5 * 1024 * 1024), notices: [] }),
    // As long as was asked for.
    'log.tail': ({ limit }) => ({ lines: ['x'.repeat(limit * 1000)], latest: 1 }),
    'connections.restart': () => new Promise(() => undefined),
    'connections.retryNow': () => new Promise((resolve) => retries.push(() => resolve({}))),
  };

  const host: Host = {
    async call<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallOutput<Name>> {
      asked.push(name);
      const answer = answers[name];
      if (answer === undefined) throw new HcmError('HCM5006', { call: name });
      return (await answer(input)) as CallOutput<Name>;
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
  return {
    host,
    listeners,
    asked,
    emit: (event) => listeners.forEach((listener) => listener(event)),
    answerRetries: () => retries.splice(0).forEach((answer) => answer()),
  };
}
