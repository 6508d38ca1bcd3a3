/** `hcm proxy`: shows and sets the proxy that leads to Azure. Its password comes by standard input or a file alone. */
import type { Command } from 'commander';
import type { Host } from '../../contract/api.ts';
import { HcmError } from '../../contract/errors.ts';
import { unknownValue } from '../../contract/format.ts';
import {
  proxyLabelTexts,
  proxyModeTexts,
  proxySentenceTexts,
  proxyUsageTexts,
  proxyValueTexts,
} from '../../contract/messages/texts/proxy.ts';
import {
  bypassEntries,
  isBypassEntry,
  proxyModes,
  readProxySetting,
  type ProxyMode,
} from '../../contract/proxy-setting.ts';
import type { SettingsChange } from '../../contract/settings.ts';
import type { Cli } from '../cli.ts';
import type { CliIo } from '../cli-io.ts';
import { outputOption, writeAnswer, type OutputOption } from '../output-format.ts';
import { askHidden } from '../prompts.ts';
import { readStream, readTextFile, requireText } from '../read-bounded.ts';
import { renderDetails } from '../render/table.ts';
import { standardInput } from '../secret-input.ts';
import { wrongUse } from '../wrong-use.ts';

interface ProxyOptions extends OutputOption {
  readonly mode?: string;
  readonly url?: string;
  readonly bypass?: string;
  readonly password?: string;
  readonly passwordFile?: string;
  readonly forgetPassword?: true;
}

export function addProxyCommand(program: Command, cli: Cli): void {
  program
    .command('proxy')
    .description(proxyUsageTexts.proxy)
    .option('--mode <mode>', proxyUsageTexts.mode)
    .option('--url <url>', proxyUsageTexts.url)
    .option('--bypass <list>', proxyUsageTexts.bypass)
    .option('--password <->', proxyUsageTexts.password)
    .option('--password-file <file>', proxyUsageTexts.passwordFile)
    .option('--forget-password', proxyUsageTexts.forgetPassword)
    .addOption(outputOption())
    .action((options: ProxyOptions) => proxy(cli, options));
}

async function proxy({ io, withHost }: Cli, options: ProxyOptions): Promise<void> {
  const change = readChange(options);
  const password = await readPassword(io, options);
  const shown = await withHost(io, async ({ host }) => {
    // The address first: with another one the host forgets the password of the one before.
    if (Object.keys(change).length > 0) await host.call('settings.set', change);
    if (password !== undefined) await host.call('proxy.setPassword', { password });
    return shownProxy(host);
  });
  writeAnswer(io, options, shown, () => renderProxy(shown));
}

/** @throws HcmError HCM1060, HCM1062, HCM2070 */
function readChange({ mode, url, bypass }: ProxyOptions): SettingsChange {
  if (mode !== undefined && !isMode(mode)) throw wrongUse('choice', { name: '--mode' });
  const reading = url === undefined ? undefined : readProxySetting(url);
  if (reading?.ok === false) throw new HcmError('HCM2070', { setting: '--url', reason: reading.reason });
  if (bypass !== undefined && !bypassEntries(bypass).every(isBypassEntry)) {
    throw wrongUse('choice', { name: '--bypass' });
  }
  return {
    ...(mode === undefined ? {} : { proxyMode: mode }),
    ...(url === undefined ? {} : { proxyUrl: url }),
    ...(bypass === undefined ? {} : { proxyBypass: bypass }),
  };
}

function isMode(text: string): text is ProxyMode {
  return proxyModes.some((mode) => mode === text);
}

/** Undefined: it stays as it is. Null: it is forgotten. */
async function readPassword(
  io: CliIo,
  { password, passwordFile, forgetPassword }: ProxyOptions,
): Promise<string | null | undefined> {
  const given = [password, passwordFile, forgetPassword].filter((one) => one !== undefined);
  if (given.length > 1) throw wrongUse('contradiction', { name: '--password' });
  if (forgetPassword === true) return null;
  if (passwordFile !== undefined)
    return required(requireText(await readTextFile(passwordFile), passwordFile));
  if (password === undefined) return undefined;
  // What stands in an argument can be seen by every user of this computer.
  if (password !== standardInput)
    throw new HcmError('HCM1060', { reason: proxySentenceTexts.passwordSource });
  const onTerminal = io.input.isTerminal && io.errors.isTerminal;
  return required(
    onTerminal
      ? ((await askHidden(io, proxySentenceTexts.promptPassword)) ?? '')
      : requireText(await readStream(io.input.stream, standardInput), standardInput),
  );
}

function required(text: string): string {
  const password = text.replace(/\r?\n$/, '');
  if (password === '') throw new HcmError('HCM1060', { reason: proxySentenceTexts.passwordSource });
  return password;
}

interface ShownProxy {
  readonly mode: ProxyMode;
  readonly url: string | null;
  readonly bypass: string;
  readonly hasPassword: boolean;
}

async function shownProxy(host: Host): Promise<ShownProxy> {
  const { settings } = await host.call('settings.get', {});
  const { hasPassword } = await host.call('proxy.get', {});
  return {
    mode: settings.proxyMode,
    url: settings.proxyUrl,
    bypass: settings.proxyBypass,
    hasPassword,
  };
}

function renderProxy({ mode, url, bypass, hasPassword }: ShownProxy): string {
  return renderDetails([
    [proxyLabelTexts.mode, proxyModeTexts[mode]],
    [proxyLabelTexts.url, url ?? unknownValue],
    [proxyLabelTexts.password, hasPassword ? proxyValueTexts.kept : proxyValueTexts.noPassword],
    [proxyLabelTexts.bypass, bypass === '' ? unknownValue : bypass],
  ]);
}
