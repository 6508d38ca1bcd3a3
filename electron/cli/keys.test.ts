import { describe, expect, it } from 'vitest';
import type { CallInput, CallName, CallOutput, Host } from '../contract/api.ts';
import { answers } from '../contract/answer-schemas.ts';
import { rotationSteps, type AzureJob } from '../contract/azure-resource.ts';
import type { AzureAccount } from '../contract/azure.ts';
import type { ConnectionView } from '../contract/connection-view.ts';
import { HcmError } from '../contract/errors.ts';
import { practiceAuthor } from '../contract/practice-author.ts';
import { connectedView } from '../contract/testing/test-views.ts';
import { runCli } from './run-cli.ts';
import { createTestIo, type TestIoOptions } from './testing/test-io.ts';

const payroll = connectedView();
const crm = connectedView({ id: '6f1c1d0e-6e0c-4a55-9a53-1c1f6f1f2a11', name: 'crm' });
const entra = connectedView({
  id: '6f1c1d0e-6e0c-4a55-9a53-1c1f6f1f2a12',
  name: 'by-account',
  entra: { accountId: '6f1c1d0e-6e0c-4a55-9a53-1c1f6f1f2a13', name: 'ada@contoso.com' },
});
const account: AzureAccount = {
  id: '6f1c1d0e-6e0c-4a55-9a53-1c1f6f1f2a13',
  kind: 'user',
  name: 'ada@contoso.com',
  tenantId: null,
  cloud: 'public',
  authority: 'login.microsoftonline.com',
  signedInAt: '2026-11-22T12:00:00.000Z',
  needsSignIn: false,
};
const practice = connectedView({
  id: '6f1c1d0e-6e0c-4a55-9a53-1c1f6f1f2a15',
  name: 'demo',
  addedBy: practiceAuthor,
});
const jobId = '6f1c1d0e-6e0c-4a55-9a53-1c1f6f1f2a14';
const onTerminal: TestIoOptions = { terminal: true };

type Answers = { readonly [Name in CallName]?: (input: CallInput<Name>) => CallOutput<Name> };

interface Asked {
  readonly name: CallName;
  readonly input: unknown;
}

/** A host that answers what the test says, and nothing else. */
async function hcm(
  words: readonly string[],
  answersOf: Answers | ((sendSignal: () => void) => Answers),
  ioOptions: TestIoOptions = {},
  typed = '',
) {
  const io = createTestIo(ioOptions);
  const given = typeof answersOf === 'function' ? answersOf(io.sendSignal) : answersOf;
  io.typed.end(typed);
  const asked: Asked[] = [];
  const host: Host = {
    call: async <Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallOutput<Name>> => {
      asked.push({ name, input });
      const answer: Answers[Name] = given[name];
      if (answer === undefined) throw new HcmError('HCM5006');
      return Promise.resolve(answer(input));
    },
    subscribe: () => () => undefined,
  };
  const code = await runCli(words, io, (_io, work) => work({ host, running: true }));
  return { code, output: io.output.text, errors: io.errors.text, asked };
}

function snapshot(...connections: readonly ConnectionView[]): Answers {
  return { 'connections.snapshot': () => ({ sequence: 1, connections: [...connections] }) };
}

function job(done: number, problem: HcmError | null = null): AzureJob {
  return {
    steps: rotationSteps.map((step, index) => ({
      step,
      state: index < done ? 'done' : index === done && problem !== null ? 'failed' : 'waiting',
      problem: index === done && problem !== null ? { code: problem.code, details: problem.details } : null,
    })),
    revision: done + 1,
    done: problem !== null || done === rotationSteps.length,
    connection: null,
  };
}

