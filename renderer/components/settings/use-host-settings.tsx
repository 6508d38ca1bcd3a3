/**
 * The settings of the host as its page shows them: read while somebody looks, and anew after each change. One reading for
 * all rows below the provider.
 */
import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react';
import type { ErrorData } from '../../../electron/contract/errors.ts';
import type { SettingName, Settings, SettingsChange } from '../../../electron/contract/settings.ts';
import type { WindowCallOutput } from '../../../electron/contract/shell-api.ts';
import { useBridge } from '../../services.tsx';
import { useHostRead, type HostSource } from '../host-read.ts';

type Answer = WindowCallOutput<'settings.get'>;

export interface HostSettings {
  /** Null until the host has said them. */
  readonly settings: Settings | null;
  /** Why they can't be read now. */
  readonly problem: ErrorData | null;
  /** Who set it for this computer; null for nobody. */
  readonly managedBy: (name: SettingName) => string | null;
  /** @throws what the host answered. */
  readonly change: (change: SettingsChange) => Promise<void>;
  /** Back to the default. @throws what the host answered. */
  readonly reset: (name: SettingName) => Promise<void>;
}

interface Changed {
  readonly settings: Settings;
  /** The reading before it. */
  readonly since: Answer | null;
}

const Context = createContext<HostSettings | null>(null);

export function HostSettingsProvider({ children }: { readonly children: ReactNode }) {
  const bridge = useBridge();
  const source = useMemo<HostSource<Answer>>(
    // Others change them as well: by the command line, by policy.
    () => ({ read: () => bridge.call('settings.get', {}), poll: true }),
    [bridge],
  );
  const { value, problem } = useHostRead(source);
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  }, [value]);
  /** What the host said to a change counts until it was read anew. */
  const [changed, setChanged] = useState<Changed | null>(null);
  const took = useCallback(
    ({ settings }: { readonly settings: Settings }) => setChanged({ settings, since: latest.current }),
    [],
  );
  const answer = useMemo(
    () => (value !== null && changed?.since === value ? { ...value, settings: changed.settings } : value),
    [value, changed],
  );
  const state = useMemo<HostSettings>(
    () => ({
      settings: answer?.settings ?? null,
      problem,
      managedBy: (name) => answer?.managed.find((one) => one.name === name)?.by ?? null,
      change: async (change) => took(await bridge.call('settings.set', change)),
      reset: async (name) => took(await bridge.call('settings.reset', { names: [name] })),
    }),
    [answer, problem, bridge, took],
  );
  return <Context.Provider value={state}>{children}</Context.Provider>;
}

export function useHostSettings(): HostSettings {
  const state = useContext(Context);
  if (state === null) throw new Error('no HostSettingsProvider above');
  return state;
}
