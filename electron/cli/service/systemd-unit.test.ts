import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ownMarker, systemdUnitName } from './service-names.ts';
import { packagedSystemdUnit, systemdCommandLine, systemdUnit } from './systemd-unit.ts';

const script = resolve(import.meta.dirname, '../../../bin/hcm.mjs');

let folder = '';
let file = '';
let withViewers = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hcm-unit-'));
  file = join(folder, systemdUnitName);
  writeFileSync(file, systemdUnit({ program: [process.execPath, script], viewers: false }));
  mkdirSync(join(folder, 'viewers'));
  withViewers = join(folder, 'viewers', systemdUnitName);
  writeFileSync(withViewers, systemdUnit({ program: [process.execPath, script], viewers: true }));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function analyze(...words: readonly string[]): { readonly status: number | null; readonly text: string } {
  const { status, stdout, stderr } = spawnSync('systemd-analyze', words, { encoding: 'utf8' });
  return { status, text: `${stdout}${stderr}` };
}

describe('the unit', () => {
  it('is one that systemd takes without a word, with viewers, too', () => {
    for (const one of [file, withViewers])
      expect(analyze('verify', '--man=no', one)).toEqual({ status: 0, text: '' });
  });

  it('leaves little to attack', () => {
    // Tenths: 2.0 is what systemd calls OK, and far below most services.
    for (const one of [file, withViewers]) {
      const { status, text } = analyze('security', '--offline=true', '--threshold=20', '--no-pager', one);
      expect(status, text).toBe(0);
      const exposure = Number(/Overall exposure level for \S+: ([\d.]+)/.exec(text)?.[1]);
      expect(exposure).toBeLessThanOrEqual(2);
    }
  });

  it('names each system call that the host needs, and the socket that tells of other networks', () => {
    const text = systemdUnit({ program: ['/opt/hcm/hcm'], viewers: false });
    expect(text).toMatch(/^RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6 AF_NETLINK$/m);
    expect(text).not.toMatch(/^MemoryDenyWriteExecute/m);
  });

  it('lets the host finish and tells who speaks for it', () => {
    const lines = systemdUnit({ program: ['/opt/hcm/hcm'], viewers: false }).split('\n');
    for (const line of [
      'Type=notify',
      'NotifyAccess=all',
      'ExecStart=/opt/hcm/hcm run --log-format json --admin-folder /run/hcm',
      'ExecReload=/bin/kill -HUP $MAINPID',
      'User=hcm',
      'StateDirectory=hcm',
      'Environment=HCM_HOME=/var/lib/hcm',
      'Restart=on-failure',
      'TimeoutStopSec=90',
      'WantedBy=multi-user.target',
    ]) {
      expect(lines).toContain(line);
    }
  });

  it('opens a folder to those who may control it, and on request one to those who may look; its state to nobody', () => {
    const alone = systemdUnit({ program: ['/opt/hcm/hcm'], viewers: false });
    for (const line of ['Group=hcm-admins', 'RuntimeDirectory=hcm', 'RuntimeDirectoryMode=0750'])
      expect(alone.split('\n')).toContain(line);
    expect(alone).toMatch(/^StateDirectoryMode=0700$/m);
    expect(alone).not.toContain('viewer');
    const lines = systemdUnit({ program: ['/opt/hcm/hcm'], viewers: true }).split('\n');
    const pre = 'ExecStartPre=+/usr/bin/install -d -m 2750 -o hcm -g hcm-viewers /run/hcm-viewers';
    expect(lines).toContain(pre);
    expect(lines).toContain('ReadWritePaths=-/run/hcm-viewers');
    const start = lines.findIndex((line) => line.startsWith('ExecStart='));
    expect(lines.indexOf(pre)).toBeLessThan(start);
    expect(lines[start]).toMatch(/ --viewer-folder \/run\/hcm-viewers$/);
  });
});

describe('packagedSystemdUnit', () => {
  it('is the unit that install writes, and isn’t one that uninstall would take away', () => {
    const packaged = packagedSystemdUnit('/usr/bin/hcm');
    const written = systemdUnit({ program: ['/usr/bin/hcm'], viewers: false });
    const withoutHead = (text: string): string => text.slice(text.indexOf('[Unit]'));
    expect(withoutHead(packaged)).toBe(withoutHead(written));
    expect(packaged).not.toContain(ownMarker);
    expect(written).toContain(ownMarker);
  });
});

describe('systemdCommandLine', () => {
  it.each([
    ['/usr/bin/node', '/usr/bin/node'],
    ['/opt/my tools/hcm', '"/opt/my tools/hcm"'],
    ['/opt/50%/hcm', '/opt/50%%/hcm'],
    ['/opt/$HOME/hcm', '/opt/$$HOME/hcm'],
    ['say "hi" \\', '"say \\"hi\\" \\\\"'],
    ["it's", '"it\'s"'],
    ['', '""'],
  ])('%s becomes %s', (word, written) => {
    expect(systemdCommandLine(['/opt/hcm', word])).toBe(`/opt/hcm ${written}`);
  });

  it('survives systemd’s own reading', () => {
    const odd = join(folder, 'odd name 100% $HOME');
    writeFileSync(odd, '#!/bin/sh\n', { mode: 0o755 });
    const unit = join(folder, 'odd.service');
    writeFileSync(unit, systemdUnit({ program: [odd], viewers: false }));
    // It looks for the program under the name that it read.
    expect(analyze('verify', '--man=no', unit)).toEqual({ status: 0, text: '' });
  });
});
