/**
 * Keys go through the window, and then through every view of it. After that nothing of them may be anywhere: not in the
 * page, no file but sealed, no output, no list of processes, not on the clipboard.
 */
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { actionLabelTexts } from '../../../electron/contract/messages/texts/actions.ts';
import { addDialogTexts, addHeadingTexts } from '../../../electron/contract/messages/texts/add.ts';
import { firstRunTexts } from '../../../electron/contract/messages/texts/first-run.ts';
import { canaries } from '../../fixtures/canaries.ts';
import { ProcessWatch } from '../../fixtures/process-watch.ts';
import { SecretSearch, type Finding } from '../../fixtures/secret-search.ts';
import { expect, test } from '../fixtures/test.ts';
import { MainWindow } from '../pages/main-window.ts';
import { endSessions, fillWindow } from '../tour/fill-window.ts';
import { sceneNames, setScene, type Scene } from '../tour/scene.ts';
import { backToList, views } from '../tour/views.ts';

test('a key that came through the window is nowhere', async ({ stage, launchApp }) => {
  test.setTimeout(180_000);
  const scene = await setScene(stage);
  const search = new SecretSearch({ ...keysOf(scene), ...canaries });
  const findings: Finding[] = [];
  const watch = new ProcessWatch();
  const opened = await launchApp({ relay: scene.relay });
  const { app, page } = opened;
  const window = new MainWindow(page);
  const lookAtPage = async (where: string): Promise<void> => {
    findings.push(...search.look(where, await everythingIn(page)));
  };

  await test.step('pasted, read, and added', async () => {
    const good = scene.connections.find(({ name }) => name === sceneNames.idle);
    await expect(page.getByRole('heading', { name: firstRunTexts.title })).toBeVisible();
    await page.keyboard.press('Control+Shift+N');
    const dialog = page.getByRole('dialog');
    await expect(dialog).toBeVisible();
    await app.evaluate(({ clipboard }, text) => clipboard.writeText(text), good?.connectionString ?? '');
    await page.keyboard.press('Control+v');
    await expect(dialog.getByText(addHeadingTexts.readyAdd)).toBeVisible();
    await lookAtPage('the form with a good string');
    // What the person left on the clipboard is theirs; from here on it must be empty of keys.
    await app.evaluate(({ clipboard }) => clipboard.clear());
    await dialog.getByRole('button', { name: addDialogTexts.add, exact: true }).click();
    await expect(window.row(sceneNames.idle)).toHaveAccessibleName(/, connected/i);
    await lookAtPage('the list after adding');
  });

  await test.step('pasted wrong, and given up', async () => {
    for (const text of [
      // Alone, only a key of Azure's shape can be known for one.
      canaries['send key'],
      `SharedAccessKey=${canaries['odd listen key']}`,
      `Endpoint=sb://localhost/;SharedAccessKeyName=a;SharedAccessKey:${canaries['odd send key']}`,
      `Endpoint=${canaries['listen key']};SharedAccessKey=${canaries['send key']};EntityPath=x`,
      `Endpoint=sb://localhost:1/;SharedAccessKeyName=a;SharedAccessKey=${canaries['wrong key']};EntityPath=x y`,
    ]) {
      await page.keyboard.press('Control+Shift+N');
      const field = page.getByRole('textbox', { name: addDialogTexts.field });
      await expect(field).toBeFocused();
      await app.evaluate(({ clipboard }, copied) => clipboard.writeText(copied), text);
      await page.keyboard.press('Control+v');
      await expect(field).not.toHaveValue('');
      await lookAtPage('the form with a string that can’t be added');
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toBeHidden();
    }
    await app.evaluate(({ clipboard }) => clipboard.clear());
  });

  await test.step('every view', async () => {
    await fillWindow(page, scene, { without: sceneNames.idle });
    for (const view of views) {
      await view.open(window, scene);
      await lookAtPage(view.name);
      await backToList(window);
    }
  });

  await test.step('copied details', async () => {
    for (const name of [sceneNames.busy, sceneNames.unauthorized]) {
      await window.row(name).getByText(name, { exact: true }).click({ button: 'right' });
      await window.menuItem(actionLabelTexts.copyDetails).or(window.menuItem('Copy')).first().click();
      await page.getByRole('menuitem', { name: 'Details', exact: true }).click();
      await expect
        .poll(() => app.evaluate(({ clipboard }) => clipboard.readText()))
        .toContain(`Hybrid Connection: ${name}`);
      findings.push(...search.look('clipboard', await app.evaluate(({ clipboard }) => clipboard.readText())));
      await backToList(window);
    }
  });

  await endSessions(page, scene);
  await opened.stop();
  const seen = await watch.stop();
  expect.soft(findings).toEqual([]);
  expect(search.look('output of the app', opened.written)).toEqual([]);
  const lines = [...seen.values()].flatMap((line) => [...line]);
  expect(lines.length).toBeGreaterThan(5);
  // Other programs of this computer may have anything in their arguments; none may have ours.
  const keys = [...Object.values(keysOf(scene)), ...Object.values(canaries)];
  expect(lines.filter((line) => keys.some((key) => line.includes(key)))).toEqual([]);
  const inHome = await search.lookInFolder(stage.home);
  expect(inHome.findings).toEqual([]);
  await access(join(stage.home, 'window'));
  expect(inHome.files).toBeGreaterThan(5);
});

function keysOf({ connections, spareString }: Scene): Readonly<Record<string, string>> {
  const second = connections.flatMap(({ name, secondaryString }) =>
    secondaryString === undefined ? [] : [{ name: `${name}, second`, connectionString: secondaryString }],
  );
  const all = [...connections, ...second, { name: 'spare', connectionString: spareString }];
  return Object.fromEntries(
    all.map(({ name, connectionString }) => [
      name,
      /SharedAccessKey=([^;]+)/.exec(connectionString)?.[1] ?? '',
    ]),
  );
}

/** Markup, what is in the fields, what is stored: all that any script of the page could read. */
function everythingIn(page: Page): Promise<string> {
  return page.evaluate(() => {
    const fields = [...document.querySelectorAll('input, textarea')].map((field) =>
      'value' in field ? String(field.value) : '',
    );
    return [
      document.documentElement.outerHTML,
      document.documentElement.innerText,
      ...fields,
      JSON.stringify([localStorage, sessionStorage].flatMap((storage) => Object.entries(storage))),
      document.title,
      location.href,
    ].join('\n');
  });
}
