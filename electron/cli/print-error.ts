/** An error on the terminal: what happened, likely cause, one next step, and the code last. Holds no secret. */
import { toErrorData, type ErrorData } from '../contract/errors.ts';
import { joinList } from '../contract/messages/join-texts.ts';
import { fillText } from '../contract/messages/message-text.ts';
import { cliNextTexts, cliSentenceTexts } from '../contract/messages/texts/cli.ts';
import { describeError } from '../contract/messages/messages.ts';
import type { CliOutput } from './cli-io.ts';
import { printable } from './render/table.ts';

export function printError(output: CliOutput, error: unknown): void {
  output.write(`hcm: ${errorLines(toErrorData(error)).join('\n')}\n`);
}

/** With the next steps of a command line. */
export function errorLines(error: ErrorData): readonly string[] {
  const { title, cause, next, code } = describeError(error);
  const trackingId = String(error.details['trackingId'] ?? '');
  const correlationId = String(error.details['correlationId'] ?? '');
  // The service's own ids of the event, which its support asks for.
  const last = joinList([
    code,
    ...(isId(trackingId) ? [`TrackingId ${trackingId}`] : []),
    ...(isId(correlationId) ? [fillText(cliSentenceTexts.correlationId, { id: correlationId })] : []),
  ]);
  return [title, `  ${cause}`, `  ${cliNextTexts[code] ?? next}`, `  ${last}`].map(printable);
}

function isId(text: string): boolean {
  return /^[\w.-]{1,128}$/.test(text);
}
