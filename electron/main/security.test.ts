import type { Session, WebContents } from 'electron';
import { describe, expect, it } from 'vitest';
import { allowsDevelopment, developmentUrl } from './development.ts';
import { hardenContents, hardenSession } from './security.ts';

type Handler = (...parts: never[]) => unknown;

/** Takes every handler that is set, under the name that sets it. */
function recorded() {
  const handlers = new Map<string, Handler>();
  const set =
    (name: string) =>
    (handler: Handler): void =>
      void handlers.set(name, handler);
  const names = [
    'setPermissionRequestHandler',
    'setPermissionCheckHandler',
    'setDevicePermissionHandler',
    'setCertificateVerifyProc',
    'setSpellCheckerEnabled',
    'setWindowOpenHandler',
  ];
  const target = {
    ...Object.fromEntries(names.map((name) => [name, set(name)])),
    webRequest: { onBeforeRequest: set('onBeforeRequest') },
    on: (name: string, handler: Handler) => handlers.set(name, handler),
  };
  return { handlers, target: target as unknown as Session & WebContents };
}

/** What the handler answers through its callback. */
function answered(handler: Handler | undefined, ...parts: unknown[]): unknown {
  let answer: unknown;
  (handler as (...all: unknown[]) => unknown)(...parts, (given: unknown) => (answer = given));
  return answer;
}

describe('hardenSession', () => {
  const { handlers, target } = recorded();
  hardenSession(target);

  it.each([
    'clipboard-read',
    'clipboard-sanitized-write',
    'media',
    'geolocation',
    'notifications',
    'openExternal',
  ])('denies the permission %s, asked and looked up', (permission) => {
    expect(answered(handlers.get('setPermissionRequestHandler'), {}, permission)).toBe(false);
    expect(
      (handlers.get('setPermissionCheckHandler') as (...all: unknown[]) => unknown)({}, permission),
    ).toBe(false);
  });

  it('denies devices, certificates, downloads and dictionaries', () => {
    expect((handlers.get('setDevicePermissionHandler') as () => unknown)()).toBe(false);
    expect(answered(handlers.get('setCertificateVerifyProc'), {})).toBe(-2);
    let prevented = false;
    (handlers.get('will-download') as (event: object) => void)({ preventDefault: () => (prevented = true) });
    expect(prevented).toBe(true);
    expect(handlers.get('setSpellCheckerEnabled')).toBe(false);
  });

  it.each([
    ['hcm-app://app/index.html', false],
    ['data:image/png;base64,AA==', false],
    ['https://example.com/', true],
    ['http://127.0.0.1:5173/', true],
    ['ws://127.0.0.1:5173/', true],
    ['file:///etc/passwd', true],
    ['hcm-app://app.evil/', true],
    ['devtools://devtools/bundled/inspector.html', true],
    ['chrome-extension://x/y.js', true],
  ])('%s is cancelled: %s', (url, cancel) => {
    expect(answered(handlers.get('onBeforeRequest'), { url })).toEqual({ cancel });
  });
});

describe('hardenContents', () => {
  const { handlers, target } = recorded();
  hardenContents(target);

  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'])(
    'denies %s',
    (name) => {
      let prevented = false;
      (handlers.get(name) as (event: object) => void)({ preventDefault: () => (prevented = true) });
      expect(prevented).toBe(true);
    },
  );

  it('denies every window', () => {
    expect((handlers.get('setWindowOpenHandler') as () => unknown)()).toEqual({ action: 'deny' });
  });
});

describe('a development server', () => {
  it('is never looked for outside development', () => {
    expect(developmentUrl({ ELECTRON_RENDERER_URL: 'http://evil.example/' })).toBeNull();
  });

  it('may be asked for its own files only', () => {
    const allows = allowsDevelopment('http://localhost:5173');
    expect(['http://localhost:5173/main.tsx', 'ws://localhost:5173/?token=x'].map(allows)).toEqual([
      true,
      true,
    ]);
    expect(['http://localhost:5174/', 'https://evil/', 'nonsense'].map(allows)).toEqual([
      false,
      false,
      false,
    ]);
    expect(allowsDevelopment(null)('http://localhost:5173/')).toBe(false);
  });
});
