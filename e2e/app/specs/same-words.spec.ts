/** `hcm status --watch` on a terminal beside the window: both show one host in the same words and numbers. */
import { detailLabelTexts } from '../../../electron/contract/messages/texts/cli.ts';
import { watchHeadTexts } from '../../../electron/contract/messages/texts/cli-status.ts';
import { detailValueTexts } from '../../../electron/contract/messages/texts/details.ts';
import { hostPlainTexts } from '../../../electron/contract/messages/texts/host.ts';
import { azureWordTexts } from '../../../electron/contract/messages/texts/status.ts';
import { fillText } from '../../../electron/contract/messages/message-text.ts';
import type { HcmProcess } from '../../fixtures/hcm-process.ts';
import { RelayProcess } from '../../fixtures/relay-process.ts';
import type { Stage } from '../../fixtures/stage.ts';
import { statusPicture } from '../../fixtures/status-picture.ts';
import { stringOfNoRelay } from '../../fixtures/stored-connections.ts';
import { Target } from '../../fixtures/target.ts';
import { startForward, startHost } from '../../fixtures/tunnel.ts';
import { keepFlowing } from '../fixtures/stream.ts';
import { expect, test } from '../fixtures/test.ts';
import { DetailsPane } from '../pages/details-pane.ts';
import { MainWindow } from '../pages/main-window.ts';
import { setSize } from '../pages/screenshots.ts';
import { tableText } from '../pages/table-text.ts';
import { addAll } from '../tour/fill-window.ts';
import { biztalkString, type SceneConnection } from '../tour/scene.ts';

const [busy, idle, wiki, crm, warehouse, printer, orders] = [
  'payroll-sql',
  'orders-api',
  'intranet-wiki',
  'crm-files',
  'warehouse-db',
  'print-server',
  'orders-biztalk',
] as const;

/** Both count seconds, each in its own moment: one moment is awaited in which they say the same. */
const patience = { timeout: 30_000, intervals: [100] };

test('says what hcm status --watch says, in every state and while it changes', async ({
  launchApp,
  stage,
}) => {
  const { target, relay, connections } = await setScene(stage);
  const host = await startHost(stage, { environment: { HCM_EXTRA_CA_CERTS: relay.caFile } });
  const opened = await launchApp();
  const { page } = opened;
  const window = new MainWindow(page);
  const watch = stage.start(['status', '--watch'], {
    environment: { TERM: 'xterm', TZ: 'UTC' },
    // Nothing has to be cut there.
    terminal: { columns: 240, rows: 40 },
  });
  await setSize(opened, { width: 1560, height: 900 });
  await addAll(page, connections);
  const { port } = await startForward(stage, relay, busy);
  const session = await target.open(port);

  await test.step('in every state', async () => {
    expect((await stage.run(['stop', printer])).exitCode).toBe(0);
    const words = {
      [busy]: azureWordTexts.connected,
      [idle]: azureWordTexts.connected,
      [wiki]: azureWordTexts.connected,
      [crm]: azureWordTexts.unauthorized,
      [warehouse]: azureWordTexts.notConnected,
      [printer]: azureWordTexts.stopped,
      [orders]: azureWordTexts.discontinued,
    };
    for (const [name, word] of Object.entries(words))
      await expect(window.cell(name, 'status')).toContainText(word, { timeout: 30_000 });
    await expect(window.cell(busy, 'sessions')).toHaveText('1');
    await expectSame(window, watch, Object.keys(words).length);
  });

  await test.step('while bytes flow: the same unit, and about the same number', async () => {
    const stop = keepFlowing(session);
    await expect(async () => {
      const shown = statusPicture(watch.output)?.rows[busy]?.[watchHeadTexts.traffic] ?? '';
      const [here, there] = [await window.cell(busy, 'traffic').innerText(), shown].map(rate);
      expect(here?.unit).toBe('kB/s');
      expect(there?.unit).toBe('kB/s');
      expect((here?.amount ?? 0) / (there?.amount ?? 1)).toBeCloseTo(1, 0);
    }).toPass(patience);
    stop();
    await expect(window.cell(busy, 'traffic')).toHaveText('0');
    await expectSame(window, watch);
  });

  await test.step('and what has flowed since the host started', async () => {
    const details = new DetailsPane(page);
    await window.openDetails(busy);
    const { output } = await stage.run(['show', busy, '--output', 'table']);
    const shown = (label: string): string => new RegExp(`^${label}: +(.+)$`, 'm').exec(output)?.[1] ?? '';
    const [toEndpoint, toApp] = [shown(detailLabelTexts.bytesIn), shown(detailLabelTexts.bytesOut)];
    expect(toEndpoint).toMatch(/^[\d.]+ [kM]B$/);
    await expect(details.value('data')).toContainText(fillText(detailValueTexts.data, { toEndpoint, toApp }));
    await details.close();
  });

  await test.step('after one is stopped and Azure has gone away', async () => {
    session.app.destroy();
    expect((await stage.run(['stop', idle])).exitCode).toBe(0);
    await relay.fault({ fault: 'down' });
    await expect(window.cell(busy, 'status')).toContainText(azureWordTexts.notConnected);
    await expect(window.cell(idle, 'status')).toContainText(azureWordTexts.stopped);
    await expectSame(window, watch);
  });

  await test.step('without the host', async () => {
    host.signal('SIGKILL');
    await host.end();
    await expect(window.header).toHaveText(hostPlainTexts.unreachable.sentence);
    await expectSame(window, watch);
  });

  watch.type('q');
  expect((await watch.end()).exitCode).toBe(0);
});

