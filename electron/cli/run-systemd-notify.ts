/** Runs `systemd-notify` once, for seconds at the most; where it isn't, that is the answer. */
import { spawn } from 'node:child_process';
import { errnoOf } from '../engine/store/file-error.ts';
import type { RunNotify } from './systemd-notices.ts';

const timeoutMs = 5_000;

export function systemdNotify(environment: Readonly<Record<string, string | undefined>>): RunNotify {
  return (assignments) =>
    new Promise((resolve) => {
      const child = spawn('systemd-notify', assignments, {
        env: environment,
        stdio: 'ignore',
        timeout: timeoutMs,
        killSignal: 'SIGKILL',
      });
      child.once('error', (error) => resolve(errnoOf(error) === 'ENOENT' ? null : 1));
      child.once('close', (exitCode) => resolve(exitCode ?? 1));
    });
}
