/** Settings in the real window: language and appearance at once, a limit that takes effect, and what a policy locks. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fillText } from '../../../electron/contract/messages/message-text.ts';
import {
  ownRowTexts,
  settingRowTexts,
  settingsPageTexts,
  settingsSectionTexts,
} from '../../../electron/contract/messages/texts/settings-page.ts';
import { headerTexts } from '../../../electron/contract/messages/texts/window.ts';
import { settingsPageTexts as dutch } from '../../../electron/contract/messages/nl/settings-page.ts';
import { expect, test } from '../fixtures/test.ts';
import { MainWindow } from '../pages/main-window.ts';

const by = 'Contoso servers baseline';

test('what is chosen counts at once, and what a policy sets is locked', async ({ stage, launchApp }) => {
  const policy = join(stage.folder, 'policy.json');
  const settings = { drainSeconds: 120 };
  await writeFile(policy, JSON.stringify({ version: 1, by, settings }));
  const opened = await launchApp({ environment: { HCM_POLICY_FILE: policy } });
  const { page, app } = opened;
  const window = new MainWindow(page);
  const title = page.getByRole('heading', { level: 1 });

  await test.step('by its button, and back by Esc; by its key', async () => {
    await window.anyButton(headerTexts.settings).click();
    await expect(title).toHaveText(settingsPageTexts.title);
    await page.keyboard.press('Escape');
    await expect(title).not.toHaveText(settingsPageTexts.title);
    await page.keyboard.press('Control+,');
    await expect(title).toHaveText(settingsPageTexts.title);
  });

  await test.step('another language, and back', async () => {
    await page.getByLabel(ownRowTexts.language.label).selectOption('nl');
    await expect(title).toHaveText(dutch.title);
    await expect(page.locator('html')).toHaveAttribute('lang', 'nl');
    await page.getByRole('main').getByRole('combobox').nth(1).selectOption('en');
    await expect(title).toHaveText(settingsPageTexts.title);
  });

  await test.step('dark', async () => {
    await page.getByLabel(ownRowTexts.theme.label).selectOption('dark');
    await expect.poll(() => app.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('dark');
  });

  await test.step('a limit, which the host keeps', async () => {
    await window.anyButton(settingsSectionTexts.connections.title).click();
    const limit = page.getByRole('textbox', { name: settingRowTexts.maxSessions.label });
    await limit.fill('0');
    await limit.press('Enter');
    await expect(page.getByText(fillText(settingsPageTexts.range, { min: 1, max: 100_000 }))).toBeVisible();
    await limit.fill('77');
    await limit.press('Enter');
    await expect(page.getByText(settingsPageTexts.saved)).toBeVisible();
    const stored = await readFile(join(stage.home, 'settings.json'), 'utf8');
    expect(JSON.parse(stored)).toMatchObject({ settings: { maxSessions: 77 } });
    const asked = await stage.run(['config', 'get', 'maxSessions', '--output', 'json']);
    expect(JSON.parse(asked.output)).toMatchObject({ value: 77 });
  });

  await test.step('a managed one has no control', async () => {
    await expect(page.getByText(fillText(settingsPageTexts.managed, { by }))).toBeVisible();
    await expect(page.getByText('120 s')).toBeVisible();
    await expect(page.getByRole('textbox', { name: settingRowTexts.drainSeconds.label })).toHaveCount(0);
    const refused = await stage.run(['config', 'set', 'drainSeconds', '1']);
    expect(refused.errors).toContain('HCM6101');
  });
});
