// @ts-check
/** Runs a program in the foreground as if it had been started in this one's place: same terminal, same signals, same end. */
import { spawn } from 'node:child_process';

/** @type {readonly NodeJS.Signals[]} */
const passedOn = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Never returns before the program ended; ends this process the same way.
 * @param {string} command
 * @param {readonly string[]} words
 * @param {NodeJS.ProcessEnv} environment
 */
export async function runToEnd(command, words, environment) {
  const child = spawn(command, words, { stdio: 'inherit', env: environment });
  /** @param {NodeJS.Signals} signal */
  const passOn = (signal) => {
    // A terminal sends Ctrl+C to every program in it; a second one would mean "at once".
    if (signal === 'SIGINT' && process.stdin.isTTY) return;
    child.kill(signal);
  };
  for (const signal of passedOn) process.on(signal, passOn);
  /** @type {{ code: number | null, signal: NodeJS.Signals | null }} */
  const ended = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ code, signal }));
  });
  for (const signal of passedOn) process.off(signal, passOn);
  if (ended.signal === null) process.exitCode = ended.code ?? 1;
  else process.kill(process.pid, ended.signal);
}
