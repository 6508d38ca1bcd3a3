/** What a page that went bad could try, from inside: every door is shut, and every view does without any of them. */
import type { WindowApi } from '../../../electron/contract/shell-api.ts';
import type { AppUnderTest } from '../fixtures/app-under-test.ts';
import { expect, test } from '../fixtures/test.ts';
import { MainWindow } from '../pages/main-window.ts';
import { endSessions, fillWindow } from '../tour/fill-window.ts';
import { setScene } from '../tour/scene.ts';
import { backToList, views } from '../tour/views.ts';

const goldenPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-NONCE'; img-src 'self' data:; font-src 'self'; " +
  "connect-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; " +
  "require-trusted-types-for 'script'; trusted-types 'none'";

/** What was meant to be forbidden is no fault of the page. */
function forgive(opened: AppUnderTest): void {
  opened.cspViolations.length = 0;
  opened.consoleProblems.length = 0;
}

test('the page can go nowhere, ask for nothing and reach nobody', async ({ launchApp }) => {
  const opened = await launchApp();
  const { app, page } = opened;
  await expect(new MainWindow(page).header).toBeVisible();
  const address = page.url();

  await test.step('the policy is the one that was agreed on', async () => {
    const policy = await app.evaluate(async ({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      if (window === undefined) throw new Error('there is no window');
      const { session } = window.webContents;
      const answer = await session.fetch(window.webContents.getURL(), {
        bypassCustomProtocolHandlers: false,
      });
      return answer.headers.get('Content-Security-Policy');
    });
    expect(policy?.replace(/nonce-[A-Za-z0-9+/=]+/, 'nonce-NONCE')).toBe(goldenPolicy);
  });

  await test.step('it stays where it is', async () => {
    for (const target of ['https://example.invalid/', 'file:///etc/passwd', 'data:text/html,gone']) {
      await page.evaluate((url) => {
        location.href = url;
      }, target);
      expect(await page.evaluate((url) => window.open(url) === null, target)).toBe(true);
      await page.evaluate((url) => {
        const link = Object.assign(document.createElement('a'), { href: url, target: '_blank' });
        document.body.append(link);
        link.click();
        link.remove();
      }, target);
    }
    await page.evaluate(() => {
      const form = Object.assign(document.createElement('form'), {
        action: 'https://example.invalid/',
        method: 'post',
      });
      document.body.append(form);
      form.submit();
      form.remove();
    });
    await dropFile(opened);
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
    // Not by a locator: Playwright waits for navigations that were begun, and these never end.
    expect(await page.evaluate(() => [location.href, document.querySelectorAll('h1').length])).toEqual([
      address,
      1,
    ]);
  });

  await test.step('it gets no permission', async () => {
    const answers = await page.evaluate(async () => {
      const query = async (name: string): Promise<string> =>
        (await navigator.permissions.query({ name: name as PermissionName })).state;
      const refused = (asked: Promise<unknown>): Promise<string> =>
        asked.then(
          () => 'given',
          () => 'refused',
        );
      return {
        geolocation: await new Promise<string>((resolve) => {
          navigator.geolocation.getCurrentPosition(
            () => resolve('given'),
            ({ code }) => resolve(code === 1 ? 'refused' : `code ${code}`),
          );
        }),
        notifications: await Notification.requestPermission(),
        readClipboard: await refused(navigator.clipboard.readText()),
        writeClipboard: await query('clipboard-write'),
        camera: await refused(navigator.mediaDevices.getUserMedia({ video: true })),
        devices: await query('midi'),
      };
    });
    expect(answers).toEqual({
      geolocation: 'refused',
      notifications: 'denied',
      readClipboard: 'refused',
      writeClipboard: 'denied',
      camera: 'refused',
      devices: 'denied',
    });
  });

  await test.step('it reaches nobody and runs nothing that came later', async () => {
    const reached = await page.evaluate(async () => {
      const ended = (element: HTMLElement): Promise<string> =>
        new Promise((resolve) => {
          element.addEventListener('load', () => resolve('loaded'));
          element.addEventListener('error', () => resolve('refused'));
          document.body.append(element);
        });
      const forbidden = (action: () => unknown): string => {
        try {
          action();
          return 'done';
        } catch {
          return 'refused';
        }
      };
      const frame = document.createElement('iframe');
      frame.src = 'https://example.invalid/';
      const framed = await ended(frame);
      const frameText = forbidden(
        () =>
          frame.contentDocument?.body.textContent ??
          (() => {
            throw new Error();
          })(),
      );
      const socketEnded = new Promise<string>((resolve) => {
        try {
          const socket = new WebSocket('ws://127.0.0.1:1');
          socket.addEventListener('open', () => resolve('open'));
          socket.addEventListener('error', () => resolve('refused'));
        } catch {
          resolve('refused');
        }
      });
      return {
        fetched: await fetch('https://example.invalid/').then(
          () => 'fetched',
          () => 'refused',
        ),
        image: await ended(Object.assign(new Image(), { src: 'https://example.invalid/a.png' })),
        frame: framed === 'refused' ? 'refused' : frameText,
        socket: await socketEnded,
        evaluated: forbidden(() => Reflect.construct(Function, ['return 1'])),
        markup: forbidden(() => {
          document.createElement('div').innerHTML = '<b>markup</b>';
        }),
        worker: forbidden(() => new Worker('data:text/javascript,0')),
        inline: forbidden(() => {
          const script = document.createElement('script');
          script.textContent = 'window.ranInline = true';
          document.body.append(script);
          if (!('ranInline' in window)) throw new Error('refused');
        }),
      };
    });
    expect(Object.entries(reached).filter(([, end]) => end !== 'refused')).toEqual([]);
    expect(opened.cspViolations.length).toBeGreaterThan(5);
  });
  forgive(opened);
});

/** Out of a file manager: Chromium would show the file in place of the page. */
async function dropFile({ page }: AppUnderTest): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const data = {
    items: [{ mimeType: 'text/uri-list', data: 'https://example.invalid/' }],
    files: ['/etc/hostname'],
    dragOperationsMask: 1,
  };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: 200, y: 20, data });
  }
  await session.detach();
}

