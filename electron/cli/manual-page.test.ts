/** Holds docs/hcm.1 to the program. After a change of either:  npx vitest run --project unit electron/cli/manual-page.test.ts -u */
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { programShape } from './program-shape.ts';
import { manualPage } from './testing/manual-page.ts';
import { createTestProgram } from './testing/test-program.ts';

const page = manualPage(programShape(createTestProgram()));

describe('the manual page', () => {
  it('is made of the program as it is', async () => {
    await expect(page).toMatchFileSnapshot('../../docs/hcm.1');
  });

  it('names every command with its examples', () => {
    for (const words of [
      'hcm sessions [connection]',
      'hcm config set <setting> <value>',
      'hcm test <target>',
    ]) {
      expect(page).toContain(`.SS ${words}\n`);
    }
    expect(page).toContain('.B hcm sessions \\-\\-kill 3f2a91c4\n');
    expect(page).not.toContain('__complete');
  });

  it('is set without a complaint, where groff is', () => {
    const { error, stderr, stdout } = spawnSync('groff', ['-man', '-Tutf8', '-K', 'utf8', '-ww'], {
      input: page,
      encoding: 'utf8',
    });
    // Not on Windows, and not in every container.
    if (error !== undefined) return;
    expect(stderr).toBe('');
    expect(stdout).toContain('sessions');
  });
});
