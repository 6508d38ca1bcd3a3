/** `hcm list`: all connections; without a host the stored ones, with a note that says so. */
import type { Command } from 'commander';
import { connectionRow } from '../../contract/connection-row.ts';
import { cliSentenceTexts, cliUsageTexts } from '../../contract/messages/texts/cli.ts';
import type { Cli } from '../cli.ts';
import { outputOption, writeAnswer, type OutputOption } from '../output-format.ts';
import { paintFor } from '../paint.ts';
import { renderConnectionTable } from '../render/connection-list.ts';

export function addListCommand(program: Command, cli: Cli): void {
  program
    .command('list')
    .description(cliUsageTexts.list)
    .addOption(outputOption())
    .action((options: OutputOption) => list(cli, options));
}

async function list({ io, withHost }: Cli, options: OutputOption): Promise<void> {
  const { connections, running } = await withHost(io, async (access) => ({
    running: access.running,
    connections: (await access.host.call('connections.snapshot', {})).connections,
  }));
  if (!running && connections.length > 0) io.notes.write(`${cliSentenceTexts.noHost}\n`);
  writeAnswer(io, options, connections.map(connectionRow), () =>
    connections.length === 0
      ? `${cliSentenceTexts.noConnections}\n`
      : renderConnectionTable(connections, Date.now(), paintFor(io)),
  );
}