test('calls that aren’t as agreed are refused as values, and nothing is quoted', async ({ launchApp }) => {
  const { page } = await launchApp();
  const secret = 'kanarienvogel-0123456789';
  const replies = await page.evaluate(async (quoted) => {
    const { hcm } = window as unknown as { readonly hcm: WindowApi };
    const ask = (name: string, input: unknown): Promise<unknown> =>
      hcm.invoke(name as never, input).catch((error: unknown) => String(error));
    const withProto: unknown = JSON.parse(`{"__proto__": {"connectionString": "${quoted}"}}`);
    return {
      wrongType: await ask('connections.add', { connectionString: 7 }),
      extraKey: await ask('connections.add', { connectionString: 'x', [quoted]: quoted }),
      tooLarge: await ask('connections.add', { connectionString: quoted.repeat(10_000) }),
      prototype: await ask('connections.add', withProto),
      nothing: await ask('connections.remove', undefined),
      list: await ask('connections.remove', [quoted]),
      noId: await ask('connections.remove', { id: quoted }),
      otherLink: await ask('app.openLink', { link: `https://example.invalid/${quoted}` }),
      otherFile: await ask('app.saveText', { name: '../../.bashrc', text: quoted }),
      // The preload doesn't even send these.
      unknownCall: await ask('app.quit', {}),
      inherited: await ask('constructor', {}),
    };
  }, secret);
  const { unknownCall, inherited, ...typed } = replies;
  for (const [name, reply] of Object.entries(typed)) {
    expect(reply, name).toMatchObject({ ok: false, error: { code: 'HCM5006' } });
  }
  expect([unknownCall, inherited]).toEqual(['Error: no such call', 'Error: no such call']);
  expect(JSON.stringify(replies)).not.toContain('kanarienvogel');
  expect(await page.evaluate(() => 'connectionString' in {})).toBe(false);
});

test('every view works without a word in the console', async ({ stage, launchApp }) => {
  test.setTimeout(180_000);
  const scene = await setScene(stage);
  const opened = await launchApp({ relay: scene.relay });
  await fillWindow(opened.page, scene);
  const window = new MainWindow(opened.page);
  for (const view of views) {
    await test.step(view.name, async () => {
      await view.open(window, scene);
      await backToList(window);
      expect(opened.cspViolations).toEqual([]);
      expect(opened.consoleProblems).toEqual([]);
    });
  }
  await endSessions(opened.page, scene);
});
