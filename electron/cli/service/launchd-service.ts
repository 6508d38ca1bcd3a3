/** The service on macOS, kept by launchd. Pure; never ran on macOS. */
import { launchdPlist } from './launchd-plist.ts';
import { launchdLabel, macUser } from './service-names.ts';
import type { Answer, ServiceKeeper } from './service-plan.ts';
import { notInstalled, type ServiceState } from './service-state.ts';

const file = `/Library/LaunchDaemons/${launchdLabel}.plist`;
const dataFolder = '/Library/Application Support/hcm';
const target = `system/${launchdLabel}`;
/** Accounts of services have numbers from 200 to 400 there. */
const userId = '371';

export function launchdService(): ServiceKeeper {
  return {
    serviceName: launchdLabel,
    file,
    dataFolder,
    install: ({ program, start }) => [
      {
        do: 'run',
        words: ['sysadminctl', '-addUser', macUser, '-UID', userId, '-roleAccount'],
        unless: ['id', '-u', macUser],
      },
      { do: 'run', words: ['install', '-d', '-o', macUser, '-m', '0700', dataFolder] },
      { do: 'run', words: ['launchctl', 'bootout', target], mayFail: true },
      { do: 'write', path: file, text: launchdPlist({ program, dataFolder }), mode: 0o644 },
      // What is loaded is started: RunAtLoad.
      ...(start ? ([{ do: 'run', words: ['launchctl', 'bootstrap', 'system', file] }] as const) : []),
    ],
    uninstall: ({ purge }) => [
      { do: 'run', words: ['launchctl', 'bootout', target], mayFail: true },
      { do: 'remove', path: file },
      ...(purge ? ([{ do: 'removeFolder', path: dataFolder }] as const) : []),
    ],
    start: () => [
      {
        do: 'run',
        words: ['launchctl', 'bootstrap', 'system', file],
        unless: ['launchctl', 'print', target],
      },
      { do: 'run', words: ['launchctl', 'kickstart', target] },
    ],
    // It stays loaded, and ends with 0: then it isn't started again.
    stop: () => [{ do: 'run', words: ['launchctl', 'kill', 'SIGTERM', target] }],
    questions: [
      ['launchctl', 'print', target],
      ['test', '-f', file],
    ],
    readState,
  };
}

function readState([print, stat]: readonly Answer[]): ServiceState {
  const isThere = stat?.exitCode === 0;
  if (print?.exitCode !== 0)
    return isThere ? { ...notInstalled, installed: true, enabled: true } : notInstalled;
  const processId = Number(/^\s*pid = (\d+)/m.exec(print.output)?.[1] ?? '0');
  const isRunning = /^\s*state = running\b/m.test(print.output);
  return {
    installed: true,
    enabled: isThere,
    state: isRunning ? 'running' : 'stopped',
    processId: processId > 0 ? processId : null,
    dataFolder,
  };
}
