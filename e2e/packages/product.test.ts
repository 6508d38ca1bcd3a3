/**
 * The package as a release has it, on a Debian without Node, for the person who sits in front of it: installed, used from
 * the command line and in a window with Chromium's sandbox on, removed and installed again.
 */
import { execFile } from 'node:child_process';
import { stat, readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { shellTexts } from '../../electron/contract/messages/texts/shell.ts';
import { fillText } from '../../electron/contract/messages/message-text.ts';
import { until } from '../fixtures/until.ts';
import { oldVersion } from './built-packages.ts';
import type { InstalledApp } from './installed-app.ts';
import { connectionName, PackageWorld } from './package-world.ts';

const run = promisify(execFile);
const name = 'hybrid-connection-manager';
const folder = `/opt/${name}`;
const unit = '/usr/lib/systemd/system/hcm-host.service';
const maxAsarBytes = 8 * 1024 * 1024;

/** Of Electron 33, which knows no more. */
const fuses: readonly (readonly [FuseV1Options, boolean])[] = [
  [FuseV1Options.RunAsNode, false],
  [FuseV1Options.EnableCookieEncryption, true],
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable, false],
  [FuseV1Options.EnableNodeCliInspectArguments, false],
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation, true],
  [FuseV1Options.OnlyLoadAppFromAsar, true],
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot, false],
  [FuseV1Options.GrantFileProtocolExtraPrivileges, false],
];

const refused = ['--no-sandbox', '--remote-debugging-port=0', '--inspect=0', '--disable-web-security'];

let world: PackageWorld;

beforeAll(async () => {
  world = await PackageWorld.open();
});

afterAll(() => world.dispose());

describe('the Debian package', () => {
  it('brings all that it needs to a machine without Node', async () => {
    expect((await world.machine.run(['sh', '-c', 'command -v node'])).exitCode).not.toBe(0);
    await world.install(inject('packages').product.deb);
    expect((await world.machine.run(['sh', '-c', 'command -v node'])).exitCode).not.toBe(0);
    const missing = await world.machine.done([
      'sh',
      '-c',
      `ldd ${folder}/${name} | grep 'not found' || true`,
    ]);
    expect(missing).toBe('');
  });

  it('has the fuses of its configuration in its program', async () => {
    const wire = await getCurrentFuseWire(world.machine.outside(`${folder}/${name}`));
    // The wire is text: '0' or '1' for each.
    const states = fuses.map(([fuse]) => [FuseV1Options[fuse], String.fromCharCode(Number(wire[fuse]))]);
    expect(states).toEqual(fuses.map(([fuse, isOn]) => [FuseV1Options[fuse], isOn ? '1' : '0']));
  });

  it('has no more than 8 MB of our own code and modules, and nobody’s default app', async () => {
    const { size } = await stat(world.machine.outside(`${folder}/resources/app.asar`));
    expect(size).toBeLessThanOrEqual(maxAsarBytes);
    const listed = await world.machine.done(['ls', `${folder}/resources`]);
    expect(listed.split('\n')).not.toContain('default_app.asar');
  });

  it('says what it is made of, with the very Electron and Node that it carries, and under which licences', async () => {
    const notices = world.machine.outside(`${folder}/resources/notices`);
    const { components } = JSON.parse(await readFile(`${notices}/sbom.cdx.json`, 'utf8')) as {
      readonly components: readonly { readonly name: string; readonly version: string }[];
    };
    const versionOf = (part: string): string | undefined =>
      components.find((one) => one.name === part)?.version;
    const node = await world.machine.done([`${folder}/resources/hcm/node`, '--version']);
    expect(node.trim()).toBe(`v${versionOf('node') ?? ''}`);
    const electron = await readFile(world.machine.outside(`${folder}/version`), 'utf8');
    expect(electron.trim()).toBe(versionOf('electron'));
    const licences = await readFile(`${notices}/THIRD-PARTY-LICENCES.txt`, 'utf8');
    expect(components.filter((one) => !licences.includes(`\n${one.name} ${one.version} (`))).toEqual([]);
  });

  it('is found in the menu by the name that people look for', async () => {
    const entry = await readFile(world.machine.outside(`/usr/share/applications/${name}.desktop`), 'utf8');
    expect(entry).toMatch(/^Name=Hybrid Connection Manager UI$/m);
    const [, icon = ''] = /^Icon=(.+)$/m.exec(entry) ?? [];
    await stat(world.machine.outside(`/usr/share/icons/hicolor/256x256/apps/${icon}.png`));
  });

  it('installs the service and leaves it disabled', async () => {
    const enabled = await world.machine.run(['systemctl', 'is-enabled', 'hcm-host.service'], { as: 'root' });
    expect(enabled.output.trim()).toBe('disabled');
    const checked = await world.machine.run(['systemd-analyze', 'verify', unit], { as: 'root' });
    expect(checked.errors).not.toContain('hcm-host.service:');
    await world.machine.done(['id', 'hcm']);
  });

  it('says its version and its commands', async () => {
    expect(await world.machine.done(['hcm', 'version'])).toContain(oldVersion);
    expect(await world.machine.done(['hcm', '--help'])).toContain('hcm');
    expect(
      await world.machine.done(['man', '-w', 'hcm']).catch(() => '/usr/share/man/man1/hcm.1.gz'),
    ).toContain('hcm.1');
  });
});

