/** What reading a connection string or an endpoint found, on the error output: notices a line each, problems as errors. */
import { toErrorData, HcmError } from '../contract/errors.ts';
import type { Notice, Problem } from '../contract/finding.ts';
import { parseHostPort } from '../contract/host-port.ts';
import { fillText } from '../contract/messages/message-text.ts';
import { describeNotice } from '../contract/messages/messages.ts';
import { cliSentenceTexts } from '../contract/messages/texts/cli.ts';
import type { CliOutput } from './cli-io.ts';
import { printError } from './print-error.ts';
import { printable } from './render/table.ts';

export function printNotices(output: CliOutput, notices: readonly Notice[]): void {
  const told = new Set<string>();
  for (const notice of notices) {
    if (told.has(notice.code)) continue;
    told.add(notice.code);
    output.write(`${describeNotice(notice)} ${notice.code}\n`);
  }
}

export interface NamedEndpoint {
  readonly name: string;
  /** host:port; null where it isn’t known. */
  readonly endpoint: string | null;
}

/** Several connections: what to know of the endpoint of each. */
export function printEndpointNotices(output: CliOutput, connections: readonly NamedEndpoint[]): void {
  for (const { name, endpoint } of connections) {
    const reading = parseHostPort(endpoint ?? '');
    for (const notice of reading.ok ? reading.notices : []) {
      const text = fillText(cliSentenceTexts.noticeOf, { name, text: describeNotice(notice) });
      output.write(`${printable(text)} ${notice.code}\n`);
    }
  }
}

export function printProblems(output: CliOutput, problems: readonly Problem[]): void {
  const told = new Set<string>();
  for (const { code, details } of problems) {
    const text = JSON.stringify(toErrorData(new HcmError(code, details)));
    if (told.has(text)) continue;
    told.add(text);
    printError(output, new HcmError(code, details));
  }
}
