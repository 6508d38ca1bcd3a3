import { describe, expect, it } from 'vitest';
import { connectedView } from '../contract/testing/test-views.ts';
import { runCli } from './run-cli.ts';
import { storeOfViews } from './testing/store-of-views.ts';
import { createTestIo } from './testing/test-io.ts';

const key = 'q7Zt0Yh3mR8vKc1LwPz5Jd9Xb2Nf6Ga4Ts+Ue/HiOkE=';
const text = `Endpoint=sb://contoso.servicebus.windows.net/;SharedAccessKeyName=defaultListener;SharedAccessKey=${key}`;
const own = `${text};EntityPath=payroll-sql`;

async function hcm(argv: readonly string[], typed = '', views = [connectedView()]) {
  const io = createTestIo();
  const store = storeOfViews(views);
  io.typed.end(typed);
  const code = await runCli(argv, io, store.withHost);
  return { code, errors: io.errors.text, output: io.output.text, asked: store.asked };
}

const { id } = connectedView().config;

describe('hcm update', () => {
  it.each([
    [
      ['update', 'payroll-sql'],
      'Say what to change: a connection string, a secondary one, the endpoint, or the name.',
    ],
    [['update', '--endpoint', 'a:1'], 'The argument connection is missing.'],
    [
      ['update', 'x', '--connection-string', '-', '--secondary-connection-string', '-'],
      'Only one connection string can come from standard input.',
    ],
    [['update', 'x', '--name', 'y', '--new-name', 'z'], '--new-name contradicts another option.'],
    [
      ['update', 'x', '--connection-string', '-', '--connection-string-file', 'f'],
      'The connection string comes from several places. Give it once.',
    ],
    [
      ['update', 'x', '--remove-secondary', '--secondary-connection-string', '-'],
      '--remove-secondary contradicts another option.',
    ],
    [
      ['update', 'x', '--accept-endpoint', '--endpoint', 'a:1'],
      '--accept-endpoint contradicts another option.',
    ],
  ])('%j is wrong use', async (argv, cause) => {
    const { code, errors, asked } = await hcm(argv);
    expect(code).toBe(2);
    expect(errors).toContain(`\n  ${cause}\n`);
    expect(asked).toEqual([]);
  });

  it('hands each string to its slot, the second key first, and says who asked', async () => {
    const { code, asked } = await hcm(
      ['update', 'payroll-sql', '--connection-string', own, '--secondary-connection-string', '-'],
      text,
    );
    expect(code).toBe(0);
    expect(asked.map(({ name, input }) => [name, input])).toEqual([
      ['connections.snapshot', {}],
      ['connections.replaceKey', { id, connectionString: text, slot: 'secondary', by: 'kim' }],
      ['connections.replaceKey', { id, connectionString: own, slot: 'primary', by: 'kim' }],
      ['connections.snapshot', {}],
    ]);
  });

  it('warns of a string among the arguments, and of what is odd about one', async () => {
    const quoted = await hcm(['update', 'payroll-sql', '--connection-string', `"${own}"`]);
    expect(quoted.code).toBe(0);
    expect(quoted.errors).toContain('Other users of this computer can see arguments.');
    expect(quoted.errors).toContain('HCM1101');
    expect(quoted.errors).not.toContain(key);
  });

  it('asks the host for nothing when a string can’t be read', async () => {
    const { code, asked, errors } = await hcm(
      ['update', 'payroll-sql', '--connection-string', '-'],
      'rubbish',
    );
    expect(code).toBe(1);
    expect(errors).toMatch(/HCM10\d\d/u);
    expect(asked.map(({ name }) => name)).toEqual(['connections.snapshot']);
  });

  it('accepts the endpoint that Azure names after a fresh look, and no other', async () => {
    const view = { ...connectedView(), endpointInAzure: { host: 'sql02', port: 1433 } };
    const { asked } = await hcm(['update', 'payroll-sql', '--accept-endpoint'], '', [view]);
    expect(asked.map(({ name, input }) => [name, input])).toEqual([
      ['connections.snapshot', {}],
      ['connections.refresh', { id }],
      ['connections.snapshot', {}],
      ['connections.acceptEndpoint', { id, host: 'sql02', port: 1433, by: 'kim' }],
      ['connections.snapshot', {}],
    ]);
    const same = await hcm(['update', 'payroll-sql', '--accept-endpoint', '--output', 'table']);
    expect(same.output).toBe('Azure names no other endpoint for payroll-sql.\n');
    expect(same.asked.map(({ name }) => name)).not.toContain('connections.acceptEndpoint');
  });

  it('refuses an endpoint that can’t be read, and says when one is an address', async () => {
    const refused = await hcm(['update', 'payroll-sql', '--endpoint', 'nowhere']);
    expect([refused.code, refused.asked]).toEqual([1, []]);
    expect(refused.errors).toContain('HCM1030');
    expect((await hcm(['update', 'payroll-sql', '--endpoint', '10.0.0.7:1433'])).errors).toContain('HCM1130');
    const ldap = await hcm(['update', 'payroll-sql', '--endpoint', 'dc01:636']);
    expect([ldap.code, ldap.errors]).toEqual([0, expect.stringContaining('HCM1132')]);
  });

  it.each([
    ['behind the argument', ['update', 'payroll-sql', '--name', 'payroll-2']],
    ['by its own option', ['update', '-ns', 'contoso', '-n', 'payroll-sql', '--new-name', 'payroll-2']],
  ])('asks for another name, %s', async (_how, argv) => {
    const { code, asked } = await hcm(argv);
    expect(code).toBe(0);
    expect(asked.map(({ name, input }) => [name, input])).toContainEqual([
      'connections.rename',
      { id, name: 'payroll-2', by: 'kim' },
    ]);
  });

  it('hands the string that comes with another name to it, and to nothing else', async () => {
    const other = own.replace('payroll-sql', 'payroll-2');
    const argv = ['update', 'payroll-sql', '--name', 'payroll-2', '--connection-string', '-'];
    const { asked } = await hcm([...argv, '--secondary-connection-string', text], other);
    const changes = asked.filter(({ name }) => name !== 'connections.snapshot');
    expect(changes.map(({ name, input }) => [name, input])).toEqual([
      ['connections.rename', { id, name: 'payroll-2', connectionString: other, by: 'kim' }],
      ['connections.replaceKey', { id, connectionString: text, slot: 'secondary', by: 'kim' }],
    ]);
  });

  it('changes no name that is the same, whatever its case', async () => {
    const { output, asked } = await hcm([
      ...['update', 'payroll-sql', '--name', 'Payroll-SQL', '--output', 'table'],
    ]);
    expect(output).toBe('It is called payroll-sql already.\n');
    expect(asked.map(({ name }) => name)).not.toContain('connections.rename');
  });

  it('has nothing to remove where there is no second key', async () => {
    const none = await hcm(['update', 'payroll-sql', '--remove-secondary', '--output', 'table']);
    expect(none.output).toBe('payroll-sql has no secondary key.\n');
    expect(none.asked.map(({ name }) => name)).not.toContain('connections.removeSecondaryKey');
  });
});
