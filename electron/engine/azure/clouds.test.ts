import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { azureClouds } from '../../contract/azure-place.ts';
import { settingsShape } from '../../contract/settings.ts';
import { defaultSettings } from '../../contract/default-settings.ts';
import { cloudOf, isRelayHost } from './clouds.ts';

const custom = {
  azureAuthority: 'https://login.example.net:8443/',
  azureArm: 'https://management.example.net',
  azureRelaySuffix: 'Relay.example.net',
};

describe('clouds', () => {
  it.each(azureClouds.filter((name) => name !== 'custom'))(
    '%s: its hosts stand in the documentation',
    (name) => {
      const text = readFileSync(new URL('../../../docs/azure.md', import.meta.url), 'utf8');
      const { authorityHosts, authority, arm, relaySuffix } = cloudOf(name, defaultSettings);
      const row = text.split('\n').find((line) => line.startsWith(`| \`${name}\``)) ?? '';
      for (const host of [new URL(authority).host, new URL(arm).host, `*.${relaySuffix}`])
        expect(row).toContain(`\`${host}\``);
      expect(authorityHosts).toContain(new URL(authority).host);
    },
  );

  it('a custom one is where the settings say', () => {
    expect(cloudOf('custom', custom)).toEqual({
      name: 'custom',
      authority: 'https://login.example.net:8443',
      authorityHosts: ['login.example.net:8443'],
      arm: 'https://management.example.net',
      relaySuffix: 'relay.example.net',
    });
  });

  it.each(Object.keys(custom))('a custom one without %s is none', (name) => {
    expect(() => cloudOf('custom', { ...custom, [name]: null })).toThrow('HCM6010');
  });

  it('a host of a namespace has to lie under the suffix', () => {
    const cloud = cloudOf('public', defaultSettings);
    expect(isRelayHost(cloud, 'contoso.servicebus.windows.net')).toBe(true);
    expect(isRelayHost(cloud, 'contoso.servicebus.windows.net.example.net')).toBe(false);
    expect(isRelayHost(cloud, 'evilservicebus.windows.net')).toBe(false);
  });
});

describe('addresses of a custom cloud', () => {
  it.each(['https://login.example.net', 'https://localhost:8443', 'https://login.example.net/'])(
    '%s fits',
    (text) => {
      expect(settingsShape.azureArm.safeParse(text).success).toBe(true);
    },
  );

  it.each([
    'http://login.example.net',
    'https://login.example.net/path',
    'https://user@login.example.net',
    'https://login.example.net?x=1',
    'login.example.net',
    'https://',
  ])('%s doesn’t', (text) => {
    expect(settingsShape.azureArm.safeParse(text).success).toBe(false);
  });
});
