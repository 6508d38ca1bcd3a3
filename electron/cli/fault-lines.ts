/** `hcm relay --faults -`: each line of JSON on standard input is a fault; each is answered by a line of JSON, in order. */
import { applyFault, parseFaultLine } from '../local-relay/fault-commands.ts';
import type { LocalRelay } from '../local-relay/server.ts';
import type { CliIo } from './cli-io.ts';
import { readLines } from './read-lines.ts';
import { renderJsonLine } from './render/json.ts';

/** The reader of faults has the same limit. */
const maxLineLength = 64 * 1024;

type FaultAnswer =
  | { readonly ok: true; readonly fault: string; readonly affected: number }
  | { readonly ok: false; readonly problem: string };

/** Settles when standard input ends; the relay goes on then. */
export async function answerFaultLines(io: CliIo, relay: LocalRelay): Promise<void> {
  for await (const line of readLines(io.input.stream, maxLineLength)) {
    if (line?.trim() === '') continue;
    io.output.write(renderJsonLine(await answer(relay, line)));
  }
}

async function answer(relay: LocalRelay, line: string | null): Promise<FaultAnswer> {
  if (line === null) return { ok: false, problem: 'line is longer than 64 KiB' };
  const parsed = parseFaultLine(line);
  if (!parsed.ok) return parsed;
  return { ok: true, ...(await applyFault(relay, parsed.command)) };
}
