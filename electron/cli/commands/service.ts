/** `hcm service`: the host as a service of the system, from its start and with nobody signed in. */
import { join } from 'node:path';
import type { Command } from 'commander';
import { HcmError } from '../../contract/errors.ts';
import { cliControlTexts } from '../../contract/messages/texts/cli-control.ts';
import { cliServiceTexts } from '../../contract/messages/texts/cli-service.ts';
import { fillText } from '../../contract/messages/message-text.ts';
import type { Cli } from '../cli.ts';
import type { CliIo } from '../cli-io.ts';
import { exitCodes } from '../exit-codes.ts';
import { outputOption, writeAnswer, writeConfirmation, type OutputOption } from '../output-format.ts';
import { askYesNo } from '../prompts.ts';
import { askHost } from '../service/ask-host.ts';
import { performSteps } from '../service/perform-steps.ts';
import { serviceKeeper } from '../service/service-keeper.ts';
import { linuxAdminGroup, linuxViewerGroup } from '../service/service-names.ts';
import { requireReachable } from '../service/service-program.ts';
import type { ServiceKeeper, Step } from '../service/service-plan.ts';
import { renderServiceStatus, renderSteps } from '../service/service-rows.ts';
import { localSystem } from '../service/service-system.ts';
import { wrongUse } from '../wrong-use.ts';

interface DoOptions extends OutputOption {
  readonly dryRun?: true;
  readonly root?: string;
}

interface InstallOptions extends DoOptions {
  readonly start?: true;
  readonly program?: string;
  readonly viewers?: true;
}

interface UninstallOptions extends DoOptions {
  readonly purge?: true;
  readonly yes?: true;
}

export function addServiceCommand(program: Command, cli: Cli): void {
  const service = program.command('service').description(cliServiceTexts.service);
  const add = (name: string, description: string): Command =>
    service.command(name).description(description).addOption(outputOption());
  add('install', cliServiceTexts.install)
    .option('--start', cliServiceTexts.installStart)
    .option('--program <file>', cliServiceTexts.installProgram)
    .option('--viewers', fillText(cliControlTexts.installViewers, { group: linuxViewerGroup }))
    .option('--root <folder>', cliServiceTexts.installRoot)
    .option('--dry-run', cliServiceTexts.dryRun)
    .action((options: InstallOptions) => install(cli.io, options));
  add('uninstall', cliServiceTexts.uninstall)
    .option('--purge', cliServiceTexts.uninstallPurge)
    .option('--yes', cliServiceTexts.uninstallYes)
    .option('--root <folder>', cliServiceTexts.installRoot)
    .option('--dry-run', cliServiceTexts.dryRun)
    .action((options: UninstallOptions) => uninstall(cli, options));
  for (const verb of ['start', 'stop'] as const) {
    add(verb, cliServiceTexts[verb])
      .option('--dry-run', cliServiceTexts.dryRun)
      .action((options: DoOptions) => startOrStop(cli.io, verb, options));
  }
  add('status', cliServiceTexts.status).action((options: OutputOption) => status(cli, options));
}

async function install(io: CliIo, options: InstallOptions): Promise<void> {
  const { start = false, viewers = false, root, program } = options;
  if (start && root !== undefined) throw wrongUse('contradiction', { name: '--start' });
  if (viewers && io.platform !== 'linux') throw wrongUse('contradiction', { name: '--viewers' });
  const keeper = serviceKeeper(io, root);
  const words = program === undefined ? io.program : [program];
  requireReachable(io.platform, words);
  if (!(await perform(io, options, keeper.install({ program: words, start, viewers }), 'install'))) return;
  const done = { installed: true, started: start };
  if (root !== undefined) {
    // Starting it and letting people in is for the system below that folder, once it runs.
    confirm(io, options, keeper, done, [cliServiceTexts.installedBelow]);
    return;
  }
  const sentence = start ? cliServiceTexts.installedAndStarted : cliServiceTexts.installed;
  const more = io.platform === 'linux' ? whoMayEnter(viewers) : [];
  confirm(io, options, keeper, done, [sentence, ...more]);
}

