/** The language of window, tray, notifications and boxes: the person's choice, else the system's. */
import { matchLanguage, type Language, type LanguageChoice } from '../contract/languages.ts';
import { speak } from '../contract/messages/language.ts';

export class AppLanguage {
  readonly #systemLanguages: () => readonly string[];
  readonly #onChange: () => void;
  #current: Language = 'en';

  /** @param systemLanguages BCP 47 tags, the most wanted first */
  constructor(systemLanguages: () => readonly string[], onChange: () => void) {
    this.#systemLanguages = systemLanguages;
    this.#onChange = onChange;
  }

  get current(): Language {
    return this.#current;
  }

  /** Settles once all texts of this process are in it. */
  async choose(choice: LanguageChoice): Promise<void> {
    const language = choice === 'system' ? matchLanguage(this.#systemLanguages()) : choice;
    await speak(language);
    if (language === this.#current) return;
    this.#current = language;
    this.#onChange();
  }
}
