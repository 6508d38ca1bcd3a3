/**
 * `hcm import`: takes connections over from a file of another program or an export: shown, verified with Azure, and after
 * a yes imported. What is configured here stays as it is unless `--overwrite` is said.
 */
import type { Command } from 'commander';
import { HcmError } from '../../contract/errors.ts';
import { maxImportBytes } from '../../contract/import-view.ts';
import {
  enPortableCounts,
  enPortableSentences,
  enPortableUsage,
} from '../../contract/messages/en-cli-portable.ts';
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
import { knownPassphrase } from '../portable/passphrase.ts';
import { planImport } from '../../engine/portable/plan-import.ts';
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
}

export function addImportCommand(program: Command, cli: Cli): void {
  program
    .command('import')
    .description(enPortableUsage.import)
    .argument('<file>', enPortableUsage.importFile)
    .option('--dry-run', enPortableUsage.dryRun)
    .option('--yes', enPortableUsage.yes)
    .option('--overwrite', enPortableUsage.overwrite)
    .option('--passphrase-file <file>', enPortableUsage.passphraseFile)
    .option('--no-verify', enPortableUsage.noVerify)
    .option('--keep-unverified', enPortableUsage.keepUnverified)
    .addOption(outputOption())
    .action((path: string, options: ImportOptions) => importConnections(cli, path, options));
}

async function importConnections(cli: Cli, path: string, options: ImportOptions): Promise<void> {
  const { io, withHost } = cli;
  const { dryRun = false, yes = false, overwrite = false } = options;
  const maySay = path !== standardInput && io.input.isTerminal && io.errors.isTerminal;
  if (!dryRun && !yes && !maySay) throw wrongUse('needsYes');
  const file = await readFile(io, path, options);
  const planned = await withHost(io, (access) => preview(io, access, file, options));
  tellFormat(io, file);
  const toDo = planned.filter(isToDo).length;
  if (dryRun || toDo === 0) {
    finish(cli, options, file, planned);
    return;
  }
  if (!yes) {
    io.errors.write(renderImport(planned));
    // The question stands outside of the access: nobody else's command waits while a person thinks.
    if (!(await askYesNo(io, fillCounted(enPortableCounts.question, toDo)))) {
      io.errors.write(`${enPortableSentences.notImported}\n`);
      cli.exitCode = exitCodes.failed;
      return;
    }
  }
  const done = await withHost(io, ({ host }) =>
    applyImport(host, planned, { mayOverwrite: () => overwrite, ...askedBy(io) }),
  );
  finish(cli, options, file, done, yes ? [] : planned);
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
      io.errors.write(`${enPortableSentences.needsVerifier}\n`);
      throw new HcmError('HCM5001');
    }
    io.notes.write(`${enPortableSentences.notVerified}\n`);
    return planned;
  }
  const connections = fillCounted(enPortableCounts.connections, open);
  if (io.errors.isTerminal) io.notes.write(`${fillText(enPortableSentences.verifying, { connections })}\n`);
  return verifyImport(host, planned, keepUnverified);
}

/** What the table can't say. */
function tellFormat(io: CliIo, { format, entries }: PortableFile): void {
  if (entries.length === 0) io.notes.write(`${enPortableSentences.nothing}\n`);
  const isTakenOver = entries.some(({ outcome }) => outcome === 'connection');
  if (format === 'azbridge' && isTakenOver) io.notes.write(`${enPortableSentences.azbridgeSide}\n`);
}

function finish(
  cli: Cli,
  options: ImportOptions,
  { format }: PortableFile,
  items: readonly ImportItem[],
  shownBefore: readonly ImportItem[] = [],
): void {
  const isDryRun = options.dryRun === true;
  const report = importReport(format, isDryRun, items);
  if (report.notTaken > 0) cli.exitCode = exitCodes.failed;
  writeAnswer(cli.io, options, report, () => {
    // On a terminal the table stands there already: only what turned out otherwise is worth saying again.
    const shown = items.filter(({ action }, index) => {
      const before = shownBefore[index];
      return before === undefined || (isToDo(before) && action !== 'imported' && action !== 'updated');
    });
    const table = shown.length === 0 ? '' : renderImport(shown);
    return `${table}${summary(report.imported, items, isDryRun)}\n`;
  });
}

function summary(imported: number, items: readonly ImportItem[], isDryRun: boolean): string {
  if (isDryRun) return enPortableSentences.onlyShown;
  const left = items.filter((item) => !isTaken(item)).length;
  const done =
    imported === 0 ? enPortableSentences.notImported : fillCounted(enPortableCounts.imported, imported);
  return left === 0 ? done : `${done} ${fillCounted(enPortableCounts.left, left)}`;
}