/** Whoever installed it knows the account that controls it; the others have to be let in. */
function whoMayEnter(viewers: boolean): readonly string[] {
  const { whoMayControl, whoMayLook } = cliControlTexts;
  const look = viewers ? [fillText(whoMayLook, { group: linuxViewerGroup })] : [];
  return [fillText(whoMayControl, { group: linuxAdminGroup }), ...look];
}

async function uninstall(cli: Cli, options: UninstallOptions): Promise<void> {
  const { io } = cli;
  const { purge = false, yes = false, dryRun = false, root } = options;
  const keeper = serviceKeeper(io, root);
  const folder = below(root, keeper.dataFolder);
  if (purge && !yes && !dryRun) {
    if (!(io.input.isTerminal && io.errors.isTerminal)) throw wrongUse('needsYes');
    if (!(await askYesNo(io, fillText(cliServiceTexts.purgeQuestion, { folder })))) {
      io.errors.write(`${cliServiceTexts.notRemoved}\n`);
      cli.exitCode = exitCodes.failed;
      return;
    }
  }
  if (root === undefined && !dryRun) await requireInstalled(io, keeper, 'uninstall');
  if (!(await perform(io, options, keeper.uninstall({ purge }), 'uninstall'))) return;
  const sentence = purge ? cliServiceTexts.purged : cliServiceTexts.uninstalled;
  confirm(io, options, keeper, { installed: false, purged: purge }, [sentence]);
}

async function startOrStop(io: CliIo, verb: 'start' | 'stop', options: DoOptions): Promise<void> {
  const keeper = serviceKeeper(io);
  if (options.dryRun !== true) await requireInstalled(io, keeper, verb);
  if (!(await perform(io, options, keeper[verb](), verb))) return;
  const sentence = verb === 'start' ? cliServiceTexts.started : cliServiceTexts.stopped;
  confirm(io, options, keeper, { running: verb === 'start' }, [sentence]);
}

async function status(cli: Cli, options: OutputOption): Promise<void> {
  const { io } = cli;
  const keeper = serviceKeeper(io);
  const system = localSystem(io);
  const answers = [];
  for (const question of keeper.questions) answers.push(await system.run(question));
  const state = keeper.readState(answers);
  const dataFolder = state.dataFolder ?? keeper.dataFolder;
  const shown = {
    service: keeper.serviceName,
    ...state,
    dataFolder,
    host: await askHost(io, dataFolder),
  };
  writeAnswer(io, options, shown, () => renderServiceStatus(shown));
  if (state.state !== 'running') cli.exitCode = exitCodes.needsHost;
}

/** @returns false when it was only shown. */
async function perform(
  io: CliIo,
  options: DoOptions,
  steps: readonly Step[],
  verb: string,
): Promise<boolean> {
  const { root, dryRun = false } = options;
  if (dryRun) {
    writeAnswer(io, options, { steps }, () => renderSteps(steps, io.platform));
    return false;
  }
  if (root === undefined) requireRights(io, verb);
  await performSteps(localSystem({ ...io, ...(root === undefined ? {} : { root }) }), steps);
  return true;
}

/** Where a path of a system lies that lies in a folder here. */
function below(root: string | undefined, path: string): string {
  return root === undefined ? path : join(root, path);
}

function confirm(
  io: CliIo,
  options: DoOptions,
  { serviceName, dataFolder, file }: ServiceKeeper,
  done: object,
  sentences: readonly string[],
): void {
  const value = { service: serviceName, file, dataFolder, ...done };
  const { root = '/' } = options;
  const details = { name: serviceName, folder: below(options.root, dataFolder), root };
  writeConfirmation(io, options, value, () =>
    sentences.map((sentence) => `${fillText(sentence, details)}\n`).join(''),
  );
}

/** On Windows the system's own programs refuse. */
function requireRights({ platform, uid }: CliIo, verb: string): void {
  if (platform === 'win32' || uid === 0) return;
  throw new HcmError('HCM5020', { name: `sudo hcm service ${verb}` });
}

async function requireInstalled(
  io: CliIo,
  { file, serviceName }: ServiceKeeper,
  verb: string,
): Promise<void> {
  requireRights(io, verb);
  if (!(await localSystem(io).exists(file))) throw new HcmError('HCM5025', { name: serviceName });
}
