/**
 * `hcm import`: takes connections over from a file of another program or an export: shown, verified with Azure, and after
 * a yes imported. What is configured here stays as it is unless `--overwrite` is said.
 */
import type { Command } from 'commander';
import { HcmError } from '../../contract/errors.ts';
import { maxImportBytes } from '../../contract/import-view.ts';
import {
  importSettingTexts,
  portableCountTexts,
  portableSentenceTexts,
  portableUsageTexts,
} from '../../contract/messages/texts/cli-portable.ts';
import { joinSentences } from '../../contract/messages/join-texts.ts';
import { fillCounted, fillText } from '../../contract/messages/message-text.ts';
import type { PortableFile } from '../../engine/portable/portable-entry.ts';
import { readPortable } from '../../engine/portable/read-portable.ts';
import { askedBy } from '../asked-by.ts';
import type { Cli, HostAccess } from '../cli.ts';
import type { CliIo } from '../cli-io.ts';
import { exitCodes } from '../exit-codes.ts';
import { outputOption, writeAnswer, type OutputOption } from '../output-format.ts';
import { applyImport } from '../../engine/portable/apply-import.ts';
import { isTaken, isToDo, type ImportItem } from '../../engine/portable/import-item.ts';
import { importReport, renderImport } from '../portable/import-report.ts';
import {
  applyImportedSettings,
  hasSettings,
  managedSettingsNote,
  noSettings,
  otherSettingsNote,
  planImportedSettings,
  renderImportedSettings,
  type ImportedSettings,
} from '../portable/import-settings.ts';
import { knownPassphrase } from '../portable/passphrase.ts';
import { planImport } from '../../engine/portable/plan-import.ts';
import { printEndpointNotices } from '../print-findings.ts';
import { readFileBytes } from '../portable/read-file-bytes.ts';
import { isAskable, verifyImport } from '../../engine/portable/verify-import.ts';
import { askYesNo } from '../prompts.ts';
import { standardInput } from '../secret-input.ts';
import { wrongUse } from '../wrong-use.ts';

interface ImportOptions extends OutputOption {
  readonly dryRun?: boolean;
  readonly yes?: boolean;
  readonly overwrite?: boolean;
  readonly passphraseFile?: string;
  /** Commander's name for `--no-verify`. */
  readonly verify: boolean;
  readonly keepUnverified?: boolean;
  readonly settings?: boolean;
}

interface Preview {
  readonly items: readonly ImportItem[];
  readonly settings: ImportedSettings;
}

export function addImportCommand(program: Command, cli: Cli): void {
  program
    .command('import')
    .description(portableUsageTexts.import)
    .argument('<file>', portableUsageTexts.importFile)
    .option('--dry-run', portableUsageTexts.dryRun)
    .option('--yes', portableUsageTexts.yes)
    .option('--overwrite', portableUsageTexts.overwrite)
    .option('--passphrase-file <file>', portableUsageTexts.passphraseFile)
    .option('--no-verify', portableUsageTexts.noVerify)
    .option('--keep-unverified', portableUsageTexts.keepUnverified)
    .option('--settings', portableUsageTexts.settings)
    .addOption(outputOption())
    .action((path: string, options: ImportOptions) => importConnections(cli, path, options));
}

async function importConnections(cli: Cli, path: string, options: ImportOptions): Promise<void> {
  const { io, withHost } = cli;
  const { dryRun = false, yes = false, overwrite = false, settings: takesSettings = false } = options;
  const maySay = path !== standardInput && io.input.isTerminal && io.errors.isTerminal;
  if (!dryRun && !yes && !maySay) throw wrongUse('needsYes');
  const file = await readFile(io, path, options);
  const { items: planned, settings } = await withHost(io, async (access) => ({
    settings: await planImportedSettings(access.host, file),
    items: await preview(io, access, file, options),
  }));
  tellFormat(io, file);
  // An entry of a BizTalk Hybrid Connection never carries anything.
  printEndpointNotices(
    io.notes,
    planned.filter((item) => isToDo(item) && item.kind !== 'biztalk'),
  );
  if (hasSettings(settings) && !takesSettings) io.notes.write(otherSettingsNote(settings));
  const taken = takesSettings ? settings : noSettings;
  // Also for scripts, and when nothing else is to be changed.
  io.notes.write(managedSettingsNote(taken));
  const toDo = planned.filter(isToDo).length;
  if (dryRun || (toDo === 0 && !hasSettings(taken))) {
    finish(cli, options, file, { items: planned, settings });
    return;
  }
  if (!yes) {
    io.errors.write(renderImport(planned) + renderImportedSettings(taken));
    // The question stands outside of the access: nobody else's command waits while a person thinks.
    if (!(await askYesNo(io, question(toDo, taken)))) {
      io.errors.write(`${portableSentenceTexts.notImported}\n`);
      cli.exitCode = exitCodes.failed;
      return;
    }
  }
  const items = await withHost(io, async ({ host }) => {
    // First: the connections go through the proxy that they name.
    await applyImportedSettings(host, taken);
    return applyImport(host, planned, { mayOverwrite: () => overwrite, ...askedBy(io) });
  });
  finish(cli, options, file, { items, settings }, yes ? [] : planned);
}

