import { describe, expect, it } from 'vitest';
import { errorCodes } from '../contract/errors.ts';
import { cliUsageTexts } from '../contract/messages/texts/cli.ts';
import { exitCodeOf, exitCodes } from './exit-codes.ts';

describe('exit codes', () => {
  it('wrong use and a missing host are told apart from everything else', () => {
    const byExit = new Map(
      Object.values(exitCodes).map((exit) => [exit, errorCodes.filter((code) => exitCodeOf(code) === exit)]),
    );
    expect(byExit.get(exitCodes.wrongUse)).toEqual(['HCM1060']);
    expect(byExit.get(exitCodes.needsHost)).toEqual(['HCM5001']);
    expect(byExit.get(exitCodes.failed)).toHaveLength(errorCodes.length - 2);
    expect(byExit.get(exitCodes.done)).toEqual([]);
  });

  it('are documented in the help', () => {
    for (const code of Object.values(exitCodes))
      expect(cliUsageTexts.after).toMatch(new RegExp(`\\b${code} [a-z]`));
  });
});
