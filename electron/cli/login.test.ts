import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CloudServer, homeTenant, refusal } from '../engine/azure/testing/cloud-server.ts';
import { withHost } from './host-access.ts';
import { runCli } from './run-cli.ts';
import { createTestIo, type TestIo } from './testing/test-io.ts';

const clientId = 'bbbbbbbb-0000-4000-8000-000000000001';
const secret = 'canary-Geheimnis-4711';
const asService = ['login', '--service-principal', clientId, '--tenant', homeTenant];
let cloud: CloudServer;
let folder: string;

beforeAll(async () => {
  cloud = await CloudServer.start();
});

afterAll(() => cloud.stop());

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hcm-login-'));
  await writeFile(join(folder, 'settings.json'), JSON.stringify({ version: 1, settings: cloud.settings }));
});

afterEach(async () => {
  cloud.tokenRequests.length = 0;
  cloud.isDeviceDone = true;
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
});

interface Typed {
  readonly input?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

function ioFor({ input, environment }: Typed): TestIo {
  const own = { HCM_HOME: folder, HCM_EXTRA_CA_CERTS: cloud.certificates.caFile };
  const io = {
    ...createTestIo({ environment: { ...own, ...environment } }),
    uid: process.getuid?.() ?? 0,
  };
  io.typed.end(input ?? '');
  return io;
}

async function hcm(words: readonly string[], typed: Typed = {}): Promise<TestIo & { readonly code: number }> {
  const io = ioFor(typed);
  return { ...io, code: await runCli(words, io, withHost) };
}

describe('hcm login as a service principal', () => {
  it('takes the secret from standard input, a file or the environment, and shows it nowhere', async () => {
    const file = join(folder, 'secret.txt');
    await writeFile(file, `${secret}\n`);
    const runs = [
      await hcm([...asService, '--secret', '-'], { input: `${secret}\n` }),
      await hcm([...asService, '--secret-file', file]),
      await hcm(asService, { environment: { HCM_AZURE_SECRET: secret } }),
    ];
    expect(runs.map(({ code, errors }) => [code, errors.text])).toEqual(runs.map(() => [0, '']));
    expect(cloud.tokenRequests.map((fields) => fields['client_secret'])).toEqual([secret, secret, secret]);
    expect(runs.map(({ output }) => output.text).join('')).not.toContain(secret);
    const ids = runs.map(({ output }) => (JSON.parse(output.text) as { id: string }).id);
    expect(new Set(ids).size).toBe(1);
  });

  it.each([
    ['a secret in an argument', [...asService, '--secret', secret]],
    ['no secret', asService],
    ['two of them', [...asService, '--secret', '-', '--secret-file', 'x']],
    ['two ways', [...asService, '--device-code']],
    ['a secret of nobody', ['login', '--tenant', homeTenant, '--secret', '-']],
    ['a certificate of a person', ['login', '--device-code', '--certificate-file', 'x']],
    ['two client ids', [...asService, '--secret', '-', '--client-id', clientId]],
    ['a cloud that there isn’t', ['login', '--cloud', 'moon']],
  ])('%s is wrong use', async (_what, words) => {
    const { code, errors, output } = await hcm(words);
    expect(code).toBe(2);
    expect(errors.text + output.text).not.toContain(secret);
    expect(cloud.tokenRequests).toEqual([]);
  });

  it('says what Azure says to a wrong one', async () => {
    cloud.refusals.push(refusal('invalid_client', 'AADSTS7000215: Invalid client secret provided'));
    const { code, errors } = await hcm(asService, { environment: { HCM_AZURE_SECRET: secret } });
    expect([code, errors.text]).toEqual([1, expect.stringContaining('HCM6007') as string]);
  });
});

describe('hcm login', () => {
  it('signs people in to the app that is named', async () => {
    expect((await hcm(['login', '--device-code', '--client-id', clientId])).code).toBe(0);
    expect(cloud.tokenRequests.map((fields) => fields['client_id'])).toEqual([clientId]);
  });

  it('ends with the sign-in when the person has enough', async () => {
    cloud.isDeviceDone = false;
    const io = ioFor({});
    const ended = runCli(['login', '--device-code'], io, withHost);
    await io.errors.shown(/type in the code ABCD-EFGH/);
    io.sendSignal();
    expect(await ended).toBe(1);
    expect(io.errors.text).toContain('HCM6002');
  });
});

describe('hcm logout', () => {
  it('forgets the one that is named, and asks for a name where there are several', async () => {
    expect((await hcm(['login', '--device-code'])).code).toBe(0);
    expect((await hcm(asService, { environment: { HCM_AZURE_SECRET: secret } })).code).toBe(0);
    expect((await hcm(['logout'])).code).toBe(2);
    expect((await hcm(['logout', 'Ada@contoso.test'])).code).toBe(0);
    const { output } = await hcm(['account', 'list']);
    expect(JSON.parse(output.text)).toMatchObject([{ kind: 'servicePrincipal', name: clientId }]);
    expect((await hcm(['logout', '--all'])).code).toBe(0);
    expect((await hcm(['logout'])).errors.text).toContain('HCM6001');
  });
});
