import { describe, expect, it } from 'vitest';
import { cliExampleTexts, ownExitCodeTexts } from '../contract/messages/texts/cli-examples.ts';
import { normaliseArguments } from './normalise-arguments.ts';
import { allCommands, programShape } from './program-shape.ts';
import { runCli } from './run-cli.ts';
import { storeOfViews } from './testing/store-of-views.ts';
import { createTestIo } from './testing/test-io.ts';
import { createTestProgram } from './testing/test-program.ts';

/** Without what the parser itself adds. */
const paths = allCommands(programShape(createTestProgram()))
  .map(({ path }) => path)
  .filter((path) => path !== '' && !/(?:^| )help$/u.test(path));

const lines = Object.entries(cliExampleTexts).flatMap(([path, examples]) =>
  examples.map(({ line }) => [path, line] as const),
);

/** What a shell would hand to the program. */
function wordsOf(line: string): readonly string[] {
  return line.replace(/ (?:<|>>?) \S+$/u, '').split(' ');
}

describe('the help', () => {
  it.each(paths)('of %s fits into 80 columns, but for examples and exit codes', async (path) => {
    const io = createTestIo();
    expect(await runCli([...path.split(' '), '--help'], io, storeOfViews([]).withHost)).toBe(0);
    const [options = ''] = io.output.text.split('\n\nExamples:\n');
    expect(options.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });
});

describe('examples in the help', () => {
  it('are there for each command, and for nothing else', () => {
    expect(Object.keys(cliExampleTexts).sort()).toEqual([...paths].sort());
    expect(Object.values(cliExampleTexts).filter((examples) => examples.length === 0)).toEqual([]);
    expect(Object.keys(ownExitCodeTexts).filter((path) => !paths.includes(path))).toEqual([]);
  });

  it.each(lines)('%s: %s is read by the parser', async (path, line) => {
    const [program, ...words] = wordsOf(line);
    expect(program).toBe('hcm');
    const isOfCommand = words.join(' ') === path || words.join(' ').startsWith(`${path} `);
    expect(isOfCommand || path === 'config' || path === 'service').toBe(true);
    await createTestProgram().parseAsync([...normaliseArguments(words)], { from: 'user' });
  });

  it('an example that the parser doesn’t know would be noticed', async () => {
    for (const line of ['hcm sessions --colour', 'hcm test', 'hcm logs --level loud', 'hcm sesions']) {
      const words = wordsOf(line).slice(1);
      await expect(createTestProgram().parseAsync([...words], { from: 'user' })).rejects.toThrow();
    }
  });

  it('stand under the help of a command, with its exit codes', async () => {
    const io = createTestIo();
    expect(await runCli(['plan', '--help'], io, storeOfViews([]).withHost)).toBe(0);
    expect(io.output.text).toMatch(/\n\nExamples:\n {2}hcm plan -f connections\.yaml\n {6}what apply/u);
    expect(io.output.text).toMatch(/\nExit codes: 0 done, 1 not done, 2 wrong use, 3 .+, 10 .+\n$/u);
  });
});
