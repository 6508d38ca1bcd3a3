/** `hcm export`: all connections of this host as a file that `hcm import` reads; their keys only under a passphrase. */
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { HcmError } from '../../contract/errors.ts';
import {
  portableCountTexts,
  portableSentenceTexts,
  portableUsageTexts,
} from '../../contract/messages/texts/cli-portable.ts';
import { fillCounted, fillText } from '../../contract/messages/message-text.ts';
import { askedBy } from '../asked-by.ts';
import type { Cli } from '../cli.ts';
import { exitCodes } from '../exit-codes.ts';
import { outputOption, writeConfirmation, type OutputOption } from '../output-format.ts';
import { newPassphrase } from '../portable/passphrase.ts';
import { writeExportFile } from '../portable/write-export-file.ts';
import { printable } from '../render/table.ts';
import { standardInput as standardOutput } from '../secret-input.ts';

interface ExportOptions extends OutputOption {
  readonly passphraseFile?: string;
  readonly withoutSecrets?: boolean;
  readonly force?: boolean;
}

export function addExportCommand(program: Command, cli: Cli): void {
  program
    .command('export')
    .description(portableUsageTexts.export)
    .argument('[file]', portableUsageTexts.exportFile)
    .option('--passphrase-file <file>', portableUsageTexts.passphraseFile)
    .option('--without-secrets', portableUsageTexts.withoutSecrets)
    .option('--force', portableUsageTexts.force)
    .addOption(outputOption())
    .action((file: string | undefined, options: ExportOptions) => exportConnections(cli, file, options));
}

async function exportConnections(
  cli: Cli,
  file: string = standardOutput,
  options: ExportOptions,
): Promise<void> {
  const { io, withHost } = cli;
  const { withoutSecrets = false, passphraseFile, force = false } = options;
  if (withoutSecrets && passphraseFile !== undefined) {
    throw new HcmError('HCM1060', { reason: portableSentenceTexts.secretsContradiction });
  }
  const passphrase = withoutSecrets ? null : await newPassphrase(io, passphraseFile);
  const made = await withHost(io, ({ host }) => host.call('portable.export', { passphrase, ...askedBy(io) }));
  for (const name of made.withoutKey) {
    io.errors.write(`${printable(fillText(portableSentenceTexts.keyLeftOut, { name }))}\n`);
    cli.exitCode = exitCodes.failed;
  }
  if (file === standardOutput) {
    io.output.write(made.text);
    return;
  }
  await writeExportFile(resolve(io.workingFolder, file), made.text, force);
  const { connections, withoutKey } = made;
  const answer = { file, connections, withSecrets: !withoutSecrets, withoutKey };
  const sentence = withoutSecrets ? portableCountTexts.exportedWithoutTo : portableCountTexts.exportedTo;
  writeConfirmation(
    io,
    options,
    answer,
    () => `${printable(fillCounted(sentence, connections, { file }))}\n`,
  );
}
