/**
 * `hcm apply`: makes the connections of this host what a file says. Shows what it changes, asks on a terminal before it
 * removes anything, and says for each connection how it went.
 */
import type { Command } from 'commander';
import type { Host } from '../../contract/api.ts';
import type { DesiredOutcome } from '../../contract/desired.ts';
import { HcmError } from '../../contract/errors.ts';
import { desiredSentenceTexts, desiredUsageTexts } from '../../contract/messages/texts/cli-desired.ts';
import { fillText } from '../../contract/messages/message-text.ts';
import type { Cli } from '../cli.ts';
import { watchProgress } from '../desired/apply-progress.ts';
import {
  askForPlan,
  hasChanges,
  printPlanNotices,
  readQuestion,
  refuseFaults,
  type DesiredOptions,
  type DesiredQuestion,
} from '../desired/desired-plan.ts';
import { applySettings } from '../desired/settings-changes.ts';
import { exitCodes } from '../exit-codes.ts';
import { isForPeople, outputOption, writeAnswer, type OutputOption } from '../output-format.ts';
import { askYesNo } from '../prompts.ts';
import { removalText, renderOutcome, renderPlan, type ShownPlan } from '../render/desired-changes.ts';
import { standardInput } from '../secret-input.ts';
import { wrongUse } from '../wrong-use.ts';

interface ApplyOptions extends OutputOption, DesiredOptions {
  readonly yes?: true;
}

export function addApplyCommand(program: Command, cli: Cli): void {
  program
    .command('apply')
    .description(desiredUsageTexts.apply)
    .requiredOption('-f, --file <file>', desiredUsageTexts.file)
    .option('--prune', desiredUsageTexts.prune)
    .option('--yes', desiredUsageTexts.yes)
    .addOption(outputOption())
    .action((options: ApplyOptions) => apply(cli, options));
}

async function apply(cli: Cli, options: ApplyOptions): Promise<void> {
  const { io, withHost } = cli;
  const question = await readQuestion(cli, options);
  const planned = await withHost(io, (access) => askForPlan(cli, access, question));
  if (isForPeople(io, options) && !(io.isQuiet && !hasChanges(planned))) io.output.write(renderPlan(planned));
  printPlanNotices(cli, planned);
  if (!hasChanges(planned)) {
    writeScripts(cli, options, { ...planned, results: planned.changes.map(untouched) }, planned);
    return;
  }
  // The question stands outside of the access: nobody else's command waits while a person thinks.
  if (!(await mayApply(cli, options, planned))) {
    io.errors.write(`${desiredSentenceTexts.notApplied}\n`);
    cli.exitCode = exitCodes.failed;
    return;
  }
  const outcome = await withHost(io, ({ host }) => makeItSo(cli, host, question, planned));
  if (isForPeople(io, options)) io.output.write(renderOutcome(outcome, planned.settings.length));
  else writeScripts(cli, options, outcome, planned);
  if (outcome.results.some(({ problem }) => problem !== null)) cli.exitCode = exitCodes.failed;
}

/** Only what is removed needs a yes: nothing else can't be taken back. */
async function mayApply({ io }: Cli, options: ApplyOptions, { changes }: ShownPlan): Promise<boolean> {
  if (options.yes === true || changes.every(({ kind }) => kind !== 'remove')) return true;
  const maySay = io.input.isTerminal && io.errors.isTerminal && options.file !== standardInput;
  if (!maySay) throw wrongUse('needsYes');
  return askYesNo(io, fillText(desiredSentenceTexts.removeQuestion, { remove: removalText(changes) }));
}

/** The host plans anew; what is removed is what was shown, or nothing is done. */
async function makeItSo(
  cli: Cli,
  host: Host,
  question: DesiredQuestion,
  shown: ShownPlan,
): Promise<DesiredOutcome> {
  const now = await askForPlan(cli, { host }, question);
  if (removed(now) !== removed(shown)) throw new HcmError('HCM1075');
  await applySettings(host, now.settings);
  const progress = watchProgress(cli.io, host, now.changes);
  try {
    const outcome = await host.call('desired.apply', question.input);
    if (outcome.faults.length > 0) throw refuseFaults(cli, question, outcome.faults);
    return outcome;
  } finally {
    progress();
  }
}

function removed({ changes }: ShownPlan): string {
  return changes
    .filter(({ kind }) => kind === 'remove')
    .map(({ id }) => id)
    .sort()
    .join();
}

function untouched({ id }: ShownPlan['changes'][number]): DesiredOutcome['results'][number] {
  return { id, problem: null };
}

function writeScripts(
  { io }: Cli,
  options: ApplyOptions,
  { changes, results }: { readonly [Part in 'changes' | 'results']: Readonly<DesiredOutcome[Part]> },
  { settings }: ShownPlan,
): void {
  if (isForPeople(io, options)) return;
  const told = changes.map((change, index) => ({
    ...change,
    id: results[index]?.id ?? change.id,
    problem: results[index]?.problem ?? null,
  }));
  writeAnswer(io, options, { changes: told, settings }, () => '');
}
