/** The service on Linux, kept by systemd. Pure. */
import { posix } from 'node:path';
import type { Answer, InstallOptions, RunStep, ServiceKeeper, Step, Words } from './service-plan.ts';
import {
  linuxAdminGroup,
  linuxUser,
  linuxViewerGroup,
  systemdUnitFile as unitFile,
  systemdUnitName,
} from './service-names.ts';
import { notInstalled, type ServiceState } from './service-state.ts';
import { linuxDataFolder, systemdUnit } from './systemd-unit.ts';

const accountComment = 'Hybrid Connection Manager';

const states: Readonly<Record<string, ServiceState['state']>> = {
  active: 'running',
  reloading: 'running',
  activating: 'starting',
  deactivating: 'stopping',
  failed: 'failed',
};

/** @param root a system below a folder, such as an image: it is written, and nothing of this computer is asked. */
export function systemdService(root?: string): ServiceKeeper {
  const systemctl = (...args: readonly string[]): Step => ({ do: 'run', words: ['systemctl', ...args] });
  const below = root === undefined ? [] : [`--root=${root}`];
  const userBelow = root === undefined ? [] : ['--prefix', root];
  // `getent` knows this computer's accounts, and none of an image.
  const unlessKnown = (kind: 'passwd' | 'group', name: string): Pick<RunStep, 'unless'> =>
    root === undefined
      ? { unless: ['getent', kind, name] }
      : { unless: ['grep', '-qs', `^${name}:`, posix.join(root, 'etc', kind)] };
  const addGroup = (name: string): Step => ({
    do: 'run',
    words: ['groupadd', ...userBelow, '--system', name],
    ...unlessKnown('group', name),
  });
  return {
    serviceName: systemdUnitName,
    file: unitFile,
    dataFolder: linuxDataFolder,
    install: ({ program, start, viewers }: InstallOptions) => [
      addGroup(linuxAdminGroup),
      ...(viewers ? [addGroup(linuxViewerGroup)] : []),
      {
        do: 'run',
        words: [
          ...['useradd', ...userBelow, '--system', '--user-group', '--no-create-home'],
          ...['--home-dir', linuxDataFolder, '--shell', '/usr/sbin/nologin'],
          ...['--comment', accountComment, linuxUser],
        ] as unknown as Words,
        ...unlessKnown('passwd', linuxUser),
      },
      { do: 'write', path: unitFile, text: systemdUnit({ program, viewers }), mode: 0o644 },
      ...(root === undefined ? [systemctl('daemon-reload')] : []),
      systemctl(...below, 'enable', systemdUnitName),
      ...(start ? [systemctl('restart', systemdUnitName)] : []),
    ],
    uninstall: ({ purge }) => [
      systemctl(...below, 'disable', ...(root === undefined ? ['--now'] : []), systemdUnitName),
      { do: 'remove', path: unitFile },
      ...(root === undefined ? [systemctl('daemon-reload')] : []),
      ...(purge ? ([{ do: 'removeFolder', path: linuxDataFolder }] as const) : []),
    ],
    start: () => [systemctl('start', systemdUnitName)],
    stop: () => [systemctl('stop', systemdUnitName)],
    questions: [
      [
        'systemctl',
        'show',
        systemdUnitName,
        '--property=LoadState,ActiveState,UnitFileState,MainPID,Environment',
      ],
    ],
    readState,
  };
}

function readState([answer]: readonly Answer[]): ServiceState {
  const properties = new Map(
    (answer?.output ?? '').split('\n').map((line) => {
      const at = line.indexOf('=');
      return [line.slice(0, at), line.slice(at + 1)] as const;
    }),
  );
  if (properties.get('LoadState') !== 'loaded') return notInstalled;
  const processId = Number(properties.get('MainPID') ?? '0');
  return {
    installed: true,
    enabled: properties.get('UnitFileState') === 'enabled',
    state: states[properties.get('ActiveState') ?? ''] ?? 'stopped',
    processId: processId > 0 ? processId : null,
    // A drop-in may have moved it.
    dataFolder: /(?:^|[ "])HCM_HOME=([^ "]+)/.exec(properties.get('Environment') ?? '')?.[1] ?? null,
  };
}