interface SameScene {
  readonly target: Target;
  readonly relay: RelayProcess;
  readonly connections: readonly SceneConnection[];
}

async function setScene(stage: Stage): Promise<SameScene> {
  const target = await Target.start();
  stage.afterwards(() => target.close());
  const relay = await RelayProcess.start(stage, [
    ...[busy, idle, crm, printer].map((name) => ({ name, endpoint: target.endpoint })),
    // Nobody listens on port 1 of loopback.
    { name: wiki, endpoint: '127.0.0.1:1' },
  ]);
  const own = (name: string): string => relay.entity(name).gatewayConnectionString;
  const wrongKey = Buffer.alloc(32, 'another').toString('base64');
  return {
    target,
    relay,
    connections: [
      ...[busy, idle, wiki, printer].map((name) => ({ name, connectionString: own(name) })),
      {
        name: crm,
        connectionString: own(crm).replace(/SharedAccessKey=[^;]+/, `SharedAccessKey=${wrongKey}`),
      },
      { name: warehouse, connectionString: stringOfNoRelay(warehouse), endpoint: target.endpoint },
      { name: orders, connectionString: biztalkString(orders) },
    ],
  };
}

/** Each cell, the sentence about the host and what stands below it, and each bar. */
async function expectSame(window: MainWindow, watch: HcmProcess, count?: number): Promise<void> {
  await expect(async () => {
    const picture = statusPicture(watch.output);
    const rows = await tableText(window);
    if (count !== undefined) expect(Object.keys(rows)).toHaveLength(count);
    expect(picture?.rows).toEqual(rows);
    const [sentence, caption, ...bars] = picture?.head ?? [];
    expect(sentence).toBe(await window.header.innerText());
    // The terminal names the host's version, too: there is no dialog About.
    const below = await window.caption.innerText();
    expect(below).not.toBe('');
    expect(caption).toContain(below);
    const texts = await window.bars.evaluateAll((all) =>
      all.map((bar) => [...bar.childNodes].map((node) => node.textContent)),
    );
    expect(bars.length).toBe(texts.length);
    for (const [index, bar] of bars.entries())
      expect(texts[index]).toContain(bar.replace(/^(?:Error|Warning): /, ''));
  }).toPass(patience);
}

function rate(text: string): { readonly amount: number; readonly unit: string } {
  const [amount = '', unit = ''] = text.split(' ');
  return { amount: Number(amount), unit };
}
