/** What every command is given: the world outside, the way to a host, and where its exit code goes. */
import type { Command } from 'commander';
import type { Host } from '../contract/api.ts';
import type { CliIo } from './cli-io.ts';
import type { LiveAccess } from './live-access.ts';

/** The host that runs, or the store of its data folder while none does. */
export interface HostAccess {
  readonly host: Host;
  readonly running: boolean;
}

/** Calls `work` with the host and lets go of it afterwards. */
export type WithHost = <Value>(io: CliIo, work: (access: HostAccess) => Promise<Value>) => Promise<Value>;

export interface Cli {
  readonly io: CliIo;
  readonly withHost: WithHost;
  /** For commands that show a host as it changes. */
  readonly live: LiveAccess;
  exitCode: number;
}

/** Adds one command to the program. */
export type AddCommand = (program: Command, cli: Cli) => void;
