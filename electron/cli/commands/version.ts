/** `hcm version`: the bare number, so that a script can use it as it is. */
import type { Command } from 'commander';
import { enCliUsage } from '../../contract/messages/en-cli.ts';
import type { Cli } from '../cli.ts';
import { outputOption, type OutputOption } from '../output-format.ts';
import { renderJson } from '../render/json.ts';
import { productVersion } from '../version.ts';

export function addVersionCommand(program: Command, { io }: Cli): void {
  program
    .command('version')
    .description(enCliUsage.version)
    .addOption(outputOption())
    .action(({ output }: OutputOption) => {
      io.output.write(output === 'json' ? renderJson({ version: productVersion }) : `${productVersion}\n`);
    });
}
