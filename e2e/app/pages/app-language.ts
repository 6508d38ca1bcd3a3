/** The language of the window under test, and of the words that its test looks for. */
import type { Language } from '../../../electron/contract/languages.ts';
import { speak } from '../../../electron/contract/messages/language.ts';
import type { WindowApi } from '../../../electron/contract/shell-api.ts';
import type { AppUnderTest } from '../fixtures/app-under-test.ts';
import { expect } from '../fixtures/test.ts';

/** As the person's setting says it; the page is drawn anew. */
export async function setLanguage({ page }: Pick<AppUnderTest, 'page'>, language: Language): Promise<void> {
  await page.evaluate(async (wanted) => {
    const { hcm } = window as unknown as { readonly hcm: WindowApi };
    await hcm.invoke('preferences.set', { language: wanted });
  }, language);
  await speak(language);
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', language);
  await expect(page.getByRole('heading', { level: 1 })).not.toBeEmpty();
}
