import { chmod, chown, mkdir, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CallName, CallOutput, Host } from '../../contract/api.ts';
import { connectedView } from '../../contract/testing/test-views.ts';
import { systemClock } from '../../engine/clock.ts';
import { claimDataFolder } from '../../engine/control/owner.ts';
import { serveControl } from '../../engine/control/server.ts';
import { openSharedFolder } from '../../engine/control/shared-folder.ts';
import { testHostInfo } from '../testing/live-host.ts';
import { createTestIo } from '../testing/test-io.ts';
import { askHost } from './ask-host.ts';

const { platform } = process;
const uid = process.getuid?.() ?? -1;
const gid = process.getgid?.() ?? -1;
const stranger = { uid: 64_104, gid: 64_201 };
const common = { clock: systemClock, version: '1.2.3' };
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const host: Host = {
  call: <Name extends CallName>(name: Name) =>
    Promise.resolve(
      (name === 'host.info'
        ? testHostInfo()
        : { sequence: 1, connections: [connectedView()] }) as CallOutput<Name>,
    ),
  subscribe: () => () => undefined,
};

let base: string;
let state: string;
let opened: string;
const endings: (() => Promise<unknown>)[] = [];

beforeEach(async () => {
  base = await realpath(await mkdtemp(join(tmpdir(), 'hcm-ask-')));
  await chmod(base, 0o755);
  state = join(base, 'state');
  opened = join(base, 'opened');
  await mkdir(opened);
  if (uid === 0) await chown(opened, 0, stranger.gid);
  await chmod(opened, 0o750);
});

afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
  await rm(base, { recursive: true, force: true });
});

async function start(): Promise<void> {
  const claim = await claimDataFolder({ folder: state, platform, uid, ...common });
  if (!claim.claimed) throw new Error('somebody else owns the folder');
  endings.push(() => claim.release());
  const place = { folder: opened, role: 'viewer', dataFolder: state, platform, uid } as const;
  const shared = await openSharedFolder({ ...place, ...common });
  endings.push(() => shared.claim.release());
  const server = serveControl({ ...shared, host, clock: systemClock, log });
  endings.push(() => server.close());
}

/** As somebody whom the data folder keeps out; root becomes somebody else for that. */
async function asStranger<Value>(work: () => Promise<Value>): Promise<Value> {
  if (uid === 0) {
    process.setegid?.(stranger.gid);
    process.seteuid?.(stranger.uid);
  } else await chmod(state, 0o000);
  try {
    return await work();
  } finally {
    if (uid === 0) {
      process.seteuid?.(0);
      process.setegid?.(gid);
    } else await chmod(state, 0o700);
  }
}

describe('askHost', () => {
  it('asks by the folder that the service opens, where its data folder keeps this account out', async () => {
    await start();
    const io = createTestIo();
    expect(await asStranger(() => askHost(io, state, [join(base, 'none'), opened]))).toMatchObject({
      ...{ answers: true, connections: 1, connected: 1 },
    });
    expect(await asStranger(() => askHost(io, state, [join(base, 'none')]))).toEqual({
      answers: false,
      code: 'HCM5004',
    });
  });

  it('says that nobody is there', async () => {
    expect(await askHost(createTestIo(), state, [opened])).toEqual({ answers: false, code: 'HCM5001' });
  });
});
