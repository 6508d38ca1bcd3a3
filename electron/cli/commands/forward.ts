/** `hcm forward`: the app's side. Listens on a local port; each connection to it goes through the Hybrid Connection. */
import type { Command } from 'commander';
import { parseConnectionString, type RelayTarget } from '../../contract/connection-string.ts';
import { HcmError } from '../../contract/errors.ts';
import { formatHostPort } from '../../contract/host-port.ts';
import { cliSentenceTexts, cliUsageTexts } from '../../contract/messages/texts/cli.ts';
import { fillText } from '../../contract/messages/message-text.ts';
import { startSender, type SenderEvent } from '../../local-relay/sender.ts';
import { readCaFile } from '../ca-file.ts';
import type { Cli } from '../cli.ts';
import type { CliIo } from '../cli-io.ts';
import { exitCodes } from '../exit-codes.ts';
import { environmentDialer } from '../environment-dialer.ts';
import { readExtraCaPem } from '../extra-ca.ts';
import { readAddressOption, readPortOption } from '../option-values.ts';
import { streamFormat, streamOption, type StreamFormat, type StreamOption } from '../output-format.ts';
import { printError } from '../print-error.ts';
import { printNotices, printProblems } from '../print-findings.ts';
import { renderJsonLine } from '../render/json.ts';
import { readSecretInput } from '../secret-input.ts';
import { listenForStop } from '../stop-signal.ts';

interface ForwardOptions extends StreamOption {
  readonly port: string;
  readonly bind: string;
  readonly caFile?: string;
  readonly connectionStringFile?: string;
}

export function addForwardCommand(program: Command, cli: Cli): void {
  program
    .command('forward')
    .description(cliUsageTexts.forward)
    .argument('[connection-string]', cliUsageTexts.forwardString)
    .requiredOption('--port <port>', cliUsageTexts.forwardPort)
    .option('--bind <address>', cliUsageTexts.forwardBind, '127.0.0.1')
    .option('--connection-string-file <file>', cliUsageTexts.connectionStringFile)
    .option('--ca-file <file>', cliUsageTexts.addCaFile)
    .addOption(streamOption())
    .action((argument: string | undefined, options: ForwardOptions) => forward(cli, argument, options));
}

async function forward(cli: Cli, argument: string | undefined, options: ForwardOptions): Promise<void> {
  const { io } = cli;
  const port = readPortOption(options.port);
  const bindAddress = readAddressOption('--bind', options.bind);
  const caPem = options.caFile === undefined ? null : await readCaFile(options.caFile);
  const extraCaPem = await readExtraCaPem(io);
  const text = await readSecretInput(io, { argument, file: options.connectionStringFile });
  const target = readTarget(io, text);
  if (target === null) {
    cli.exitCode = exitCodes.failed;
    return;
  }
  const stop = listenForStop(io);
  try {
    const format = streamFormat(io, options);
    const onEvent = (event: SenderEvent): void => printEvent(io, format, event);
    const sender = await startSender({
      ...{ target, bindAddress, port, caPem, extraCaPem, platform: io.platform, onEvent },
      dialer: environmentDialer(io, extraCaPem),
    });
    printListening(io, format, formatHostPort({ host: bindAddress, port: sender.port }), target);
    await stop.asked;
    await sender.close();
  } finally {
    stop.dispose();
  }
}

function readTarget(io: CliIo, text: string): RelayTarget | null {
  const parsed = parseConnectionString(text, { purpose: 'send' });
  if (parsed.outcome === 'refused') {
    printProblems(io.errors, parsed.problems);
    return null;
  }
  if (parsed.outcome === 'biztalk') throw new HcmError('HCM1016', { host: parsed.value.host });
  printNotices(io.notes, parsed.notices);
  return parsed.value;
}

function printListening(io: CliIo, format: StreamFormat, address: string, target: RelayTarget): void {
  const { entityPath: name, host } = target;
  io.output.write(
    format === 'json'
      ? renderJsonLine({ event: 'listening', address, name, host })
      : `${fillText(cliSentenceTexts.forwarding, { address, name, host })}\n`,
  );
}

/** On a terminal only refusals are told: each explains why an app just got nothing. */
function printEvent(io: CliIo, format: StreamFormat, event: SenderEvent): void {
  if (format === 'json') {
    const code = event.type === 'refused' ? { code: event.error.code } : {};
    io.output.write(renderJsonLine({ event: event.type, sessionId: event.sessionId, ...code }));
  } else if (event.type === 'refused') printError(io.errors, event.error);
}
