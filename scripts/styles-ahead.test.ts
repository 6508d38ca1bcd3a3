import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { stylesAhead } from './styles-ahead.mjs';

/** Below the project, whose libraries the page's modules find. */
const out = fileURLToPath(new URL('../out', import.meta.url));
let folder: string;

beforeEach(() => {
  mkdirSync(out, { recursive: true });
  folder = mkdtempSync(join(out, 'styles-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** @returns the page's code as it is built */
async function built(modules: Readonly<Record<string, string>>): Promise<string> {
  for (const [name, code] of Object.entries(modules)) writeFileSync(join(folder, name), code);
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    root: folder,
    plugins: [stylesAhead(folder)],
    build: {
      write: false,
      minify: false,
      rolldownOptions: {
        input: join(folder, 'page.ts'),
        external: ['@fluentui/react-components'],
        preserveEntrySignatures: 'strict',
      },
    },
  });
  const [first] = [result].flat();
  if (first === undefined || !('output' in first)) throw new Error('nothing was built');
  return first.output.map((one) => (one.type === 'chunk' ? one.code : '')).join('\n');
}

const fluent = "import { makeStyles, tokens } from '@fluentui/react-components';";

describe('stylesAhead', () => {
  it('has worked out what every makeStyles is called with, also by what it takes from other modules', async () => {
    const code = await built({
      'colours.ts': "export const mild: string = 'papayawhip';",
      'page.ts': [
        fluent,
        "import { mild } from './colours.ts';",
        "export const useBox = makeStyles({ box: { color: mild, marginLeft: '3px' } });",
        'const useLine = makeStyles({ line: { width: `calc(100% - ${tokens.spacingHorizontalS})` } });',
        'export const both = [useBox, useLine];',
      ].join('\n'),
    });
    expect(code).not.toContain('makeStyles(');
    expect(code.match(/__styles\(/gu)).toHaveLength(2);
    expect(code).toContain('{color:papayawhip;}');
    // Of a margin both directions are there.
    expect(code).toMatch(/margin-left:3px.*margin-right:3px/su);
    expect(code).toContain('calc(100% - var(--spacingHorizontalS))');
  });

  it('fails where a makeStyles can’t be told from the top of its module', async () => {
    const code = `${fluent}\nexport const make = () => makeStyles({ box: { color: 'red' } });`;
    await expect(built({ 'page.ts': code })).rejects.toThrow('elsewhere than at the top of a module');
  });
});
