/** `hcm version`: the bare number, so that a script can use it as it is. */
import type { Command } from 'commander';
import { enCliUsage } from '../../contract/messages/en-cli.ts';
import type { Cli } from '../cli.ts';
import { outputOption, writeAnswer, type OutputOption } from '../output-format.ts';
import { productVersion } from '../version.ts';

export function addVersionCommand(program: Command, { io }: Cli): void {
  program
    .command('version')
    .description(enCliUsage.version)
    .addOption(outputOption())
    .action(({ output = 'table' }: OutputOption) =>
      writeAnswer(io, { output }, { version: productVersion }, () => `${productVersion}\n`),
    );
}
