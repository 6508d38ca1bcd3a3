import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Host } from '../contract/api.ts';
import { adminFolder, viewerFolder } from '../engine/control/find-host.ts';
import { noteOtherHost } from './note-other-host.ts';
import { createTestIo } from './testing/test-io.ts';

const host: Host = { call: () => Promise.resolve({} as never), subscribe: () => () => undefined };

let folder: string;
let unit: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hcm-note-'));
  unit = join(folder, 'hcm-host.service');
});

afterEach(() => rm(folder, { recursive: true, force: true }));

describe('noteOtherHost', () => {
  it('says before the first change, once, which group is missing', async () => {
    const io = createTestIo();
    const noted = noteOtherHost(io, host, [adminFolder, viewerFolder], unit);
    await noted.call('connections.snapshot', {});
    expect(io.errors.text).toBe('');
    await noted.call('connections.restart', { id: 'x' });
    await noted.call('connections.restart', { id: 'x' });
    await noteOtherHost(io, host, [adminFolder], unit).call('connections.restart', { id: 'x' });
    expect(io.errors.text).toBe(
      'Note: this is about your own data folder, not about the service hcm-host.service: this account isn’t in its group hcm-admins.\n',
    );
    const viewer = createTestIo();
    await noteOtherHost(viewer, host, [viewerFolder], unit).call('connections.restart', { id: 'x' });
    expect(viewer.errors.text).toContain('its group hcm-viewers');
  });

  it('says beside an empty list that others may be elsewhere', async () => {
    const empty: Host = { ...host, call: () => Promise.resolve({ connections: [] } as never) };
    const io = createTestIo();
    await noteOtherHost(io, empty, [adminFolder], unit).call('connections.snapshot', {});
    expect(io.errors.text).toContain('not about the service hcm-host.service');
    const full: Host = { ...host, call: () => Promise.resolve({ connections: [{}] } as never) };
    const other = createTestIo();
    await noteOtherHost(other, full, [adminFolder], unit).call('connections.snapshot', {});
    expect(other.errors.text).toBe('');
  });

  it('says that a service is installed and doesn’t answer, and nothing where there is none', async () => {
    const io = createTestIo();
    await noteOtherHost(io, host, [], unit).call('connections.restart', { id: 'x' });
    expect(io.errors.text).toBe('');
    await writeFile(unit, '');
    const other = createTestIo();
    await noteOtherHost(other, host, [], unit).call('connections.restart', { id: 'x' });
    expect(other.errors.text).toContain('is installed, but doesn’t answer this account');
  });
});