describe('hcm sync-keys', () => {
  const synced: Answers = {
    ...snapshot(payroll, crm, entra, practice),
    'azure.accounts': () => ({ accounts: [account] }),
    'azure.syncKeys': ({ id }) => ({
      connection: payroll,
      changed: id === crm.config.id ? [] : ['primary', 'secondary'],
    }),
  };

  it('says for each what is new, and leaves out who has no key of Azure', async () => {
    const { code, output, asked } = await hcm(['sync-keys', '--all'], synced, onTerminal);
    expect([code, output]).toEqual([
      0,
      'payroll-sql: both keys put in place.\ncrm: both keys are as in Azure.\n',
    ]);
    expect(asked.slice(2)).toEqual([
      { name: 'azure.syncKeys', input: expect.objectContaining({ id: payroll.config.id }) as unknown },
      { name: 'azure.syncKeys', input: expect.objectContaining({ mayUseRootKey: false }) as unknown },
    ]);
  });

  it('does the others when one fails, and ends with 1', async () => {
    const one: Answers = {
      ...synced,
      'azure.syncKeys': ({ id, mayUseRootKey }) => {
        if (id === payroll.config.id) throw new HcmError('HCM6021', { action: 'a/b/action' });
        return { connection: crm, changed: mayUseRootKey ? ['primary'] : [] };
      },
    };
    const { code, output, errors } = await hcm(
      ['sync-keys', 'payroll-sql', 'crm', 'crm', '--allow-root-key'],
      one,
    );
    const rows: unknown = JSON.parse(output);
    expect(answers['sync-keys']?.parse(rows)).toMatchObject([
      { name: 'payroll-sql', changed: [], code: 'HCM6021' },
      { name: 'crm', changed: ['primary'], code: null },
    ]);
    expect([code, errors]).toEqual([1, expect.stringContaining('HCM6021') as string]);
  });

  it('ends at once when nobody is signed in', async () => {
    const nobody: Answers = { ...synced, 'azure.accounts': () => ({ accounts: [] }) };
    const { code, output, errors, asked } = await hcm(['sync-keys', '--all'], nobody);
    expect([code, output, asked.length]).toEqual([1, '', 2]);
    expect(errors).toContain('hcm login');
  });

  it('wants names or --all, not both', async () => {
    for (const words of [['sync-keys'], ['sync-keys', 'crm', '--all']])
      expect(await hcm(words, synced)).toMatchObject({ code: 2, asked: [] });
  });
});

describe('hcm rotate-keys', () => {
  function rotation(jobs: readonly AzureJob[]): Answers {
    const left = [...jobs];
    return {
      ...snapshot(payroll),
      'azure.startRotation': () => ({ id: jobId }),
      'azure.progress': () => left.shift() ?? job(rotationSteps.length),
    };
  }

  it('shows the steps, asks, and tells each as it is done', async () => {
    const jobs = [job(1), job(4), job(6)];
    const { code, output, errors, asked } = await hcm(
      ['rotate-keys', 'payroll-sql'],
      rotation(jobs),
      onTerminal,
      'y\n',
    );
    expect([code, output]).toEqual([
      0,
      'Both keys of payroll-sql are new, and this host listens with the primary one.\n',
    ]);
    expect(errors).toContain('  3. Regenerate the primary key\n');
    expect(errors).toMatch(/\[y\/N\][\s\S]*Read both keys: done\.[\s\S]*Keep the new secondary key: done\./);
    expect(asked.filter(({ name }) => name === 'azure.progress').map(({ input }) => input)).toEqual(
      [0, 2, 5].map((after) => ({ id: jobId, after })),
    );
  });

  it('does nothing without a clear yes, and needs --yes without a terminal', async () => {
    const no = await hcm(['rotate-keys', 'payroll-sql'], rotation([]), onTerminal, '\n');
    expect([no.code, no.asked.map(({ name }) => name)]).toEqual([1, ['connections.snapshot']]);
    expect(no.errors).toContain('Nothing was rotated.');
    expect(await hcm(['rotate-keys', 'payroll-sql'], rotation([]))).toMatchObject({ code: 2, asked: [] });
  });

  it('Ctrl+C stops it behind the step under way, and its end is waited for', async () => {
    const { code, errors, asked } = await hcm(['rotate-keys', 'payroll-sql', '--yes'], (sendSignal) => ({
      ...rotation([]),
      'azure.progress': ({ after }) => {
        if (after > 0) return job(3, new HcmError('HCM6002'));
        sendSignal();
        return job(2);
      },
      'azure.stopJob': () => ({}),
    }));
    expect([code, errors]).toEqual([1, expect.stringContaining('It stops behind this step.') as string]);
    expect(errors).toContain('Stopped; what was done stays.');
    expect(asked.map(({ name }) => name).slice(1)).toEqual([
      'azure.startRotation',
      'azure.progress',
      'azure.stopJob',
      'azure.progress',
    ]);
  });

  it('says at which step it ended and why, for people and for scripts', async () => {
    const failed = job(3, new HcmError('HCM2020', { name: 'payroll-sql' }));
    const { code, output, errors } = await hcm(['rotate-keys', 'payroll-sql', '--yes'], rotation([failed]));
    expect([code, errors]).toEqual([1, expect.stringContaining('HCM2020') as string]);
    const answer: unknown = JSON.parse(output);
    expect(answers['rotate-keys']?.parse(answer)).toMatchObject({
      name: 'payroll-sql',
      steps: [{ state: 'done' }, {}, {}, { step: 'usePrimary', state: 'failed', code: 'HCM2020' }, {}, {}],
    });
    const stopped = await hcm(
      ['rotate-keys', 'payroll-sql', '--yes'],
      rotation([job(3, new HcmError('HCM6002'))]),
    );
    expect(stopped.errors).toContain('Stopped; what was done stays.');
    expect(stopped.errors).not.toContain('HCM6002');
  });
});
