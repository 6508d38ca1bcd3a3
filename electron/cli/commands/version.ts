/**
 * `hcm version`: the bare number, so that a script can use it as it is. With `--check` the host asks the feed of releases,
 * the one that runs or the one that would; the exit code says whether there is a newer one.
 */
import { Option, type Command } from 'commander';
import type { VersionCheck } from '../../contract/answer-schemas.ts';
import { HcmError } from '../../contract/errors.ts';
import { cliUsageTexts } from '../../contract/messages/texts/cli.ts';
import { versionUsageTexts } from '../../contract/messages/texts/cli-version.ts';
import { updateChannels, type UpdateChannel } from '../../contract/update-choices.ts';
import type { HostUpdates } from '../../contract/updates.ts';
import type { Cli } from '../cli.ts';
import { exitCodes } from '../exit-codes.ts';
import { outputOption, writeAnswer, type OutputOption } from '../output-format.ts';
import { renderVersionCheck } from '../render/version-check.ts';
import { productVersion } from '../version.ts';

interface VersionOptions extends OutputOption {
  readonly check?: true;
  readonly channel?: UpdateChannel;
}

export function addVersionCommand(program: Command, cli: Cli): void {
  const channel = new Option('--channel <channel>', versionUsageTexts.channel);
  program
    .command('version')
    .description(cliUsageTexts.version)
    .option('--check', versionUsageTexts.check)
    .addOption(channel.choices(updateChannels).implies({ check: true }))
    .addOption(outputOption())
    .action((options: VersionOptions) => (options.check === true ? check(cli, options) : show(cli, options)));
}

function show({ io }: Cli, { output = 'table' }: VersionOptions): void {
  writeAnswer(io, { output }, { version: productVersion }, () => `${productVersion}\n`);
}

async function check(cli: Cli, options: VersionOptions): Promise<void> {
  const { io, withHost } = cli;
  const { channel } = options;
  const updates = await withHost(io, ({ host }) =>
    host.call('updates.check', channel === undefined ? {} : { channel }),
  );
  // What was known before says nothing about now.
  if (updates.problem !== null) throw new HcmError(updates.problem.code, updates.problem.details);
  const answer = versionCheck(updates);
  writeAnswer(io, options, answer, () => renderVersionCheck(answer, Date.now()));
  if (answer.release !== null) cli.exitCode = exitCodes.changes;
}

function versionCheck({ current, channel, feed, release }: HostUpdates): VersionCheck {
  if (release === null) return { version: current, channel, feed, release };
  const { version, publishedAt, notes, sizeBytes } = release;
  const published = publishedAt === null ? null : new Date(publishedAt).toISOString();
  return { version: current, channel, feed, release: { version, published, notes, sizeBytes } };
}
