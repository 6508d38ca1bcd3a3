import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { SignInPages } from './sign-in-pages.ts';

function browser(url: string) {
  return { id: randomUUID(), step: { kind: 'browser', url } } as const;
}

describe('SignInPages', () => {
  it('knows the pages of its own sign-ins alone', () => {
    const pages = new SignInPages();
    const own = browser('https://login.microsoftonline.com/common/oauth2/v2.0/authorize?state=a');
    const device = {
      id: randomUUID(),
      step: {
        kind: 'deviceCode',
        userCode: 'ABCD',
        verificationUrl: 'https://microsoft.com/devicelogin',
        expiresAt: '2026-11-19T14:00:00Z',
      },
    } as const;
    pages.keep(own);
    pages.keep(device);
    const service = randomUUID();
    pages.keep({ id: service, step: { kind: 'none' } });
    expect(pages.pageOf(own.id)).toBe(own.step.url);
    expect(pages.pageOf(device.id)).toBe('https://microsoft.com/devicelogin');
    for (const id of [service, randomUUID()]) {
      expect(() => pages.pageOf(id)).toThrow(expect.objectContaining({ code: 'HCM6018' }) as Error);
    }
  });

  it.each(['http://login.test/', 'file:///etc/passwd', 'ms-settings:', 'nonsense'])(
    'never opens %s',
    (url) => {
      const pages = new SignInPages();
      const started = browser(url);
      pages.keep(started);
      expect(() => pages.pageOf(started.id)).toThrow(expect.objectContaining({ code: 'HCM6015' }) as Error);
    },
  );

  it('forgets the oldest', () => {
    const pages = new SignInPages();
    const all = Array.from({ length: 40 }, (_unused, index) => browser(`https://login.test/${index}`));
    for (const one of all) pages.keep(one);
    expect(() => pages.pageOf(all[7]?.id ?? '')).toThrow();
    expect(pages.pageOf(all[8]?.id ?? '')).toBe('https://login.test/8');
    expect(pages.pageOf(all[39]?.id ?? '')).toBe('https://login.test/39');
  });
});
