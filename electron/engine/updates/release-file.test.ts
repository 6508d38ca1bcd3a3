import { expect, it } from 'vitest';
import { releaseFile, type PackageKind } from './release-file.ts';

function files(...names: readonly string[]) {
  return {
    files: names.map((name) => ({
      name,
      url: `https://updates.example.net/${name}`,
      sha512: '',
      sizeBytes: 1,
    })),
  };
}

const windows = files('HCM-Setup-1.2.0-arm64.exe', 'HCM-Setup-1.2.0-x64.exe');
const linux = files('hcm_1.2.0_amd64.deb', 'hcm-1.2.0.x86_64.rpm', 'HCM-1.2.0.AppImage');
const mac = files('HCM-1.2.0-arm64-mac.zip', 'HCM-1.2.0-mac.zip', 'HCM-1.2.0-arm64.dmg', 'HCM-1.2.0.dmg');

it.each<[string, ReturnType<typeof files>, PackageKind, string, string | null]>([
  ['the one of its processor', windows, 'exe', 'x64', 'HCM-Setup-1.2.0-x64.exe'],
  ['the one of its processor', windows, 'exe', 'arm64', 'HCM-Setup-1.2.0-arm64.exe'],
  ['a setup for all', files('HCM-Setup-1.2.0.exe'), 'exe', 'arm64', 'HCM-Setup-1.2.0.exe'],
  ['the words of deb', linux, 'deb', 'x64', 'hcm_1.2.0_amd64.deb'],
  ['the words of rpm', linux, 'rpm', 'x64', 'hcm-1.2.0.x86_64.rpm'],
  ['one without words', linux, 'AppImage', 'x64', 'HCM-1.2.0.AppImage'],
  ['none for another processor', linux, 'deb', 'arm64', null],
  ['none of that kind', linux, 'exe', 'x64', null],
  ['none for a processor that nobody knows', linux, 'deb', 'riscv64', null],
  ['the plain one where others name theirs', mac, 'dmg', 'x64', 'HCM-1.2.0.dmg'],
  ['its own before the plain one', mac, 'zip', 'arm64', 'HCM-1.2.0-arm64-mac.zip'],
])('%s', (_what, release, kind, arch, name) => {
  expect(releaseFile(release, { kind, arch })?.name ?? null).toBe(name);
});
