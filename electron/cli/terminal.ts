/** The world outside as the commands see it, made of a real process. Owns the process's stream and signal listeners. */
import { homedir, hostname, userInfo } from 'node:os';
import type { CliIo, CliOutput } from './cli-io.ts';

/** What may wait for a reader that doesn’t read; what comes then is dropped. */
const maxWaitingBytes = 16 * 1024 * 1024;

export function terminalIo(host: NodeJS.Process): CliIo {
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
    errors: outputTo(host.stderr),
    environment: host.env,
    platform: host.platform,
    processId: host.pid,
    uid: host.getuid?.() ?? 0,
    userName: userName(),
    machine: hostname(),
    homeFolder: homedir(),
    workingFolder: host.cwd(),
    onStopSignal: (listener) => {
      const own = (): void => listener();
      host.on('SIGINT', own);
      host.on('SIGTERM', own);
      return () => {
        host.removeListener('SIGINT', own);
        host.removeListener('SIGTERM', own);
      };
    },
    exitAtOnce: (code) => host.exit(code),
  };
}

function outputTo(stream: NodeJS.WriteStream): CliOutput {
  // A reader that has gone (`hcm list | head -1`) is no failure of ours; a host goes on without its listener.
  stream.on('error', () => undefined);
  return {
    isTerminal: stream.isTTY,
    write: (text) => {
      if (!stream.destroyed && stream.writableLength < maxWaitingBytes) stream.write(text);
    },
  };
}

/** Empty where the account has no name, as for some containers. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return '';
  }
}
