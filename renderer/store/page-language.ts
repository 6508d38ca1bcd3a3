/** Shows the page in a language: its texts first, then whoever shows them. */
import type { Language } from '../../electron/contract/languages.ts';
import { speak } from '../../electron/contract/messages/language.ts';
import type { Services } from '../services.tsx';

export async function showLanguage({ shell }: Pick<Services, 'shell'>, language: Language): Promise<void> {
  await speak(language);
  document.documentElement.lang = language;
  shell.setState({ language });
}
