/** `hcm relay`: a local relay in the foreground, for trying things out without Azure and for tests. */
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { entityNameProblem, maxEntityNameLength } from '../../contract/entity-name.ts';
import { HcmError } from '../../contract/errors.ts';
import { formatHostPort } from '../../contract/host-port.ts';
import { cliUsageTexts } from '../../contract/messages/texts/cli.ts';
import type { Cli } from '../cli.ts';
import type { CliIo } from '../cli-io.ts';
import { chosenDataFolder } from '../host-access.ts';
import { readEndpointOption, readPortOption } from '../option-values.ts';
import type { WantedEntity } from '../relay-entities.ts';
import { standardInput } from '../secret-input.ts';
import { wrongUse } from '../wrong-use.ts';

interface RelayOptions {
  readonly port: string;
  readonly data?: string;
  readonly entity: readonly string[];
  readonly endpoint: readonly string[];
  readonly json?: true;
  readonly events?: true;
  readonly faults?: string;
}

const defaultEntity = 'demo';

export function addRelayCommand(program: Command, { io }: Cli): void {
  const collect = (value: string, earlier: readonly string[]): readonly string[] => [...earlier, value];
  program
    .command('relay')
    .description(cliUsageTexts.relay)
    .option('--port <port>', cliUsageTexts.relayPort, '0')
    .option('--data <folder>', cliUsageTexts.relayData)
    .option('--entity <name>', cliUsageTexts.relayEntity, collect, [])
    .option('--endpoint <host:port>', cliUsageTexts.relayEndpoint, collect, [])
    .option('--json', cliUsageTexts.relayJson)
    .option('--events', cliUsageTexts.relayEvents)
    .option('--faults <source>', cliUsageTexts.relayFaults)
    .action((options: RelayOptions) => relay(io, options));
}

async function relay(io: CliIo, options: RelayOptions): Promise<void> {
  const port = readPortOption(options.port);
  const wanted = pairEntities(options.entity, options.endpoint);
  if (options.faults !== undefined && options.faults !== standardInput) throw wrongUse('faultsSource');
  const folder =
    options.data === undefined
      ? join(chosenDataFolder(io), 'local-relay')
      : resolve(io.workingFolder, options.data);
  const { runRelay } = await import('../relay-process.ts');
  await runRelay(io, {
    ...{ folder, port, wanted },
    json: options.json === true,
    events: options.events === true,
    faults: options.faults !== undefined,
  });
}

/** The n-th name belongs to the n-th endpoint. */
function pairEntities(names: readonly string[], endpoints: readonly string[]): readonly WantedEntity[] {
  const all = names.length === 0 ? [defaultEntity] : names;
  const without = names.length === 0 && endpoints.length === 0;
  if (!without && all.length !== endpoints.length) throw wrongUse('pairs');
  if (new Set(all.map((name) => name.toLowerCase())).size !== all.length) throw wrongUse('entityTwice');
  return all.map((name, index) => {
    const reason = entityNameProblem(name);
    if (reason !== null) {
      throw new HcmError('HCM1009', { reason, length: name.length, limit: maxEntityNameLength });
    }
    const endpoint = endpoints[index];
    return {
      name,
      endpoint: endpoint === undefined ? null : formatHostPort(readEndpointOption(endpoint)),
    };
  });
}
