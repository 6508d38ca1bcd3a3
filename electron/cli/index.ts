/** Entry of the built `hcm`. The only file of the command line that touches `process`. */
import { errnoOf, toFileError } from '../engine/store/file-error.ts';
import { exitCodes } from './exit-codes.ts';
import { withHost } from './host-access.ts';
import { printError } from './print-error.ts';
import { runCli } from './run-cli.ts';
import { terminalIo } from './terminal.ts';

const argv = process.argv.slice(2);

// A connection string among the arguments stands in the list of processes: the title takes the place of all of them.
if (argv.some((argument) => /SharedAccessKey/i.test(argument))) process.title = 'hcm';

const io = terminalIo(process);

// Node would print the error's message, and nothing is known of what stands in it.
process.on('uncaughtException', (error) => {
  printError(io.errors, error);
  process.exit(1);
});

// A reader that has gone needs nothing more. A backup that a full disk cut off must not look like a good one.
const readerHasGone = ['EPIPE', 'ECONNRESET', 'EOF'];
const cutOff: unknown[] = [];
process.stdout.on('error', (error) => {
  if (cutOff.length > 0 || process.stdout.isTTY || readerHasGone.includes(errnoOf(error))) return;
  cutOff.push(error);
  printError(io.errors, toFileError(error, 'stdout'));
  process.exitCode = exitCodes.failed;
});

const exitCode = await runCli(argv, io, withHost);
process.exitCode = cutOff.length > 0 ? exitCodes.failed : exitCode;
