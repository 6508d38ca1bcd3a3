/** English texts of `hcm service`, and of `hcm run` under a service manager. */
import { localised } from '../localised.ts';
import type { CountedText } from '../message-text.ts';

export const cliServiceTexts = localised({
  service: 'Let this computer run a host of its own from its start, for all connections of its data folder',
  install: 'Set the service up, or write it anew; it starts with the system',
  installStart: 'start it at once, or again when it runs',
  installRoot: 'of a system below this folder, such as an image; nothing of this computer is touched (Linux)',
  installProgram: 'absolute path of the hcm that the service runs; this one when left out',
  uninstall: 'Stop the service and take away what install wrote; its connections and keys stay',
  uninstallPurge: 'delete its data folder, too, with connections and keys',
  uninstallYes: 'delete without asking',
  start: 'Start the service',
  stop: 'Stop the service; open sessions may finish',
  status: 'Show how the service is: ends with 0 while it runs, else with 3',
  dryRun: 'only show what would be written and run',
  logFormat: 'json or pretty; json when the output is not a terminal',
  logLevel: 'debug, info, warn or error, for this run in place of the setting',

  installed: 'Installed {name}. It starts with the system; hcm service start starts it now.',
  installedBelow: 'Installed {name} in the system below {root}. It starts with that system.',
  installedAndStarted: 'Installed and started {name}.',
  uninstalled: 'Removed {name}. Its connections and keys stay in {folder}.',
  purged: 'Removed {name} and {folder}.',
  started: 'Started {name}.',
  stopped: 'Stopped {name}.',
  purgeQuestion: 'Delete {folder} with all connections and keys of the service? [y/N]',
  notRemoved: 'Nothing is removed.',

  reloaded: 'Read settings and connections again; the log says what changed.',
  nothingReloaded: 'Read settings and connections again. Nothing changed.',
  statusRuns: {
    one: 'Runs {count} connection',
    other: 'Runs {count} connections',
  } satisfies CountedText,
  statusStopping: 'Stopping: open sessions may finish',
} as const);

/** Labels of `hcm service status`. */
export const serviceLabelTexts = localised({
  service: 'Service',
  state: 'State',
  enabled: 'Starts with the system',
  processId: 'Process',
  dataFolder: 'Data folder',
  host: 'Host',
} as const satisfies Record<string, string>);

export const serviceWordTexts = localised({
  notInstalled: 'Not installed',
  running: 'Running',
  starting: 'Starting',
  stopping: 'Stopping',
  stopped: 'Stopped',
  failed: 'Failed',
  yes: 'Yes',
  no: 'No',
  none: '–',
  answers: 'Version {version}, {connected} of {count} connected',
  noAnswer: '{title} ({code})',
} as const satisfies Record<string, string>);

/** What `--dry-run` shows in front of each step. */
export const serviceStepTexts = localised({
  write: 'Write {file} (mode {mode}):',
  remove: 'Remove {file}, if install wrote it',
  makeFolder: 'Make the folder {file}',
  removeFolder: 'Delete the folder {file} with all that is in it',
  expect: 'Expect {file} to be there',
  run: 'Run {name}',
  runUnless: 'Run {name} unless this ends with 0: {condition}',
} as const satisfies Record<string, string>);
