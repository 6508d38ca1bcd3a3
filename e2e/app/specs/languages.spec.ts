/** Window and command line in Dutch and Chinese: the same words for the same state, and nothing left in English. */
import { languages } from '../../../electron/contract/languages.ts';
import { speak } from '../../../electron/contract/messages/language.ts';
import { tableHeadTexts } from '../../../electron/contract/messages/texts/cli.ts';
import { azureWordTexts, endpointWordTexts } from '../../../electron/contract/messages/texts/status.ts';
import { toolbarTexts } from '../../../electron/contract/messages/texts/toolbar.ts';
import { expect, test } from '../fixtures/test.ts';
import { setLanguage } from '../pages/app-language.ts';
import { MainWindow } from '../pages/main-window.ts';
import { setSize } from '../pages/screenshots.ts';
import { fillWindow, endSessions } from '../tour/fill-window.ts';
import { sceneNames, setScene } from '../tour/scene.ts';

test.afterEach(() => speak('en'));

test('window and hcm say the same in Dutch and in Chinese', async ({ stage, launchApp }) => {
  const scene = await setScene(stage);
  const opened = await launchApp({ relay: scene.relay });
  const { page } = opened;
  const window = new MainWindow(page);
  await setSize(opened, { width: 1560, height: 900 });
  await fillWindow(page, scene);

  for (const language of languages.filter((one) => one !== 'en')) {
    await test.step(language, async () => {
      await setLanguage(opened, language);
      await expect(window.button(toolbarTexts.configure)).toBeVisible();
      const words = {
        [sceneNames.busy]: azureWordTexts.connected,
        [sceneNames.unauthorized]: azureWordTexts.unauthorized,
        [sceneNames.notFound]: azureWordTexts.notFound,
        [sceneNames.stopped]: azureWordTexts.stopped,
        [sceneNames.discontinued]: azureWordTexts.discontinued,
      };
      const environment = { HCM_LANGUAGE: language };
      const { output } = await stage.run(['list', '--output', 'table'], { environment });
      expect(output).toContain(tableHeadTexts.status);
      for (const [name, word] of Object.entries(words)) {
        await expect(window.cell(name, 'status')).toContainText(word);
        expect(output.split('\n').find((line) => line.startsWith(name))).toContain(word);
      }
      await expect(window.cell(sceneNames.busy, 'endpointStatus')).toContainText(endpointWordTexts.reachable);
      const shown = await page.getByRole('main').innerText();
      expect(shown).not.toMatch(/\b(?:Connected|Stopped|Unauthorized|Reachable|Endpoint status|Sessions)\b/);
      const json = await stage.run(['list', '--output', 'json'], { environment });
      expect(json.output).toContain('"status": "Connected"');
    });
  }

  await test.step('and English again', async () => {
    await setLanguage(opened, 'en');
    await expect(window.cell(sceneNames.busy, 'status')).toContainText('Connected');
  });
  await endSessions(page, scene);
});
