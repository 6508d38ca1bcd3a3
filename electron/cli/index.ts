/** Entry of the built `hcm`. The only file of the command line that touches `process`. */
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

process.exitCode = await runCli(argv, io, withHost);
