import { chmod, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Role } from '../../contract/access.ts';
import { systemClock } from '../clock.ts';
import type { ControlPlace } from './control-address.ts';
import { adminFolder, chooseHost, findHost, viewerFolder } from './find-host.ts';
import { serveControl } from './server.ts';
import { openSharedFolder } from './shared-folder.ts';
import { ControlSetup } from './testing/control-setup.ts';
import { createTestHost } from './testing/test-host.ts';

const setup = new ControlSetup();
const { platform } = process;
const uid = process.getuid?.() ?? -1;
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const dial = { clock: systemClock, waitWhileBusyMs: 0 };

afterEach(() => setup.cleanUp());

/** As somebody whom the folder keeps out. Nothing keeps root out: it becomes somebody else meanwhile. */
async function asStranger(folder: string, work: () => Promise<void>): Promise<void> {
  if (uid === 0) process.seteuid?.(64_104);
  else await chmod(folder, 0o000);
  try {
    await work();
  } finally {
    if (uid === 0) process.seteuid?.(0);
    else await chmod(folder, 0o700);
  }
}

describe('chooseHost', () => {
  const own: ControlPlace = { folder: '/home/kim/.config/hcm', platform: 'linux', uid: 1000 };
  const choose = (environment: Record<string, string>, place = own) =>
    chooseHost({ environment, workingFolder: '/srv/x', own: place });

  it('means the named folder and nothing else, the data folder that is named, or the service before one’s own', () => {
    expect(choose({ HCM_CONTROL: '/run/other', HCM_HOME: '/data' })).toEqual({
      shared: ['/run/other'],
      own: null,
    });
    expect(choose({ HCM_CONTROL: '../y' })).toEqual({ shared: ['/srv/y'], own: null });
    expect(choose({ HCM_HOME: '/data' })).toEqual({ shared: [], own });
    expect(choose({ HCM_CONTROL: '', HCM_HOME: '' })).toEqual({ shared: [adminFolder, viewerFolder], own });
  });

  it('knows folders of a service on Linux only', () => {
    for (const other of ['darwin', 'win32'] as const)
      expect(choose({}, { ...own, platform: other })).toEqual({
        shared: [],
        own: { ...own, platform: other },
      });
  });
});

describe('findHost', () => {
  let base: string;
  let own: ControlPlace;

  beforeEach(async () => {
    base = await setup.folder();
    own = { folder: join(base, 'own'), platform, uid };
    await mkdir(own.folder, { mode: 0o700 });
  });

  async function share(name: string, role: Role = 'admin'): Promise<string> {
    const folder = join(base, name);
    await mkdir(folder, { mode: 0o700 });
    const place = { folder, role, dataFolder: own.folder, platform, uid };
    const { claim, token } = await openSharedFolder({ ...place, clock: systemClock, version: '1.2.3' });
    const { host } = createTestHost();
    const server = serveControl({ claim, token, role, host, clock: systemClock, log: silent });
    setup.onEnd(async () => {
      await server.close();
      await claim.release();
    });
    return folder;
  }

  async function find(shared: readonly string[], place: ControlPlace | null = own) {
    const found = await findHost({ shared, own: place }, dial);
    if (found.connection !== null) {
      const { connection } = found;
      setup.onEnd(() => connection.close());
    }
    return found;
  }

  it('takes the first folder where a host answers, before one’s own', async () => {
    await setup.serve(own.folder);
    const service = await share('service');
    const others = await share('viewers', 'viewer');
    expect(await find([join(base, 'none'), service, others])).toMatchObject({ shared: service, closed: [] });
    const found = await find([join(base, 'none'), others]);
    expect(found).toMatchObject({ shared: others });
    await expect(found.connection?.call('settings.set', { drainSeconds: 5 })).rejects.toMatchObject({
      code: 'HCM5008',
    });
    expect(await find([join(base, 'none')])).toMatchObject({ shared: null });
  });

  it('says that nobody is there, by the place that was asked', async () => {
    const nowhere = join(base, 'none');
    expect(await find([nowhere])).toMatchObject({
      connection: null,
      reason: { code: 'HCM5001', details: { folder: own.folder } },
    });
    expect(await find([nowhere], null)).toMatchObject({
      connection: null,
      reason: { code: 'HCM5001', details: { shared: nowhere } },
    });
  });

  it('is led past a folder that this account may not enter, and says which one', async () => {
    const service = await share('service');
    await chmod(base, 0o755);
    const nobodys = { ...own, folder: join(base, 'none') };
    await asStranger(service, async () => {
      expect(await find([service], nobodys)).toMatchObject({
        ...{ connection: null, closed: [service] },
        reason: { code: 'HCM5001', details: { folder: nobodys.folder } },
      });
      expect(await find([service], null)).toMatchObject({
        ...{ connection: null, closed: [service] },
        reason: { code: 'HCM5004', details: { reason: 'EACCES', shared: service } },
      });
    });
  });

  it('never takes another host for one that is there and can’t be used', async () => {
    await setup.serve(own.folder);
    const folder = join(base, 'busy');
    await mkdir(folder, { mode: 0o700 });
    const place = { folder, role: 'admin', dataFolder: own.folder, platform, uid } as const;
    const { claim } = await openSharedFolder({ ...place, clock: systemClock, version: '1.2.3' });
    setup.onEnd(() => claim.release());
    await expect(find([folder])).rejects.toMatchObject({ code: 'HCM5005', details: { reason: 'busy' } });
  });
});
