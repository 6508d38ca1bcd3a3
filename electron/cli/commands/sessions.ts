/** `hcm sessions`: the open sessions or the ones that have ended, and their end by hand. */
import type { Command } from 'commander';
import type { SessionView } from '../../contract/api.ts';
import type { ConnectionView } from '../../contract/connection-view.ts';
import { cliControlTexts } from '../../contract/messages/texts/cli-control.ts';
import { inEnglish } from '../../contract/messages/localised.ts';
import { sessionsUsageTexts, sessionsWordTexts } from '../../contract/messages/texts/cli-sessions.ts';
import type { Cli } from '../cli.ts';
import { chosenConnections, type ConnectionChoice } from '../find-connection.ts';
import { chosenDataFolder } from '../host-access.ts';
import { keptSessions, rememberedSessions } from '../kept-sessions.ts';
import { openSessions } from '../open-sessions.ts';
import { readCountOption } from '../option-values.ts';
import { outputOption, writeAnswer, type OutputOption } from '../output-format.ts';
import { renderEndedSessions, renderOpenSessions } from '../render/session-table.ts';
import { sessionRow, type SessionRow } from '../session-row.ts';
import { shortIds } from '../short-ids.ts';
import { wrongUse } from '../wrong-use.ts';
import { addChoiceOptions, type ChoiceOptions } from './choice-options.ts';
import { killAllSessions, killSessions } from './kill-sessions.ts';

interface SessionsOptions extends OutputOption, ChoiceOptions {
  readonly ended?: true;
  readonly limit: string;
  readonly kill?: readonly string[];
  readonly killAll?: string;
  readonly yes?: true;
}

const maxEnded = 1000;

export function addSessionsCommand(program: Command, cli: Cli): void {
  addChoiceOptions(program.command('sessions').description(sessionsUsageTexts.sessions))
    .option('--ended', sessionsUsageTexts.ended)
    .option('--limit <count>', sessionsUsageTexts.limit, '20')
    .option('--kill <session...>', sessionsUsageTexts.kill)
    .option('--kill-all <connection>', sessionsUsageTexts.killAll)
    .option('--yes', sessionsUsageTexts.yes)
    .addOption(outputOption())
    .action((text: string | undefined, options: SessionsOptions) => sessions(cli, text, options));
}

async function sessions(cli: Cli, text: string | undefined, options: SessionsOptions): Promise<void> {
  const { kill, killAll, ended } = options;
  const limit = readCountOption('--limit', options.limit, { min: 1, max: maxEnded });
  if ((kill ?? killAll) !== undefined && ended === true) throw wrongUse('contradiction', { name: '--ended' });
  if (kill !== undefined && killAll !== undefined) throw wrongUse('contradiction', { name: '--kill-all' });
  if (killAll !== undefined) await killAllSessions(cli, chosenForAll(killAll, text, options), options);
  else if (kill !== undefined) await killSessions(cli, kill, { text, ...options });
  else if (ended === true) await listEnded(cli, { text, ...options }, limit);
  else await listOpen(cli, { text, ...options });
}

/** What else is named must not be overheard when something is ended. */
function chosenForAll(
  killAll: string,
  text: string | undefined,
  { namespace, name }: SessionsOptions,
): ConnectionChoice {
  if ((text ?? name) !== undefined) throw wrongUse('contradiction', { name: '--kill-all' });
  return { text: killAll, namespace };
}

type Chosen = SessionsOptions & { readonly text: string | undefined };

async function listOpen({ io, withHost }: Cli, options: Chosen): Promise<void> {
  const { rows, running } = await withHost(io, async ({ host, running }) => ({
    rows: await openSessions(host, await chosenConnections(host, options)),
    running,
  }));
  if (!running) io.notes.write(`${sessionsWordTexts.noHost}\n`);
  writeAnswer(io, options, rows, () => {
    if (rows.length > 0) return renderOpenSessions(rows, shortIds(rows.map(({ id }) => id)));
    return running ? `${sessionsWordTexts.noneOpen}\n` : '';
  });
}

async function listEnded(cli: Cli, options: Chosen, limit: number): Promise<void> {
  const { io, withHost } = cli;
  const now = Date.now();
  const views = await withHost(io, ({ host }) => chosenConnections(host, options));
  const byId = new Map(views.map((view) => [view.config.id, view]));
  const kept = await endedSessions(cli, views);
  const rowsNow = (): readonly SessionRow[] =>
    kept
      .flatMap((session) => {
        const owner = byId.get(session.connectionId);
        return owner === undefined ? [] : [sessionRow(session, owner, now)];
      })
      .slice(0, limit);
  const rows = rowsNow();
  writeAnswer(io, options, inEnglish(rowsNow), () =>
    rows.length === 0
      ? `${sessionsWordTexts.noneEnded}\n`
      : renderEndedSessions(rows, shortIds(rows.map(({ id }) => id)), now),
  );
}

async function endedSessions(
  { io, live }: Cli,
  views: readonly ConnectionView[],
): Promise<readonly SessionView[]> {
  const host = await live.connectByFolder(io);
  if (host === null) return keptSessions(chosenDataFolder(io));
  try {
    io.notes.write(`${cliControlTexts.fromMemory}\n`);
    return await rememberedSessions(host, views);
  } finally {
    await host.close();
  }
}
