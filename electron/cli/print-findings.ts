/** What reading a connection string found, on the error output: notices a line each, problems as errors. */
import { toErrorData, HcmError } from '../contract/errors.ts';
import type { Notice, Problem } from '../contract/finding.ts';
import { describeNotice } from '../contract/messages/messages.ts';
import type { CliOutput } from './cli-io.ts';
import { printError } from './print-error.ts';

export function printNotices(output: CliOutput, notices: readonly Notice[]): void {
  const told = new Set<string>();
  for (const notice of notices) {
    if (told.has(notice.code)) continue;
    told.add(notice.code);
    output.write(`${describeNotice(notice)} ${notice.code}\n`);
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