describe('hcm without a window', () => {
  it('carries bytes for an ordinary user', async () => {
    const host = world.machine.start(['hcm', 'run', '--output', 'json']);
    await host.report('the host runs', (report) =>
      (report as { readonly message?: string }).message === 'ready' ? true : undefined,
    );
    await world.addConnection();
    await world.expectWorks();
    const [main] = (await world.machine.processes()).filter(
      ({ words }) => words.includes('run') && words[0]?.endsWith('/node'),
    );
    if (main === undefined) throw new Error('hcm run has no process');
    // The Node that came with the package.
    expect(main.words[0]).toContain(folder);
    process.kill(main.pid, 'SIGTERM');
    expect((await host.end()).exitCode).toBe(0);
  });
});

describe('the window', () => {
  let app: InstalledApp | undefined;

  it.each(refused)('refuses %s', async (word) => {
    const started = await world.openWindow({ words: [word] });
    const { exitCode, errors } = await started.process.end();
    expect(exitCode).toBe(1);
    expect(errors).toContain(fillText(shellTexts.switchRefused, { name: word.split('=')[0] ?? '' }));
  });

  it('opens for an ordinary user, with Chromium’s sandbox on', async () => {
    app = await world.openWindow();
    const opened = app;
    const isPage = (words: readonly string[]): boolean => words.some((word) => word === '--type=renderer');
    const look = () => opened.processes();
    const processes = await until(
      'the window has a page',
      look,
      (found) => found.some(({ words }) => isPage(words)),
      {
        deadlineMs: 60_000,
      },
    ).catch((error: unknown) => {
      throw new Error(`${opened.process.output}${opened.process.errors}`, { cause: error });
    });
    const without = processes.flatMap(({ words }) =>
      words.filter((word) => /^--(no-sandbox|disable-.*sandbox)/.test(word)),
    );
    expect(without).toEqual([]);
    for (const { words, status } of processes.filter((one) => isPage(one.words))) {
      expect(words).toContain('--enable-sandbox');
      expect(status).toMatch(/^Seccomp:\s+2$/m);
      expect(status).toMatch(/^NoNewPrivs:\s+1$/m);
      expect(status).toMatch(/^CapEff:\s+0+$/m);
      // A world of processes of its own, inside the machine's.
      expect(/^NSpid:\s+(.+)$/m.exec(status)?.[1]?.split(/\s+/).length).toBeGreaterThan(2);
      expect(status).toMatch(/^Uid:\s+1000\s/m);
    }
  });

  it('carries bytes with the connection that the command line left', async () => {
    await world.expectWorks();
  });

  it('ends with the session of the desktop', async () => {
    await app?.end();
    expect((await app?.process.end())?.exitCode).toBe(0);
  });
});

describe('the other packages for Linux', () => {
  it('an rpm has the same in the same places', async () => {
    const { stdout } = await run('rpm', ['-qlp', inject('packages').product.rpm]);
    const listed = stdout.trim().split('\n');
    const own = [`${folder}/${name}`, `${folder}/resources/app.asar`, `${folder}/resources/hcm/node`];
    expect(listed).toEqual(expect.arrayContaining([...own, '/usr/bin/hcm', unit]));
    expect(listed.filter((path) => /default_app|\.map$|\.test\./.test(path))).toEqual([]);
    const { stdout: scripts } = await run('rpm', ['-qp', '--scripts', inject('packages').product.rpm]);
    expect(scripts).toContain('chrome-sandbox');
  });

  it('an archive is unpacked anywhere, and its hcm needs no Node either', async () => {
    const archive = await world.share(inject('packages').product.tarGz);
    await world.machine.done(['mkdir', 'unpacked']);
    await world.machine.done(['tar', '-xzf', archive, '-C', 'unpacked', '--strip-components', '1']);
    const said = await world.machine.done(['unpacked/resources/hcm/bin/hcm', 'version']);
    expect(said).toContain(oldVersion);
  });
});

describe('the end of the package', () => {
  it('leaves what people made, and says where', async () => {
    const told = await world.machine.done(['apt-get', 'remove', '-y', '-qq', name], { as: 'root' });
    expect(told).toContain('/var/lib/hcm');
    expect(told).toContain('~/.config/hcm');
    expect((await world.machine.run(['sh', '-c', 'command -v hcm'])).exitCode).not.toBe(0);
    expect((await world.machine.run(['test', '-e', folder])).exitCode).not.toBe(0);
    await world.machine.done(['test', '-s', '/home/desk/.config/hcm/connections.json']);
  });

  it('finds the connections when it is back, also after a purge', async () => {
    await world.machine.done(['apt-get', 'purge', '-y', '-qq', name], { as: 'root' });
    await world.install(inject('packages').product.deb);
    const host = world.machine.start(['hcm', 'run', '--output', 'json']);
    await world.expectWorks();
    expect((await world.connections()).map((row) => row.name)).toEqual([connectionName]);
    const main = (await world.machine.processes()).find(
      ({ words }) => words.includes('run') && words[0]?.endsWith('/node'),
    );
    if (main !== undefined) process.kill(main.pid, 'SIGTERM');
    expect((await host.end()).exitCode).toBe(0);
  });
});
