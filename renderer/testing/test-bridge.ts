/**
 * A bridge for component tests and the gallery: answers are scripted per call, every call is recorded, events come when
 * the test says so. A call that nobody scripted fails loudly, so that no test passes by accident.
 */
import { HcmError, type ErrorCode, type ErrorDetails } from '../../electron/contract/errors.ts';
import { defaultPreferences } from '../../electron/contract/default-preferences.ts';
import type {
  HostState,
  WindowCallInput,
  WindowCallName,
  WindowCallOutput,
  WindowEventName,
  WindowEventPayload,
} from '../../electron/contract/shell-api.ts';
import type { HealthItem } from '../../electron/contract/health.ts';
import type { ConnectionView } from '../../electron/contract/connection-view.ts';
import type { Bridge } from '../bridge.ts';
import { demoOff } from '../store/shell-store.ts';
import { sampleAppInfo, sampleHost } from './sample-host.ts';
import { sampleUpdate } from '../../electron/contract/testing/sample-update.ts';

export type Answer<Name extends WindowCallName> =
  | WindowCallOutput<Name>
  | ((input: WindowCallInput<Name>) => WindowCallOutput<Name> | Promise<WindowCallOutput<Name>>);

export type Answers = { readonly [Name in WindowCallName]?: Answer<Name> | undefined };

export interface RecordedCall {
  readonly name: WindowCallName;
  readonly input: unknown;
}

export interface TestBridge extends Bridge {
  /** All calls so far, oldest first. */
  readonly recorded: readonly RecordedCall[];
  /** Inputs of all calls of one name, oldest first. */
  inputsOf<Name extends WindowCallName>(name: Name): readonly WindowCallInput<Name>[];
  /** Answers this call from now on. */
  answer<Name extends WindowCallName>(name: Name, answer: Answer<Name>): void;
  /** Refuses this call from now on. */
  refuse(name: WindowCallName, code: ErrorCode, details?: ErrorDetails): void;
  /** Leaves this call without an answer until `release`. */
  hold<Name extends WindowCallName>(name: Name): { release(answer: WindowCallOutput<Name>): void };
  emit<Name extends WindowEventName>(name: Name, payload: WindowEventPayload<Name>): void;
}

export interface TestBridgeOptions {
  readonly views?: readonly ConnectionView[];
  readonly host?: HostState;
  readonly health?: readonly HealthItem[];
  readonly answers?: Answers;
}

type AnyAnswer = (input: unknown) => unknown;
type AnyListener = (payload: unknown) => void;

export function createTestBridge(options: TestBridgeOptions = {}): TestBridge {
  const recorded: RecordedCall[] = [];
  const listeners = new Map<WindowEventName, Set<AnyListener>>();
  const answers = new Map<WindowCallName, AnyAnswer>();
  for (const [name, answer] of Object.entries({ ...usualAnswers(options), ...options.answers })) {
    answers.set(name as WindowCallName, asFunction(answer));
  }

  return {
    recorded,
    call: async <Name extends WindowCallName>(name: Name, input: WindowCallInput<Name>) => {
      recorded.push({ name, input });
      const answer = answers.get(name);
      if (!answer) throw new Error(`no answer was scripted for ${name}`);
      return (await answer(input)) as WindowCallOutput<Name>;
    },
    on: (name, listener) => {
      const known = listeners.get(name) ?? new Set();
      listeners.set(name, known.add(listener as AnyListener));
      return () => known.delete(listener as AnyListener);
    },
    inputsOf: <Name extends WindowCallName>(name: Name) =>
      recorded.filter((call) => call.name === name).map(({ input }) => input as WindowCallInput<Name>),
    answer: (name, answer) => answers.set(name, asFunction(answer)),
    refuse: (name, code, details) =>
      answers.set(name, () => {
        throw new HcmError(code, details);
      }),
    hold: (name) => {
      let release: (answer: unknown) => void = () => undefined;
      const held = new Promise((resolve) => (release = resolve));
      answers.set(name, () => held);
      return { release };
    },
    emit: (name, payload) => listeners.get(name)?.forEach((listener) => listener(payload)),
  };
}

/** What a window asks for by itself when it opens. */
function usualAnswers({ views = [], host = sampleHost(), health = [] }: TestBridgeOptions): Answers {
  let preferences = defaultPreferences;
  return {
    'app.info': sampleAppInfo,
    'app.host': { state: host },
    'app.drawing': {},
    'app.drawn': {},
    'demo.get': { state: demoOff },
    'update.get': { state: sampleUpdate() },
    'health.list': { items: [...health] },
    'connections.snapshot': { sequence: 0, connections: [...views] },
    'preferences.get': () => ({ preferences, language: 'en' }),
    'preferences.set': (change) => {
      preferences = Object.assign({ ...preferences }, change);
      return { preferences, language: 'en' };
    },
  };
}

function asFunction(answer: unknown): AnyAnswer {
  return typeof answer === 'function' ? (answer as AnyAnswer) : () => answer;
}
