/**
 * One run of `hcm`: arguments in, exit code out. Errors become text on the error output and an exit code here, and
 * nowhere else.
 */
import { Command, CommanderError } from 'commander';
import { HcmError, toErrorData } from '../contract/errors.ts';
import { speak } from '../contract/messages/language.ts';
import { cliUsageTexts } from '../contract/messages/texts/cli.ts';
import type { AddCommand, Cli, WithHost } from './cli.ts';
import type { CliIo } from './cli-io.ts';
import { cliLanguage } from './cli-language.ts';
import { addAccountCommand } from './commands/account.ts';
import { addAddCommand } from './commands/add.ts';
import { addApplyCommand } from './commands/apply.ts';
import { addCompletionCommand } from './commands/completion.ts';
import { addConfigCommand } from './commands/config.ts';
import { addDemoCommand } from './commands/demo.ts';
import { addExportCommand } from './commands/export.ts';
import { addForwardCommand } from './commands/forward.ts';
import { addImportCommand } from './commands/import.ts';
import { addListCommand } from './commands/list.ts';
import { addLoginCommand } from './commands/login.ts';
import { addLogoutCommand } from './commands/logout.ts';
import { addLogsCommand } from './commands/logs.ts';
import { addPlanCommand } from './commands/plan.ts';
import { addProxyCommand } from './commands/proxy.ts';
import { addRelayCommand } from './commands/relay.ts';
import { addRemoveCommand } from './commands/remove.ts';
import { addRestartCommand } from './commands/restart.ts';
import { addRotateKeysCommand } from './commands/rotate-keys.ts';
import { addRunCommand } from './commands/run.ts';
import { addServiceCommand } from './commands/service.ts';
import { addSessionsCommand } from './commands/sessions.ts';
import { addShowCommand } from './commands/show.ts';
import { addStartCommand, addStopCommand } from './commands/start-stop.ts';
import { addStatusCommand } from './commands/status.ts';
import { addSyncKeysCommand } from './commands/sync-keys.ts';
import { addTestCommand } from './commands/test.ts';
import { addUpdateCommand } from './commands/update.ts';
import { addVersionCommand } from './commands/version.ts';
import { exitCodeOf, exitCodes } from './exit-codes.ts';
import { addHelpExamples } from './help-examples.ts';
import { liveAccess, type LiveAccess } from './live-access.ts';
import { normaliseArguments } from './normalise-arguments.ts';
import { OutputManners } from './output-manners.ts';
import { printError } from './print-error.ts';
import { productVersion } from './version.ts';
import { wrongUse, wrongUseOfParser } from './wrong-use.ts';

const commands: readonly AddCommand[] = [
  addAddCommand,
  addListCommand,
  addShowCommand,
  addStatusCommand,
  addRemoveCommand,
  addStartCommand,
  addStopCommand,
  addRestartCommand,
  addSessionsCommand,
  addTestCommand,
  addLogsCommand,
  addUpdateCommand,
  addConfigCommand,
  addPlanCommand,
  addApplyCommand,
  addExportCommand,
  addImportCommand,
  addLoginCommand,
  addLogoutCommand,
  addAccountCommand,
  addSyncKeysCommand,
  addRotateKeysCommand,
  addProxyCommand,
  addRunCommand,
  addServiceCommand,
  addForwardCommand,
  addRelayCommand,
  addDemoCommand,
  addCompletionCommand,
  addVersionCommand,
];

/** Never rejects. */
export async function runCli(
  argv: readonly string[],
  io: CliIo,
  withHost: WithHost,
  live: LiveAccess = liveAccess,
): Promise<number> {
  await speak(cliLanguage(io));
  const manners = new OutputManners(io);
  const cli: Cli = { io: manners.io, withHost, live, exitCode: exitCodes.done };
  const words = normaliseArguments(argv);
  try {
    const program = createProgram(cli, manners);
    if (words.length === 0) {
      io.errors.write(program.helpInformation());
      throw wrongUse('noCommand');
    }
    await program.parseAsync([...words], { from: 'user' });
    return cli.exitCode;
  } catch (thrown) {
    const error = thrown instanceof CommanderError ? wrongUseOfParser(thrown, words) : thrown;
    if (error === null) return exitCodes.done;
    printError(io.errors, error);
    return exitCodeOf(error instanceof HcmError ? error.code : toErrorData(error).code);
  }
}

/** Exported for the reference of all commands (docs/cli.md). */
export function createProgram(cli: Cli, manners: OutputManners): Command {
  const program = new Command('hcm')
    .description(cliUsageTexts.program)
    .version(productVersion, '--version', cliUsageTexts.version)
    .helpOption('-h, --help', cliUsageTexts.help)
    .helpCommand('help [command]', cliUsageTexts.help)
    .addHelpText('after', `\n${cliUsageTexts.after}`)
    .configureOutput({
      writeOut: (text) => cli.io.output.write(text),
      // What the parser says of errors may repeat an argument, and that may be a connection string.
      writeErr: () => undefined,
      outputError: () => undefined,
    })
    .exitOverride();
  manners.addOptions(program);
  for (const addCommand of commands) addCommand(program, cli);
  addHelpExamples(program);
  return program;
}
