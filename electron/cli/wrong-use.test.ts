import { describe, expect, it } from 'vitest';
import { connectedView } from '../contract/testing/test-views.ts';
import { allCommands, programShape } from './program-shape.ts';
import { runCli } from './run-cli.ts';
import { storeOfViews } from './testing/store-of-views.ts';
import { createTestIo } from './testing/test-io.ts';
import { createTestProgram } from './testing/test-program.ts';

async function hcm(words: readonly string[]) {
  const io = createTestIo();
  io.typed.end('');
  const store = storeOfViews([connectedView()]);
  const code = await runCli(words, io, store.withHost);
  return { code, output: io.output.text, errors: io.errors.text, asked: store.asked };
}

const verbs = allCommands(programShape(createTestProgram()))
  .map(({ path }) => path)
  .filter((path) => path !== '' && !/(?:^| )help$/u.test(path));

describe('wrong use', () => {
  it.each(verbs)('of hcm %s: an option that isn’t there ends with 2, and nothing is asked', async (verb) => {
    const { code, output, errors, asked } = await hcm([...verb.split(' '), '--nonsense']);
    expect([code, output, asked]).toEqual([2, '', []]);
    expect(errors).toMatch(/HCM1060\n$/u);
  });

  it.each([
    'add a b',
    'list a',
    'status --timeout soon --wait connected',
    'remove payroll-sql',
    'sessions --limit 0',
    'update payroll-sql',
    'config get nothing',
    'config set drainSeconds',
    'plan',
    'apply',
    'export --without-secrets --passphrase-file f',
    'import f',
    'proxy --mode sometimes',
    'run --log-level loud',
    'run --output json --log-format pretty',
    'forward -',
    'relay --faults file',
    'completion nothing',
    'nothing',
  ])('hcm %s', async (words) => {
    const { code, output, errors, asked } = await hcm(words.split(' '));
    expect([code, output, asked]).toEqual([2, '', []]);
    expect(errors).toMatch(/HCM1060\n$/u);
  });
});
