/**
 * `hcm login`: signs in with Azure, so that Hybrid Connections can be chosen there. Secrets come by standard input, a file or the
 * environment alone.
 */
import { Option, type Command } from 'commander';
import type { SignInInput } from '../../contract/azure.ts';
import { azureClouds, type AzureCloudName } from '../../contract/azure-place.ts';
import { HcmError } from '../../contract/errors.ts';
import { azureSentenceTexts, azureUsageTexts } from '../../contract/messages/texts/cli-azure.ts';
import { fillText } from '../../contract/messages/message-text.ts';
import { signInHere } from '../azure/sign-in-here.ts';
import type { Cli } from '../cli.ts';
import type { CliIo } from '../cli-io.ts';
import { outputOption, writeConfirmation, type OutputOption } from '../output-format.ts';
import { askHidden } from '../prompts.ts';
import { readStream, readTextFile, requireText } from '../read-bounded.ts';
import { printable } from '../render/table.ts';
import { standardInput } from '../secret-input.ts';

interface LoginOptions extends OutputOption {
  /** Commander's way of `--no-browser`. */
  readonly browser: boolean;
  readonly deviceCode?: true;
  readonly servicePrincipal?: string;
  readonly identity?: true;
  readonly clientId?: string;
  readonly secret?: string;
  readonly secretFile?: string;
  readonly certificateFile?: string;
  readonly tenant?: string;
  readonly cloud?: AzureCloudName;
}

const secretVariable = 'HCM_AZURE_SECRET';

export function addLoginCommand(program: Command, cli: Cli): void {
  program
    .command('login')
    .description(azureUsageTexts.login)
    .option('--no-browser', azureUsageTexts.noBrowser)
    .option('--device-code', azureUsageTexts.deviceCode)
    .option('--service-principal <client-id>', azureUsageTexts.servicePrincipal)
    .option('--secret <->', azureUsageTexts.secret)
    .option('--secret-file <file>', azureUsageTexts.secretFile)
    .option('--certificate-file <file>', azureUsageTexts.certificateFile)
    .option('--identity', azureUsageTexts.identity)
    .option('--client-id <id>', azureUsageTexts.clientId)
    .option('-t, --tenant <tenant>', azureUsageTexts.tenant)
    .addOption(new Option('--cloud <cloud>', azureUsageTexts.cloud).choices(azureClouds))
    .addOption(outputOption())
    .action((options: LoginOptions) => login(cli, options));
}

async function login({ io, withHost }: Cli, options: LoginOptions): Promise<void> {
  const input = await readInput(io, options);
  const account = await withHost(io, ({ host }) =>
    signInHere(io, host, input, { mayOpenBrowser: options.browser }),
  );
  const sentence = printable(fillText(azureSentenceTexts.signedIn, { name: account.name }));
  writeConfirmation(io, options, account, () => `${sentence}\n`);
}

/** @throws HcmError HCM1060, HCM1061 */
async function readInput(io: CliIo, options: LoginOptions): Promise<SignInInput> {
  const { deviceCode, servicePrincipal, identity, tenant, cloud, clientId } = options;
  const ways = [deviceCode, servicePrincipal, identity].filter((way) => way !== undefined);
  if (ways.length > 1) throw wrong(azureSentenceTexts.oneWay);
  const shared = {
    ...(tenant === undefined ? {} : { tenant }),
    ...(cloud === undefined ? {} : { cloud }),
  };
  if (servicePrincipal === undefined) {
    // Without its name a secret would be left out, and somebody else asked to sign in.
    if (credentialsIn(options).length > 0) throw wrong(azureSentenceTexts.onlyService);
    const own = { ...shared, ...(clientId === undefined ? {} : { clientId }) };
    if (identity === true) return { ...own, method: 'managedIdentity' };
    return { ...own, method: deviceCode === true ? 'deviceCode' : 'browser' };
  }
  if (clientId !== undefined) throw wrong(azureSentenceTexts.oneClient);
  const proof = await readCredential(io, options);
  return { ...shared, ...proof, method: 'servicePrincipal', clientId: servicePrincipal };
}

function credentialsIn({ secret, secretFile, certificateFile }: LoginOptions): readonly string[] {
  return [secret, secretFile, certificateFile].filter((one) => one !== undefined);
}

async function readCredential(
  io: CliIo,
  options: LoginOptions,
): Promise<Pick<SignInInput, 'secret' | 'certificatePem'>> {
  const { secret, secretFile, certificateFile } = options;
  if (credentialsIn(options).length > 1) throw wrong(azureSentenceTexts.credential);
  if (certificateFile !== undefined) return { certificatePem: await readTextFile(certificateFile) };
  if (secretFile !== undefined)
    return { secret: required(requireText(await readTextFile(secretFile), secretFile)) };
  if (secret === undefined) return { secret: required(io.environment[secretVariable] ?? '') };
  // What stands in an argument can be seen by every user of this computer.
  if (secret !== standardInput) throw wrong(azureSentenceTexts.secretSource);
  const onTerminal = io.input.isTerminal && io.errors.isTerminal;
  return {
    secret: required(
      onTerminal
        ? ((await askHidden(io, azureSentenceTexts.promptSecret)) ?? '')
        : requireText(await readStream(io.input.stream, standardInput), standardInput),
    ),
  };
}

function required(text: string): string {
  const secret = text.trim();
  if (secret === '') throw wrong(azureSentenceTexts.credential);
  return secret;
}

function wrong(reason: string): HcmError {
  return new HcmError('HCM1060', { reason });
}
