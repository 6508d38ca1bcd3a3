/** `hcm plan`: what `hcm apply` would change. Changes nothing; the exit code says whether there is anything to change. */
import type { Command } from 'commander';
import { desiredUsageTexts } from '../../contract/messages/texts/cli-desired.ts';
import type { Cli } from '../cli.ts';
import {
  askForPlan,
  hasChanges,
  printPlanNotices,
  readQuestion,
  type DesiredOptions,
} from '../desired/desired-plan.ts';
import { exitCodes } from '../exit-codes.ts';
import { outputOption, writeAnswer, type OutputOption } from '../output-format.ts';
import { renderPlan } from '../render/desired-changes.ts';

interface PlanOptions extends OutputOption, DesiredOptions {}

export function addPlanCommand(program: Command, cli: Cli): void {
  program
    .command('plan')
    .description(desiredUsageTexts.plan)
    .requiredOption('-f, --file <file>', desiredUsageTexts.file)
    .option('--prune', desiredUsageTexts.prune)
    .addOption(outputOption())
    .action((options: PlanOptions) => plan(cli, options));
}

async function plan(cli: Cli, options: PlanOptions): Promise<void> {
  const { io, withHost } = cli;
  const question = await readQuestion(cli, options);
  const planned = await withHost(io, (access) => askForPlan(cli, access, question));
  writeAnswer(io, options, planned, () => renderPlan(planned));
  printPlanNotices(cli, planned);
  if (hasChanges(planned)) cli.exitCode = exitCodes.changes;
}
