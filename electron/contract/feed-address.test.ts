import { describe, expect, it } from 'vitest';
import { isFeedAddress } from './feed-address.ts';

describe('isFeedAddress', () => {
  it.each(['https://updates.corp.example/hcm/', 'https://10.0.0.5:8443/hcm', 'https://[::1]:8443/'])(
    'takes %s',
    (text) => {
      expect(isFeedAddress(text)).toBe(true);
    },
  );

  it.each([
    '',
    'updates.corp.example/hcm',
    'http://updates.corp.example/hcm',
    'file:///etc/hcm',
    'https://user@updates.corp.example/',
    'https://user:word@updates.corp.example/',
    'https://updates.corp.example/?channel=x',
    'https://updates.corp.example/#x',
    'https://',
  ])('refuses “%s”', (text) => {
    expect(isFeedAddress(text)).toBe(false);
  });
});
