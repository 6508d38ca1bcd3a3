/**
 * `hcm test`: tries an endpoint, a namespace, or both ways of a connection, once. The host tries where one runs, since its
 * network, its proxy and its rules count; else this command does, by the settings of the data folder.
 */
import type { Command } from 'commander';
import type { Host } from '../../contract/api.ts';
import { portNotices } from '../../contract/endpoint-notices.ts';
import { HcmError, toErrorData } from '../../contract/errors.ts';
import { formatHostPort, type HostPort } from '../../contract/host-port.ts';
import { testUsageTexts, testWordTexts } from '../../contract/messages/texts/cli-test.ts';
import { defaultRelayPort } from '../../contract/relay-endpoint.ts';
import type { Cli } from '../cli.ts';
import { exitCodes } from '../exit-codes.ts';
import { findConnection } from '../find-connection.ts';
import { readCountOption, readEndpointOption } from '../option-values.ts';
import { outputOption, writeAnswer, type OutputOption } from '../output-format.ts';
import { printError } from '../print-error.ts';
import { printNotices } from '../print-findings.ts';
import { renderTestAnswer } from '../render/test-answer.ts';
import {
  endpointNotReached,
  endpointReached,
  namespaceTried,
  type EndpointAnswer,
  type NamespaceAnswer,
  type TestAnswer,
  type Tried,
} from '../test-answer.ts';
import { readTestTarget, type TestTarget } from '../test-target.ts';

interface TestOptions extends OutputOption {
  readonly timeout?: string;
}

interface Limit {
  readonly timeoutSeconds?: number;
}

interface Ways {
  readonly namespace: Tried<NamespaceAnswer> | null;
  readonly endpoint: Tried<EndpointAnswer> | null;
}

const timeoutLimits = { min: 1, max: 120 } as const;

export function addTestCommand(program: Command, cli: Cli): void {
  program
    .command('test')
    .description(testUsageTexts.test)
    .argument('<target>', testUsageTexts.target)
    .option('--timeout <seconds>', testUsageTexts.timeout)
    .addOption(outputOption())
    .action((text: string, options: TestOptions) => test(cli, text, options));
}

async function test(cli: Cli, text: string, options: TestOptions): Promise<void> {
  const { io, withHost } = cli;
  const target = readTestTarget(text);
  const limit: Limit =
    options.timeout === undefined
      ? {}
      : { timeoutSeconds: readCountOption('--timeout', options.timeout, timeoutLimits) };
  const { ways, running } = await withHost(io, async ({ host, running }) => ({
    ways: await tryWays(host, target, limit),
    running,
  }));
  const { namespace, endpoint } = ways;
  const answers = [namespace, endpoint].filter((way) => way !== null);
  const answer: TestAnswer = {
    target: shownTarget(target),
    isReached: answers.every(({ answer: { isReached } }) => isReached),
    triedBy: running ? 'host' : 'command',
    namespace: namespace?.answer ?? null,
    endpoint: endpoint?.answer ?? null,
  };
  if (!running) io.notes.write(`${testWordTexts.byCommand}\n`);
  writeAnswer(io, options, answer, () => renderTestAnswer(answer));
  const tried = endpoint?.answer.endpoint ?? null;
  if (tried !== null) printNotices(io.notes, portNotices(readEndpointOption(tried)));
  for (const { problem } of answers) {
    if (problem !== null) printError(io.errors, new HcmError(problem.code, problem.details));
  }
  if (!answer.isReached) cli.exitCode = exitCodes.failed;
}

async function tryWays(host: Host, target: TestTarget, limit: Limit): Promise<Ways> {
  switch (target.kind) {
    case 'endpoint':
      return { namespace: null, endpoint: await tryEndpoint(host, target, limit) };
    case 'namespace':
      return { namespace: await tryNamespace(host, { ...target, caPem: null }, limit), endpoint: null };
    case 'connection': {
      const { connections } = await host.call('connections.snapshot', {});
      const { config } = findConnection(connections, { text: target.text });
      if (config.kind === 'biztalk') throw new HcmError('HCM1016', { host: config.host });
      const [namespace, endpoint] = await Promise.all([
        tryNamespace(host, config, limit),
        tryEndpoint(host, config.endpoint, limit),
      ]);
      return { namespace, endpoint };
    }
  }
}

async function tryEndpoint(
  host: Host,
  target: HostPort | null,
  limit: Limit,
): Promise<Tried<EndpointAnswer>> {
  if (target === null) return endpointNotReached(null, toErrorData(new HcmError('HCM2041')));
  try {
    const input = { host: target.host, port: target.port, ...limit };
    return endpointReached(target, await host.call('endpoints.test', input));
  } catch (error) {
    if (!(error instanceof HcmError) || !error.code.startsWith('HCM31')) throw error;
    return endpointNotReached(target, toErrorData(error));
  }
}

async function tryNamespace(
  host: Host,
  { caPem, ...target }: HostPort & { readonly caPem: string | null },
  limit: Limit,
): Promise<Tried<NamespaceAnswer>> {
  const pinned = caPem === null ? {} : { caPem };
  const input = { host: target.host, port: target.port, ...pinned, ...limit };
  return namespaceTried(shownNamespace(target), await host.call('namespaces.test', input));
}

function shownTarget(target: TestTarget): string {
  if (target.kind === 'connection') return target.text;
  return target.kind === 'endpoint' ? formatHostPort(target) : shownNamespace(target);
}

function shownNamespace(target: HostPort): string {
  const full = formatHostPort(target);
  return target.port === defaultRelayPort ? full.slice(0, -`:${defaultRelayPort}`.length) : full;
}
