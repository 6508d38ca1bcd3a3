/** What `hcm plan` and `hcm apply` have in common: the file is read, the host is asked what it would change. */
import { HcmError } from '../../contract/errors.ts';
import type { CallInput } from '../../contract/api.ts';
import { askedBy } from '../asked-by.ts';
import type { Cli, HostAccess } from '../cli.ts';
import { printEndpointNotices } from '../print-findings.ts';
import { renderFaults, type ShownPlan } from '../render/desired-changes.ts';
import { standardInput } from '../secret-input.ts';
import type { FileFault } from './parse-desired-file.ts';
import { readDesiredFile, type Desired } from './read-desired-file.ts';
import { planSettings } from './settings-changes.ts';

export interface DesiredOptions {
  readonly file: string;
  readonly prune?: true;
}

export interface DesiredQuestion extends DesiredOptions {
  readonly desired: Desired;
  readonly input: CallInput<'desired.apply'>;
}

/**
 * Everything that is wrong with the file is on the error output by then.
 * @throws HcmError HCM1061, HCM1074
 */
export async function readQuestion({ io }: Cli, options: DesiredOptions): Promise<DesiredQuestion> {
  const reading = await readDesiredFile(io, options.file);
  if (!reading.ok) throw refuse({ io }, options, reading.faults);
  const { desired } = reading;
  const input = {
    connections: [...desired.connections],
    prune: options.prune === true,
    ...askedBy(io),
  };
  return { ...options, desired, input };
}

/** @throws HcmError HCM1074 */
export async function askForPlan(
  cli: Pick<Cli, 'io'>,
  { host }: Pick<HostAccess, 'host'>,
  question: DesiredQuestion,
): Promise<ShownPlan> {
  const { desired, input } = question;
  const { changes, faults } = await host.call('desired.plan', input);
  if (faults.length > 0) throw refuseFaults(cli, question, faults);
  return { changes, settings: await planSettings(host, desired.settings) };
}

/** The host found what this program can't know. */
export function refuseFaults(
  cli: Pick<Cli, 'io'>,
  question: DesiredQuestion,
  faults: readonly { readonly index: number; readonly error: FileFault['error'] }[],
): HcmError {
  return refuse(
    cli,
    question,
    faults.map(({ index, error }) => question.desired.faultOf(index, error)),
  );
}

/** What to know of the endpoints that the file gives by hand. */
export function printPlanNotices({ io }: Pick<Cli, 'io'>, { changes }: ShownPlan): void {
  printEndpointNotices(
    io.notes,
    changes.flatMap(({ name, differences }) =>
      differences.filter(({ what }) => what === 'endpoint').map(({ to }) => ({ name, endpoint: to })),
    ),
  );
}

export function hasChanges({ changes, settings }: ShownPlan): boolean {
  return settings.length > 0 || changes.some(({ kind }) => kind !== 'unchanged');
}

function refuse({ io }: Pick<Cli, 'io'>, { file }: DesiredOptions, faults: readonly FileFault[]): HcmError {
  io.errors.write(renderFaults(file === standardInput ? 'stdin' : file, faults));
  return new HcmError('HCM1074', { count: faults.length });
}
