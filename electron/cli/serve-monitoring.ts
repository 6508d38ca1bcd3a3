/**
 * Monitoring of `hcm run`, for those who ask for it: by the options, else by the setting `httpAddress`. What counts and listens is
 * loaded only then, so that a host without it costs nothing more.
 */
import { Option, type Command } from 'commander';
import { HcmError } from '../contract/errors.ts';
import { readHost } from '../contract/host-name.ts';
import { readHttpAddress, type HttpAddress } from '../contract/http-address.ts';
import { cliMonitoringTexts } from '../contract/messages/texts/cli-monitoring.ts';
import { systemClock } from '../engine/clock.ts';
import type { Engine } from '../engine/engine.ts';
import type { Logger } from '../engine/log/logger.ts';
import type { Monitoring } from '../engine/metrics/monitoring.ts';
import { systemOpenFiles } from '../engine/supervise/open-files.ts';
import type { CliIo } from './cli-io.ts';
import { productVersion } from './version.ts';
import { wrongUse } from './wrong-use.ts';

export interface MonitoringOptions {
  /** Empty: none, whatever the setting says. */
  readonly http?: string;
  readonly httpPublic?: true;
  readonly httpHost?: readonly string[];
}

export function addMonitoringOptions(command: Command): Command {
  return command
    .addOption(new Option('--http <address:port>', cliMonitoringTexts.http))
    .addOption(new Option('--http-public', cliMonitoringTexts.httpPublic))
    .addOption(new Option('--http-host <name...>', cliMonitoringTexts.httpHost));
}

/**
 * Listens before the engine starts: a port that is taken ends the host before it has troubled Azure.
 * @returns undefined when nobody asked for it
 * @throws HcmError HCM1060, HCM5030, HCM5031, HCM5032
 */
export async function serveMonitoring(
  io: CliIo,
  options: MonitoringOptions,
  { engine, log }: { readonly engine: Engine; readonly log: Logger },
): Promise<Monitoring | undefined> {
  const { settings } = await engine.call('settings.get', {});
  const text = options.http ?? settings.httpAddress;
  if (text === '') return undefined;
  const address = requireAddress(text, options.httpPublic === true);
  const names = (options.httpHost ?? []).map(requireName);
  if (!address.isLoopback) {
    log.warn('monitoring is open to the network', { host: address.host, port: address.port });
    io.errors.write(`${cliMonitoringTexts.isPublic}\n`);
  }
  const { Monitoring } = await import('../engine/metrics/monitoring.ts');
  return Monitoring.open({
    address,
    names: address.isLoopback ? names : [...names, io.machine],
    host: engine,
    version: productVersion,
    node: process,
    openFiles: systemOpenFiles(io.platform, process.report),
    clock: systemClock,
    log,
  });
}

function requireAddress(text: string, isPublic: boolean): HttpAddress {
  const address = readHttpAddress(text);
  if (address === null) throw wrongUse('choice', { name: '--http' });
  if (!address.isLoopback && !isPublic)
    throw new HcmError('HCM5031', { host: address.host, port: address.port });
  return address;
}

function requireName(text: string): string {
  const reading = readHost(text);
  if (!reading.ok) throw wrongUse('choice', { name: '--http-host' });
  return reading.host;
}
