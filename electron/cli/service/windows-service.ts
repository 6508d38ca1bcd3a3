/** The service on Windows, kept by its service manager through WinSW. Pure; never ran on Windows. */
import { win32 } from 'node:path';
import { windowsServiceName } from './service-names.ts';
import type { Answer, ServiceKeeper, Step, Words } from './service-plan.ts';
import { notInstalled, type ServiceState } from './service-state.ts';
import { windowsAccount, winswConfig } from './winsw-config.ts';

export interface WindowsPlaces {
  readonly programFiles: string;
  readonly programData: string;
  readonly systemRoot: string;
}

const fullControl = '(OI)(CI)F';
/** Local System and administrators, whatever they are called in this language. */
const administrators = ['*S-1-5-18', '*S-1-5-32-544'];

const stateOf: Readonly<Record<string, ServiceState['state']>> = {
  '2': 'starting',
  '3': 'stopping',
  '4': 'running',
};

export function windowsService({ programFiles, programData, systemRoot }: WindowsPlaces): ServiceKeeper {
  // Not in the data folder: whoever could write there would be given the service.
  const folder = win32.join(programFiles, 'hcm', 'service');
  const wrapper = win32.join(folder, `${windowsServiceName}.exe`);
  const file = win32.join(folder, `${windowsServiceName}.xml`);
  const dataFolder = win32.join(programData, 'hcm');
  const system = (name: string): string => win32.join(systemRoot, 'System32', name);
  const run = (...words: Words): Step => ({ do: 'run', words });
  return {
    serviceName: windowsServiceName,
    file,
    dataFolder,
    install: ({ program, start }) => [
      { do: 'expect', path: wrapper },
      { do: 'write', path: file, text: winswConfig({ program, dataFolder }), mode: 0o644 },
      {
        ...{ do: 'run', words: [wrapper, 'install'] },
        unless: [system('sc.exe'), 'query', windowsServiceName],
      },
      { do: 'makeFolder', path: dataFolder },
      run(
        system('icacls.exe'),
        dataFolder,
        '/inheritance:r',
        '/grant:r',
        ...administrators.map((who) => `${who}:${fullControl}`),
        `${windowsAccount}:${fullControl}`,
      ),
      // A host that ends with an error counts as failed, too, not only one that crashes.
      run(system('sc.exe'), 'failureflag', windowsServiceName, '1'),
      ...(start ? [run(wrapper, 'restart')] : []),
    ],
    uninstall: ({ purge }) => [
      { do: 'run', words: [wrapper, 'stop'], mayFail: true },
      run(wrapper, 'uninstall'),
      { do: 'remove', path: file },
      ...(purge ? ([{ do: 'removeFolder', path: dataFolder }] as const) : []),
    ],
    start: () => [run(wrapper, 'start')],
    stop: () => [run(wrapper, 'stop')],
    questions: [
      [system('sc.exe'), 'queryex', windowsServiceName],
      [system('sc.exe'), 'qc', windowsServiceName],
    ],
    readState: (answers) => readState(answers, dataFolder),
  };
}

/** Numbers are the same in every language of Windows; words aren't. */
function readState([query, config]: readonly Answer[], dataFolder: string): ServiceState {
  if (query?.exitCode !== 0) return notInstalled;
  const numbers = [...query.output.matchAll(/^\s*[^\r\n:]+:\s*(\d+)/gm)].map(([, number]) => number ?? '');
  // TYPE, STATE, WIN32_EXIT_CODE, SERVICE_EXIT_CODE, CHECKPOINT (0x…), WAIT_HINT (0x…), PID, FLAGS.
  const [, state = '', exitCode = '0'] = numbers;
  const processId = Number(/\bPID\s*:\s*(\d+)/.exec(query.output)?.[1] ?? '0');
  const stopped = exitCode === '0' || exitCode === '1077' ? 'stopped' : 'failed';
  return {
    installed: true,
    // 2: automatic.
    enabled: /START_TYPE\s*:\s*2\b/.test(config?.output ?? ''),
    state: stateOf[state] ?? stopped,
    processId: processId > 0 ? processId : null,
    dataFolder,
  };
}
