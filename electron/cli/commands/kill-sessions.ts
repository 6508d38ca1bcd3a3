/** Ends open sessions by hand: the ones that are named, or all of a connection. Asks on a terminal; a script says `--yes`. */
import type { Host } from '../../contract/api.ts';
import { HcmError } from '../../contract/errors.ts';
import { sessionsCountTexts, sessionsWordTexts } from '../../contract/messages/texts/cli-sessions.ts';
import { fillCounted, fillText } from '../../contract/messages/message-text.ts';
import { askedBy } from '../asked-by.ts';
import type { Cli, HostAccess } from '../cli.ts';
import { exitCodes } from '../exit-codes.ts';
import { chosenConnections, findConnection, type ConnectionChoice } from '../find-connection.ts';
import { openSessions } from '../open-sessions.ts';
import { writeConfirmation, type OutputOption } from '../output-format.ts';
import { askYesNo } from '../prompts.ts';
import type { SessionRow } from '../session-row.ts';
import { findById, shortIds } from '../short-ids.ts';
import { wrongUse } from '../wrong-use.ts';

interface KillOptions extends OutputOption {
  readonly yes?: true;
}

/** What the question names one by one. */
const maxNamed = 5;

/** @param options with the connection, where only sessions of one are meant. */
export async function killSessions(
  cli: Cli,
  texts: readonly string[],
  options: KillOptions & ConnectionChoice,
): Promise<void> {
  const { io, withHost } = cli;
  mayAsk(cli, options);
  const { open, wanted } = await withHost(io, async (access) => {
    const host = hostOf(access);
    const open = await openSessions(host, await chosenConnections(host, options));
    // One that is named twice is ended once.
    return { open, wanted: [...new Set(texts.map((text) => findById(open, text)))] };
  });
  if (!(await isMeant(cli, options, question(wanted, open)))) return;
  const killed: string[] = [];
  const gone: string[] = [];
  await withHost(io, async (access) => {
    const host = hostOf(access);
    for (const { id } of wanted) {
      const list = (await kill(cli, host, id)) ? killed : gone;
      list.push(id);
    }
  });
  writeConfirmation(io, options, { killed, gone }, () => {
    const last = gone.length === 0 ? '' : ` ${fillCounted(sessionsCountTexts.gone, gone.length)}`;
    return `${fillCounted(sessionsCountTexts.killed, killed.length)}${last}\n`;
  });
}

export async function killAllSessions(
  cli: Cli,
  choice: ConnectionChoice,
  options: KillOptions,
): Promise<void> {
  const { io, withHost } = cli;
  mayAsk(cli, options);
  const { id, name } = await withHost(io, async (access) => {
    const { connections } = await hostOf(access).call('connections.snapshot', {});
    return findConnection(connections, choice).config;
  });
  if (!(await isMeant(cli, options, fillText(sessionsWordTexts.killAllQuestion, { name })))) return;
  const { closedSessions } = await withHost(io, (access) =>
    hostOf(access).call('connections.closeSessions', { id, ...askedBy(io) }),
  );
  const value = { id, name, closedSessions };
  writeConfirmation(io, options, value, () => `${fillCounted(sessionsCountTexts.killed, closedSessions)}\n`);
}

/** @returns false when it had ended by itself meanwhile. */
async function kill({ io }: Cli, host: Host, id: string): Promise<boolean> {
  try {
    await host.call('sessions.kill', { id, ...askedBy(io) });
    return true;
  } catch (error) {
    if (error instanceof HcmError && error.code === 'HCM1041') return false;
    throw error;
  }
}

function hostOf({ host, running }: HostAccess): Host {
  if (!running) throw new HcmError('HCM5001');
  return host;
}

function mayAsk({ io }: Cli, { yes }: KillOptions): void {
  if (yes !== true && !(io.input.isTerminal && io.errors.isTerminal)) throw wrongUse('needsYes');
}

/** Asked while no access is held: nobody else's command waits while a person thinks. */
async function isMeant(cli: Cli, { yes }: KillOptions, asked: string): Promise<boolean> {
  if (yes === true || (await askYesNo(cli.io, asked))) return true;
  cli.io.errors.write(`${sessionsWordTexts.notKilled}\n`);
  cli.exitCode = exitCodes.failed;
  return false;
}

function question(wanted: readonly SessionRow[], open: readonly SessionRow[]): string {
  const short = shortIds(open.map(({ id }) => id));
  const named = wanted.slice(0, maxNamed).map(({ id, connection, peer }) =>
    fillText(sessionsWordTexts.oneSession, {
      id: short(id),
      connection,
      peer: peer ?? sessionsWordTexts.unknownPeer,
    }),
  );
  const more = wanted.length - named.length;
  const list = [...named, ...(more > 0 ? [`+ ${more}`] : [])].join('; ');
  const what = fillCounted(sessionsCountTexts.questioned, wanted.length, { list });
  return fillText(sessionsWordTexts.killQuestion, { what });
}
