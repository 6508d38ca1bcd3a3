/**
 * A host and several users of its computer: the account that it runs as, somebody of the group that may control it, somebody of
 * the group that may look, and somebody of neither (docs/operations.md, ADR 12). As the service's unit has it: the group
 * that controls is the host's own, the group that looks is the folder's alone.
 */
import { readdir, rm, stat, symlink, cp } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Finished, HcmProcess } from '../fixtures/hcm-process.ts';
import { People, type Person } from '../fixtures/people.ts';
import { Stage } from '../fixtures/stage.ts';
import { stringOfNoRelay } from '../fixtures/stored-connections.ts';

const admins = 64_201;
const viewers = 64_202;
const owner: Person = { uid: 64_101, gid: admins, groups: [] };
const admin: Person = { uid: 64_102, gid: 64_102, groups: [admins] };
const viewer: Person = { uid: 64_103, gid: 64_103, groups: [viewers] };
const third: Person = { uid: 64_104, gid: 64_104, groups: [] };

let stage: Stage;
let people: People;
let home: string;
let adminFolder: string;
let viewerFolder: string;
let host: HcmProcess;

async function startHost(): Promise<void> {
  const folders = ['--admin-folder', adminFolder, '--viewer-folder', viewerFolder];
  host = people.start(owner, ['run', ...folders], { environment: { HCM_HOME: home } });
  await host.report('the host runs', (report) =>
    (report as { readonly message?: unknown }).message === 'ready' ? report : undefined,
  );
}

function hcm(person: Person, folder: string, words: readonly string[], input = ''): Promise<Finished> {
  return people.run(person, words, { environment: { HCM_CONTROL: folder }, input });
}

async function mode(path: string): Promise<string> {
  return ((await stat(path)).mode & 0o7777).toString(8);
}

