/**
 * Runs one program of the system to its end. What is secret goes in through its standard input, never through its
 * arguments, which every user of the computer can read.
 */
import { spawn } from 'node:child_process';

export interface ProgramCall {
  /** Absolute path: a search path could lead to somebody else's program. */
  readonly file: string;
  readonly args: readonly string[];
  readonly input?: string;
}

export type RunProgram = (call: ProgramCall) => Promise<string>;

const timeoutMs = 30_000;
const maxOutputBytes = 64 * 1024;

/** @returns its standard output. Fails on any other exit code than 0; the error holds the code and nothing it printed. */
export const runProgram: RunProgram = ({ file, args, input = '' }) =>
  new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      stdio: ['pipe', 'pipe', 'ignore'],
      windowsHide: true,
      timeout: timeoutMs,
    });
    const output: Buffer[] = [];
    let outputBytes = 0;
    child.stdout.on('data', (chunk: Buffer) => {
      outputBytes += chunk.length;
      if (outputBytes > maxOutputBytes) child.kill();
      else output.push(chunk);
    });
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (code === 0 && outputBytes <= maxOutputBytes) resolve(Buffer.concat(output).toString('utf8'));
      else reject(new Error(`program ended with ${code ?? signal ?? 'nothing'}`));
    });
    // A program that ends without reading is judged by its exit code.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
