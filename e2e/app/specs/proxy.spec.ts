/** The desktop's proxy: fixed, and by a PAC script that Chromium evaluates. */
import { pathTexts } from '../../../electron/contract/messages/texts/details.ts';
import { azureWordTexts, problemLineTexts } from '../../../electron/contract/messages/texts/status.ts';
import { fillText } from '../../../electron/contract/messages/message-text.ts';
import { ConnectProxy } from '../../fixtures/connect-proxy.ts';
import type { Stage } from '../../fixtures/stage.ts';
import { addInWindow, startBothEnds, untilRowIs } from '../fixtures/added-connection.ts';
import type { AppUnderTest } from '../fixtures/app-under-test.ts';
import { expect, test } from '../fixtures/test.ts';
import { DetailsPane } from '../pages/details-pane.ts';
import { MainWindow } from '../pages/main-window.ts';

const name = 'payroll-sql';

async function startProxy(stage: Stage): Promise<ConnectProxy> {
  const proxy = await ConnectProxy.start();
  stage.afterwards(() => proxy.close());
  return proxy;
}

/** As a desktop's settings would be, in the session that the app asks. */
async function setDesktopProxy(
  { app }: AppUnderTest,
  config: { readonly proxyRules?: string; readonly proxyBypassRules?: string; readonly pacScript?: string },
): Promise<void> {
  await app.evaluate(({ session }, given) => session.fromPartition('proxy').setProxy(given), config);
}

test('a connection goes through the proxy that the desktop names, and says so', async ({
  launchApp,
  stage,
}) => {
  const proxy = await startProxy(stage);
  const { relay } = await startBothEnds(stage, name);
  // The relay of this test is on this computer, where nobody uses a proxy unless it is asked for.
  await stage.run(['proxy', '--bypass', '<-loopback>']);
  const opened = await launchApp({ relay });
  await setDesktopProxy(opened, { proxyRules: `https=${proxy.address}`, proxyBypassRules: '<-loopback>' });
  await addInWindow(opened, relay, name);
  await untilRowIs(opened, name, azureWordTexts.connected);
  expect(new Set(proxy.asked)).toEqual(new Set([`localhost:${relay.port}`]));

  const details = new DetailsPane(opened.page);
  await new MainWindow(opened.page).openDetails(name);
  await expect(details.value('proxy')).toHaveText(proxy.address);
  const words = fillText(pathTexts.throughProxy, { words: '', proxy: proxy.address });
  await expect(details.path.filter({ hasText: words })).toHaveCount(1);
});

test('a PAC script decides for each relay; a proxy that refuses is named', async ({ launchApp, stage }) => {
  const proxy = await startProxy(stage);
  proxy.refusal = '403 Forbidden';
  const azure = 'contoso.servicebus.windows.net';
  const string = `Endpoint=sb://${azure}/;SharedAccessKeyName=listen;SharedAccessKey=${'A'.repeat(43)}=;EntityPath=${name}`;
  const opened = await launchApp();
  const script = `function FindProxyForURL(url, host) {
    return dnsDomainIs(host, '.servicebus.windows.net') ? 'PROXY ${proxy.address}' : 'PROXY 127.0.0.1:1';
  }`;
  await setDesktopProxy(opened, {
    pacScript: `data:application/x-ns-proxy-autoconfig,${encodeURIComponent(script)}`,
  });
  const added = await stage.run(['add', '-'], { input: string });
  expect(added.exitCode).toBe(0);
  await untilRowIs(opened, name, problemLineTexts.HCM2064 as string);
  expect(new Set(proxy.asked)).toEqual(new Set([`${azure}:443`]));
});
