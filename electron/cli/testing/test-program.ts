/** The program as the parser knows it, for tests of its shape: it reads command lines and does nothing. */
import type { Command } from 'commander';
import { exitCodes } from '../exit-codes.ts';
import { liveAccess } from '../live-access.ts';
import { OutputManners } from '../output-manners.ts';
import { createProgram } from '../run-cli.ts';
import { storeOfViews } from './store-of-views.ts';
import { createTestIo } from './test-io.ts';

export function createTestProgram(): Command {
  const manners = new OutputManners(createTestIo());
  const { withHost } = storeOfViews([]);
  const cli = { io: manners.io, withHost, live: liveAccess, exitCode: exitCodes.done };
  const program = createProgram(cli, manners);
  silence(program);
  return program;
}

function silence(command: Command): void {
  if (command.commands.length === 0) command.action(() => undefined);
  for (const below of command.commands) silence(below);
}