function question(toDo: number, settings: ImportedSettings): string {
  if (!hasSettings(settings)) return fillCounted(portableCountTexts.question, toDo);
  return toDo === 0
    ? importSettingTexts.question
    : fillCounted(portableCountTexts.questionWithSettings, toDo);
}

async function readFile(io: CliIo, path: string, { passphraseFile }: ImportOptions): Promise<PortableFile> {
  const bytes = await readFileBytes(io, path, maxImportBytes);
  return readPortable(bytes, () => knownPassphrase(io, passphraseFile, path !== standardInput));
}

async function preview(
  io: CliIo,
  { host, running }: HostAccess,
  { entries }: PortableFile,
  { overwrite = false, verify, keepUnverified = false, dryRun = false }: ImportOptions,
): Promise<readonly ImportItem[]> {
  const planned = await planImport(host, entries, () => overwrite);
  const open = planned.filter(isToDo).filter(isAskable).length;
  if (!verify || open === 0) return planned;
  if (!running) {
    if (!dryRun && !keepUnverified) {
      io.errors.write(`${portableSentenceTexts.needsVerifier}\n`);
      throw new HcmError('HCM5001');
    }
    io.notes.write(`${portableSentenceTexts.notVerified}\n`);
    return planned;
  }
  const connections = fillCounted(portableCountTexts.connections, open);
  if (io.errors.isTerminal) io.notes.write(`${fillText(portableSentenceTexts.verifying, { connections })}\n`);
  return verifyImport(host, planned, keepUnverified);
}

/** What the table can't say. */
function tellFormat(io: CliIo, { format, entries }: PortableFile): void {
  if (entries.length === 0) io.notes.write(`${portableSentenceTexts.nothing}\n`);
  const isTakenOver = entries.some(({ outcome }) => outcome === 'connection');
  if (format === 'azbridge' && isTakenOver) io.notes.write(`${portableSentenceTexts.azbridgeSide}\n`);
}

function finish(
  cli: Cli,
  options: ImportOptions,
  { format }: PortableFile,
  { items, settings }: Preview,
  shownBefore: readonly ImportItem[] = [],
): void {
  const { dryRun: isDryRun = false, yes = false, settings: takesSettings = false } = options;
  const told = { settings: [...settings.changes], takesSettings };
  const report = importReport(format, isDryRun, items, told);
  if (report.notTaken > 0) cli.exitCode = exitCodes.failed;
  writeAnswer(cli.io, options, report, () => {
    // On a terminal the table stands there already: only what turned out otherwise is worth saying again.
    const shown = items.filter(({ action }, index) => {
      const before = shownBefore[index];
      return before === undefined || (isToDo(before) && action !== 'imported' && action !== 'updated');
    });
    const table = shown.length === 0 ? '' : renderImport(shown);
    const withSettings = takesSettings && hasSettings(settings);
    const shownSettings = withSettings && (isDryRun || yes) ? renderImportedSettings(settings) : '';
    const sentence = withSettings && !isDryRun ? ` ${importSettingTexts.taken}` : '';
    return `${table}${shownSettings}${summary(report.imported, items, isDryRun)}${sentence}\n`;
  });
}

function summary(imported: number, items: readonly ImportItem[], isDryRun: boolean): string {
  if (isDryRun) return portableSentenceTexts.onlyShown;
  const left = items.filter((item) => !isTaken(item)).length;
  const done =
    imported === 0 ? portableSentenceTexts.notImported : fillCounted(portableCountTexts.imported, imported);
  return left === 0 ? done : joinSentences([done, fillCounted(portableCountTexts.left, left)]);
}