describe.runIf(process.platform === 'linux')('a host that several users share', () => {
  beforeAll(async () => {
    stage = await Stage.open();
    people = await People.open(stage, [owner, admin, viewer, third]);
    home = await people.folder('state', owner, 0o700);
    adminFolder = await people.folder('admins', owner, 0o750);
    viewerFolder = await people.folder('viewers', { ...owner, gid: viewers }, 0o2750);
    await startHost();
  });

  afterAll(() => stage.dispose());

  it('opens sockets and tokens to the groups of their folders, and to nobody else', async () => {
    for (const [folder, group] of [
      [adminFolder, admins],
      [viewerFolder, viewers],
    ] as const) {
      expect(await mode(join(folder, 'control.sock'))).toBe('660');
      expect(await mode(join(folder, 'control.token'))).toBe('640');
      for (const name of ['control.sock', 'control.token'])
        expect(await stat(join(folder, name))).toMatchObject({ uid: owner.uid, gid: group });
    }
  });

  it('lets an admin add, list, stop and read the log', async () => {
    const added = await hcm(
      admin,
      adminFolder,
      ['add', '-', '--endpoint', '127.0.0.1:1'],
      stringOfNoRelay('payroll'),
    );
    expect(added, added.errors).toMatchObject({ exitCode: 0 });
    const [listed, stopped, logs] = await Promise.all([
      hcm(admin, adminFolder, ['list']),
      hcm(admin, adminFolder, ['stop', 'payroll']),
      hcm(admin, adminFolder, ['logs']),
    ]);
    expect(JSON.parse(listed.output)).toMatchObject([{ name: 'payroll' }]);
    expect(stopped, stopped.errors).toMatchObject({ exitCode: 0 });
    expect(logs).toMatchObject({ exitCode: 0 });
    expect(logs.output).toContain('"host started"');
    // Nothing of the command is in a place of this account's own: it has none.
    expect(await readdir(home)).toContain('connections.json');
  });

  it('lets a viewer look at everything', async () => {
    const [listed, status, logs, sessions, ended] = await Promise.all([
      hcm(viewer, viewerFolder, ['list']),
      hcm(viewer, viewerFolder, ['status', '--output', 'table']),
      hcm(viewer, viewerFolder, ['logs', 'payroll']),
      hcm(viewer, viewerFolder, ['sessions']),
      hcm(viewer, viewerFolder, ['sessions', '--ended']),
    ]);
    for (const one of [listed, status, logs, sessions, ended]) expect(one.exitCode, one.errors).toBe(0);
    expect(JSON.parse(listed.output)).toMatchObject([{ name: 'payroll' }]);
    expect(status.output).toMatch(/^Runs as: +background host on .+, seen as a viewer$/m);
    expect(ended.errors).toContain('From the memory of the host');
  });

  it('lets a viewer touch nothing', async () => {
    const verbs: readonly (readonly string[])[] = [
      ['start', 'payroll'],
      ['stop', 'payroll'],
      ['restart', 'payroll'],
      ['remove', 'payroll', '--yes'],
      ['update', 'payroll', '--endpoint', '127.0.0.1:2'],
      ['sessions', '--kill-all', 'payroll', '--yes'],
      ['config', 'set', 'drainSeconds', '5'],
      ['proxy', '--mode', 'none'],
      ['test', '127.0.0.1:1'],
    ];
    const add = ['add', '-', '--endpoint', '127.0.0.1:1'];
    const refused = await Promise.all([
      ...verbs.map((words) => hcm(viewer, viewerFolder, words)),
      hcm(viewer, viewerFolder, add, stringOfNoRelay('crm')),
    ]);
    for (const [index, { exitCode, errors, output }] of refused.entries()) {
      const what = (verbs[index] ?? add).join(' ');
      expect({ what, exitCode, output }).toEqual({ what, exitCode: 1, output: '' });
      expect(errors, what).toContain('HCM5008');
    }
    const { output } = await hcm(admin, adminFolder, ['list']);
    expect(JSON.parse(output)).toMatchObject([{ name: 'payroll', enabled: false }]);
  });

  it('lets neither into what is not theirs, and somebody else into nothing', async () => {
    const own = ['connections.json', 'secrets.json', 'secret.key', 'control.token', 'hcm.log', 'run'];
    const secrets = [home, ...own.map((name) => join(home, name)), join(home, 'run', 'control.sock')];
    const ways = (folder: string): string[] => [
      folder,
      join(folder, 'control.sock'),
      join(folder, 'control.token'),
    ];
    const [ofAdmin, ofViewer, ofThird, ofOwner] = await Promise.all([
      people.tries(admin, [...secrets, ...ways(viewerFolder)]),
      people.tries(viewer, [...secrets, ...ways(adminFolder)]),
      people.tries(third, [...secrets, ...ways(adminFolder), ...ways(viewerFolder)]),
      people.tries(owner, secrets),
    ]);
    for (const found of [ofAdmin, ofViewer, ofThird])
      expect(new Set(Object.values(found)), JSON.stringify(found)).toEqual(new Set(['EACCES']));
    // They are all there: it isn't a wrong path that kept the others out.
    expect(new Set(Object.values(ofOwner)), JSON.stringify(ofOwner)).toEqual(new Set(['ok']));
    expect(await people.tries(viewer, ways(viewerFolder))).toEqual(
      Object.fromEntries(ways(viewerFolder).map((path) => [path, 'ok'])),
    );
    const closed = await Promise.all([
      hcm(viewer, adminFolder, ['list']),
      hcm(third, adminFolder, ['list']),
      hcm(third, viewerFolder, ['list']),
    ]);
    for (const { exitCode, errors, output } of closed) {
      expect({ exitCode, output }).toEqual({ exitCode: 1, output: '' });
      expect(errors).toContain('HCM5004');
      expect(errors).toContain('Have this account added to the group');
    }
  });

  it('takes no token at another socket than its own', async () => {
    const mixed = await people.folder('mixed', admin, 0o700);
    await symlink(join(adminFolder, 'control.sock'), join(mixed, 'control.sock'));
    await cp(join(viewerFolder, 'control.token'), join(mixed, 'control.token'));
    await people.own(join(mixed, 'control.token'), admin);
    const { exitCode, errors } = await hcm(admin, mixed, ['list']);
    expect(exitCode).toBe(1);
    expect(errors).toContain('HCM5004');
    await rm(join(mixed, 'control.token'));
    await cp(join(adminFolder, 'control.token'), join(mixed, 'control.token'));
    await people.own(join(mixed, 'control.token'), admin);
    expect(await hcm(admin, mixed, ['list'])).toMatchObject({ exitCode: 0 });
  });

  it('takes over what a killed host left, and leaves nothing itself', async () => {
    host.signal('SIGKILL');
    await host.end();
    expect(await readdir(adminFolder)).toContain('control.sock');
    const dead = await hcm(admin, adminFolder, ['list']);
    expect(dead.exitCode).toBe(3);
    expect(dead.errors).toContain(`No host answers in ${adminFolder}.`);
    await startHost();
    expect(await hcm(viewer, viewerFolder, ['list'])).toMatchObject({ exitCode: 0 });
    const other = await people.folder('other', owner, 0o700);
    const second = await people.run(owner, ['run', '--admin-folder', adminFolder], {
      environment: { HCM_HOME: other },
    });
    expect(second.exitCode).toBe(1);
    expect(second.errors).toContain(`Another host already uses ${adminFolder}.`);
    expect(await hcm(admin, adminFolder, ['list'])).toMatchObject({ exitCode: 0 });
    host.signal('SIGTERM');
    expect(await host.end()).toMatchObject({ exitCode: 0 });
    for (const folder of [adminFolder, viewerFolder]) expect(await readdir(folder)).toEqual([]);
  });
});
