/**
 * Holds docs/cli.md and docs/schema/ to the program. After a change of either:
 * npx vitest run --project unit electron/cli/command-reference.test.ts -u
 */
import { readdirSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import {
  answers,
  type connectionRowSchema,
  type sessionAnswerSchema,
  type testAnswerSchema,
} from '../contract/answer-schemas.ts';
import type { ConnectionRow } from '../contract/connection-row.ts';
import type { serviceStatusSchema } from '../contract/service-answers.ts';
import { connectedView } from '../contract/testing/test-views.ts';
import { allCommands, programShape } from './program-shape.ts';
import { runCli } from './run-cli.ts';
import type { ShownService } from './service/service-rows.ts';
import type { SessionRow } from './session-row.ts';
import type { TestAnswer } from './test-answer.ts';
import { answerSchema } from './testing/answer-fields.ts';
import { commandReference, schemaFile } from './testing/command-reference.ts';
import { storeOfViews } from './testing/store-of-views.ts';
import { createTestIo } from './testing/test-io.ts';
import { createTestProgram } from './testing/test-program.ts';

const program = programShape(createTestProgram());
const words = Object.keys(answers);

describe('docs/cli.md', () => {
  it('is made of the program as it is', async () => {
    await expect(commandReference(program)).toMatchFileSnapshot('../../docs/cli.md');
  });
});

describe('docs/schema', () => {
  it.each(words)('%s', async (name) => {
    const schema = JSON.stringify(answerSchema(name, answers[name]!));
    const path = new URL(`../../docs/schema/${schemaFile(name)}`, import.meta.url);
    const style = await resolveConfig(path);
    const text = await format(schema, { ...style, parser: 'json' });
    await expect(text).toMatchFileSnapshot(`../../docs/schema/${schemaFile(name)}`);
  });

  it('has none of a command that isn’t there', () => {
    const paths = allCommands(program).map(({ path }) => path);
    expect(words.map((one) => one.replace(/ --.*$/, '')).filter((one) => !paths.includes(one))).toEqual([]);
    const files = readdirSync(new URL('../../docs/schema/answers', import.meta.url));
    expect(files.filter((file) => !words.map(schemaFile).includes(`answers/${file}`))).toEqual([]);
  });

  it('says what the types say', () => {
    // The type checker holds these: what a type lacks or has otherwise doesn’t compile.
    const asRow = (row: ConnectionRow): z.infer<typeof connectionRowSchema> => row;
    const asSession = (row: SessionRow): z.infer<typeof sessionAnswerSchema> => row;
    const asTest = (answer: TestAnswer): z.infer<typeof testAnswerSchema> => answer;
    const asService = (shown: ShownService): z.infer<typeof serviceStatusSchema> => shown;
    expect([asRow, asSession, asTest, asService]).toHaveLength(4);
  });
});

const string =
  'Endpoint=sb://contoso.servicebus.windows.net/;SharedAccessKeyName=l;SharedAccessKey=q7Zt0Yh3mR8vKc1LwPz5Jd9Xb2Nf6Ga4Ts+Ue/HiOkE=;EntityPath=added';

describe('output', () => {
  it.each([
    ['list', ['list']],
    ['show', ['show', 'payroll-sql']],
    ['add', ['add', '-']],
    ['update', ['update', 'payroll-sql', '--endpoint', 'sql02.corp.contoso.com:1433']],
    ['remove', ['remove', 'payroll-sql', '--yes']],
    ['start', ['start', '--all']],
    ['stop', ['stop', 'payroll-sql']],
    ['restart', ['restart', 'payroll-sql']],
    ['service install --dry-run', ['service', 'install', '--dry-run']],
    ['service uninstall --dry-run', ['service', 'uninstall', '--dry-run']],
    ['service start --dry-run', ['service', 'start', '--dry-run']],
    ['service stop --dry-run', ['service', 'stop', '--dry-run']],
    ['status', ['status']],
    ['version', ['version', '--output', 'json']],
  ])('of %s is what its schema says', async (name, argv) => {
    const io = createTestIo();
    io.typed.end(string);
    expect(await runCli(argv, io, storeOfViews([connectedView()]).withHost)).toBe(0);
    expect(answers[name]?.safeParse(JSON.parse(io.output.text)).error).toBeUndefined();
  });
});
