/** `hcm rotate-keys`: both keys of a connection made anew in Azure, step by step. Asks on a terminal; a script says `--yes`. */
import type { Command } from 'commander';
import type { Host } from '../../contract/api.ts';
import type { RotatedAnswer } from '../../contract/answer-schemas.ts';
import { rotationSteps, type AzureJob } from '../../contract/azure-resource.ts';
import { namespaceOf } from '../../contract/connection-row.ts';
import { HcmError } from '../../contract/errors.ts';
import { azureJobStepTexts } from '../../contract/messages/texts/azure-job.ts';
import { keysSentenceTexts, keysUsageTexts } from '../../contract/messages/texts/cli-keys.ts';
import { fillText } from '../../contract/messages/message-text.ts';
import { askedBy } from '../asked-by.ts';
import type { Cli } from '../cli.ts';
import type { CliIo } from '../cli-io.ts';
import { exitCodes } from '../exit-codes.ts';
import { findConnection } from '../find-connection.ts';
import { outputOption, writeConfirmation, type OutputOption } from '../output-format.ts';
import { printError } from '../print-error.ts';
import { askYesNo } from '../prompts.ts';
import { wrongUse } from '../wrong-use.ts';
import { addChoiceOptions, readChoice, type ChoiceOptions } from './choice-options.ts';

interface RotateOptions extends OutputOption, ChoiceOptions {
  readonly yes?: true;
}

/** Of a job that was stopped by hand. */
const stopCode = 'HCM6002';

export function addRotateKeysCommand(program: Command, cli: Cli): void {
  addChoiceOptions(program.command('rotate-keys').description(keysUsageTexts.rotate))
    .option('--yes', keysUsageTexts.yes)
    .addOption(outputOption())
    .action((text: string | undefined, options: RotateOptions) => rotate(cli, text, options));
}

async function rotate(cli: Cli, text: string | undefined, options: RotateOptions): Promise<void> {
  const { io, withHost } = cli;
  const choice = readChoice(text, options);
  const maySay = io.input.isTerminal && io.errors.isTerminal;
  if (options.yes !== true && !maySay) throw wrongUse('needsYes');
  const {
    id,
    name,
    host: relay,
  } = await withHost(io, async ({ host }) => {
    const { connections } = await host.call('connections.snapshot', {});
    return findConnection(connections, choice).config;
  });
  // The question stands outside of the access: nobody else's command waits while a person thinks.
  if (options.yes !== true && !(await isWanted(io, name))) {
    io.errors.write(`${keysSentenceTexts.notRotated}\n`);
    cli.exitCode = exitCodes.failed;
    return;
  }
  const job = await withHost(io, ({ host }) => follow(io, host, id));
  const done: RotatedAnswer = {
    ...{ id, name, namespace: namespaceOf(relay) },
    steps: job.steps.map(({ step, state, problem }) => ({ step, state, code: problem?.code ?? null })),
  };
  const problem = job.steps.find((step) => step.problem !== null)?.problem;
  if (problem) {
    if (problem.code === stopCode) io.errors.write(`${keysSentenceTexts.stopped}\n`);
    else printError(io.errors, new HcmError(problem.code, problem.details));
    cli.exitCode = exitCodes.failed;
  }
  writeConfirmation(io, options, done, () =>
    problem ? '' : `${fillText(keysSentenceTexts.rotated, { name })}\n`,
  );
}

async function isWanted(io: CliIo, name: string): Promise<boolean> {
  const { rotateSteps, rotateStep, rotateOthers, rotateQuestion } = keysSentenceTexts;
  const lines = rotationSteps.map(
    (step, index) => `  ${fillText(rotateStep, { number: index + 1, step: azureJobStepTexts[step] })}`,
  );
  io.errors.write(`${[fillText(rotateSteps, { name }), ...lines, rotateOthers].join('\n')}\n`);
  return askYesNo(io, rotateQuestion);
}

/** Ctrl+C stops it behind the step under way: half a step could leave nothing to listen with. */
async function follow(io: CliIo, host: Host, connectionId: string): Promise<AzureJob> {
  const { id } = await host.call('azure.startRotation', { id: connectionId, ...askedBy(io) });
  const stopListening = io.onStopSignal(() => {
    io.errors.write(`${keysSentenceTexts.stopping}\n`);
    void host.call('azure.stopJob', { id }).catch(() => undefined);
  });
  try {
    let told = 0;
    for (let after = 0; ;) {
      const job = await host.call('azure.progress', { id, after });
      const done = job.steps.filter(({ state }) => state === 'done');
      for (const { step } of done.slice(told))
        io.notes.write(`${fillText(keysSentenceTexts.stepDone, { step: azureJobStepTexts[step] })}\n`);
      told = done.length;
      if (job.done) return job;
      after = job.revision;
    }
  } finally {
    stopListening();
  }
}
