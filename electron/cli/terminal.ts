/** The world outside as the commands see it, made of a real process. Owns the process's stream and signal listeners. */
import { realpathSync } from 'node:fs';
import { homedir, hostname, userInfo } from 'node:os';
import type { CliIo, CliOutput, CliScreen } from './cli-io.ts';

/** What may wait for a reader that doesn’t read; what comes then is dropped. */
const maxWaitingBytes = 16 * 1024 * 1024;

/** Of a terminal that doesn’t say how large it is. */
const usualSize = { columns: 80, rows: 24 };

export function terminalIo(host: NodeJS.Process): CliIo {
  const errors = outputTo(host.stderr);
  const stopSignals =
    host.platform === 'win32' ? (['SIGINT', 'SIGTERM', 'SIGHUP'] as const) : (['SIGINT', 'SIGTERM'] as const);
  return {
    input: {
      get isTerminal() {
        return host.stdin.isTTY;
      },
      get stream() {
        return host.stdin;
      },
      setRawMode: (on) => {
        if (host.stdin.isTTY) host.stdin.setRawMode(on);
      },
    },
    output: outputTo(host.stdout),
    errors,
    notes: errors,
    isQuiet: false,
    hasColors: host.stdout.isTTY && mayColor(host.env),
    screen: screenOf(host.stdout),
    environment: host.env,
    platform: host.platform,
    processId: host.pid,
    uid: host.getuid?.() ?? 0,
    userName: userName(),
    machine: hostname(),
    homeFolder: homeFolder(),
    workingFolder: host.cwd(),
    onStopSignal: (listener) => {
      const own = (): void => listener();
      for (const signal of stopSignals) host.on(signal, own);
      return () => {
        for (const signal of stopSignals) host.removeListener(signal, own);
      };
    },
    onReloadSignal: (listener) => {
      if (host.platform === 'win32') return () => undefined;
      const own = (): void => listener();
      host.on('SIGHUP', own);
      return () => void host.removeListener('SIGHUP', own);
    },
    program: programWords(host),
    exitAtOnce: (code) => host.exit(code),
  };
}

function outputTo(stream: NodeJS.WriteStream): CliOutput {
  // A reader that has gone (`hcm list | head -1`) is no failure of ours; a host goes on without its listener.
  let isGone = false;
  stream.on('error', () => void (isGone = true));
  return {
    isTerminal: stream.isTTY,
    get isGone() {
      return isGone || stream.destroyed;
    },
    write: (text) => {
      if (!stream.destroyed && stream.writableLength < maxWaitingBytes) stream.write(text);
    },
    drained: () => new Promise((resolve) => stream.write('', () => resolve())),
  };
}

/** `NO_COLOR` counts with any value but an empty one (no-color.org). */
function mayColor({ NO_COLOR, TERM }: NodeJS.ProcessEnv): boolean {
  return (NO_COLOR ?? '') === '' && TERM !== 'dumb';
}

function screenOf(stream: NodeJS.WriteStream): CliScreen {
  // Some terminals, such as serial lines, say 0.
  return {
    get columns() {
      return stream.columns || usualSize.columns;
    },
    get rows() {
      return stream.rows || usualSize.rows;
    },
    onResize: (listener) => {
      const own = (): void => listener();
      stream.on('resize', own);
      return () => void stream.removeListener('resize', own);
    },
  };
}

/** A link, such as a package manager makes, may be another one tomorrow. */
function programWords({ execPath, argv }: NodeJS.Process): readonly string[] {
  const [, script] = argv;
  if (script === undefined || script === execPath) return [execPath];
  try {
    return [execPath, realpathSync(script)];
  } catch {
    return [execPath, script];
  }
}

/** An account without a name has none either, as in some containers; `HCM_HOME` says then where the data folder is. */
function homeFolder(): string {
  try {
    return homedir();
  } catch {
    return '/';
  }
}

/** Empty where the account has no name, as for some containers. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return '';
  }
}
