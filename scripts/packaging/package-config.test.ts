import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageOverrides, readPackageConfig } from './package-config.mjs';

interface ValidateModule {
  validateConfiguration: (config: object, logger: { add: () => void }) => Promise<void>;
}

const root = resolve(import.meta.dirname, '../..');
const { validateConfiguration } = createRequire(import.meta.url)(
  join(root, 'node_modules/app-builder-lib/out/util/config/config.js'),
) as ValidateModule;
const logger = { add: () => undefined };
const electron = { folder: '/electron', version: '33.2.1' };
const publisher = { maintainer: 'A <a@example.com>', homepage: 'https://example.com/' };

describe('electron-builder.yml', () => {
  const config = readPackageConfig();

  it('is what electron-builder’s own schema allows, alone and with every choice', async () => {
    await validateConfiguration(config, logger);
    for (const platform of ['linux', 'win', 'mac'] as const) {
      const overrides = packageOverrides({
        ...{
          platform,
          version: '1.2.3',
          output: 'out/x',
          forEndToEndTests: true,
          feed: 'https://example.com/',
        },
        ...{ channel: 'preview', electron, publisher, quick: true },
      });
      await validateConfiguration({ ...config, ...overrides }, logger);
    }
    await expect(validateConfiguration({ ...config, nsiss: {} }, logger)).rejects.toThrow(/nsiss/);
  });

  it('has every target that is promised', () => {
    const targets = (platform: 'linux' | 'win' | 'mac'): unknown => config[platform]?.target;
    expect(targets('linux')).toEqual([
      { target: 'AppImage', arch: ['x64', 'arm64'] },
      { target: 'deb', arch: ['x64', 'arm64'] },
      { target: 'rpm', arch: ['x64', 'arm64'] },
      { target: 'tar.gz', arch: ['x64', 'arm64'] },
    ]);
    expect(targets('win')).toEqual([
      { target: 'nsis', arch: ['x64', 'arm64'] },
      { target: 'msi', arch: ['x64'] },
    ]);
    expect(targets('mac')).toEqual([{ target: 'dmg', arch: ['x64', 'arm64'] }]);
  });

  it('states every fuse that electron-builder knows', () => {
    const schema = JSON.parse(
      readFileSync(join(root, 'node_modules/app-builder-lib/scheme.json'), 'utf8'),
    ) as { definitions: { FuseOptionsV1: { properties: object } } };
    const known = Object.keys(schema.definitions.FuseOptionsV1.properties);
    expect(Object.keys(config.electronFuses ?? {}).toSorted()).toEqual(known.toSorted());
    expect(config.electronFuses).toMatchObject({
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableCookieEncryption: true,
      onlyLoadAppFromAsar: true,
      enableEmbeddedAsarIntegrityValidation: true,
      grantFileProtocolExtraPrivileges: false,
    });
  });

  it('is found by the name of the app that it takes over from', () => {
    const name = 'Hybrid Connection Manager UI';
    expect(config.linux?.desktop?.entry?.['Name']).toBe(name);
    expect(config.nsis?.shortcutName).toBe(name);
    expect(config.msi?.shortcutName).toBe(name);
  });

  it('keeps what people made when it is removed', () => {
    expect(config.nsis?.deleteAppDataOnUninstall).toBe(false);
  });
});

describe('packageOverrides', () => {
  it('opens a package to debuggers for end-to-end tests only', () => {
    const inspect = (forEndToEndTests?: boolean): unknown =>
      packageOverrides({ platform: 'linux', forEndToEndTests }).electronFuses?.enableNodeCliInspectArguments;
    expect([inspect(), inspect(false), inspect(true)]).toEqual([false, false, true]);
  });

  it('says where newer versions are only when that is known', () => {
    expect(packageOverrides({ platform: 'linux' }).publish).toBeNull();
    expect(packageOverrides({ platform: 'linux', feed: 'https://example.com/' }).publish).toEqual({
      provider: 'generic',
      url: 'https://example.com/',
      channel: 'latest',
    });
  });
});
