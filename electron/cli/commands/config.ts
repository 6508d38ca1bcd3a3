/**
 * `hcm config`: the host's settings, and the limits of one connection in their place (`--connection`). The same with and
 * without a running host; what runs falls under a change at once.
 */
import type { Command } from 'commander';
import type { Host } from '../../contract/api.ts';
import { inEnglish } from '../../contract/messages/localised.ts';
import { cliUsageTexts } from '../../contract/messages/texts/cli.ts';
import { limitTexts, settingTexts, settingUnitTexts } from '../../contract/messages/texts/settings.ts';
import type { Cli } from '../cli.ts';
import { findConnection } from '../find-connection.ts';
import { outputOption, writeAnswer, type OutputOption } from '../output-format.ts';
import { renderConfigList, renderConfigValue, type ConfigRow } from '../render/config-rows.ts';
import { changeLimit, limitRows, requireLimitName } from './config-connection.ts';
import { changeSetting, requireSettingName, settingRows } from './config-host.ts';

interface ConfigOptions extends OutputOption {
  readonly connection?: string;
}

/** Undefined: back to the default. */
export type NewValue = string | undefined;

export function addConfigCommand(program: Command, cli: Cli): void {
  const config = program.command('config').description(cliUsageTexts.config);
  const add = (name: string, description: string): Command =>
    config
      .command(name)
      .description(description)
      .option('--connection <connection>', cliUsageTexts.configConnection)
      .addOption(outputOption());
  add('list', cliUsageTexts.configList).action((options: ConfigOptions) => list(cli, options));
  add('get', cliUsageTexts.configGet)
    .argument('<setting>', cliUsageTexts.configName)
    .action((name: string, options: ConfigOptions) => get(cli, name, options));
  add('set', cliUsageTexts.configSet)
    .argument('<setting>', cliUsageTexts.configName)
    .argument('<value>', cliUsageTexts.configValue)
    .action((name: string, value: string, options: ConfigOptions) => change(cli, { name, value }, options));
  add('unset', cliUsageTexts.configUnset)
    .argument('<setting>', cliUsageTexts.configName)
    .action((name: string, options: ConfigOptions) => change(cli, { name, value: undefined }, options));
}

async function list({ io, withHost }: Cli, options: ConfigOptions): Promise<void> {
  const found = await withHost(io, ({ host }) => rows(host, options));
  const scripts = found.map((row) => forScripts(row, options));
  writeAnswer(io, options, scripts, () => renderConfigList(found));
}

async function get({ io, withHost }: Cli, name: string, options: ConfigOptions): Promise<void> {
  requireName(name, options);
  const found = await withHost(io, ({ host }) => rows(host, options));
  show({ io, withHost }, named(found, name), options);
}

async function change(
  cli: Pick<Cli, 'io' | 'withHost'>,
  { name, value }: { readonly name: string; readonly value: NewValue },
  options: ConfigOptions,
): Promise<void> {
  const { io, withHost } = cli;
  requireName(name, options);
  const found = await withHost(io, async ({ host }) => {
    if (options.connection === undefined) await changeSetting(host, requireSettingName(name), value);
    else await changeLimit(io, host, await idOf(host, options.connection), requireLimitName(name), value);
    return rows(host, options);
  });
  show(cli, named(found, name), options);
}

function show({ io }: Pick<Cli, 'io' | 'withHost'>, row: ConfigRow, options: ConfigOptions): void {
  writeAnswer(io, options, forScripts(row, options), () => `${renderConfigValue(row)}\n`);
}

/** Unit and meaning in English, whatever the language. */
function forScripts(row: ConfigRow, { connection }: ConfigOptions): ConfigRow {
  return inEnglish(() => {
    const units: Texts = settingUnitTexts;
    const abouts: Texts = connection === undefined ? settingTexts : limitTexts;
    return { ...row, unit: units[row.name] ?? '', about: abouts[row.name] ?? '' };
  });
}

type Texts = Readonly<Record<string, string | undefined>>;

function named(found: readonly ConfigRow[], name: string): ConfigRow {
  const row = found.find((one) => one.name === name);
  if (row === undefined) throw new Error('a setting without a row');
  return row;
}

/** Before any host is asked: a wrong name is wrong use. */
function requireName(name: string, { connection }: ConfigOptions): void {
  if (connection === undefined) requireSettingName(name);
  else requireLimitName(name);
}

async function rows(host: Host, { connection }: ConfigOptions): Promise<readonly ConfigRow[]> {
  if (connection === undefined) return settingRows(host);
  return limitRows(host, await idOf(host, connection));
}

async function idOf(host: Host, text: string): Promise<string> {
  const { connections } = await host.call('connections.snapshot', {});
  return findConnection(connections, { text, namespace: undefined, name: undefined }).config.id;
}
