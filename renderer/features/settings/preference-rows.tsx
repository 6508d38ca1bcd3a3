/** Rows of how one person likes the window. The app keeps them; whoever may only look at the host has them as well. */
import { Select } from '@fluentui/react-components';
import { languageChoices, languageNames, type LanguageChoice } from '../../../electron/contract/languages.ts';
import { ownChoiceTexts, ownRowTexts } from '../../../electron/contract/messages/texts/settings-page.ts';
import { themeChoices } from '../../../electron/contract/default-preferences.ts';
import { closingChoices, type Preferences } from '../../../electron/contract/preferences.ts';
import { SettingRow } from '../../components/settings/setting-row.tsx';
import { useSaving } from '../../components/settings/use-saving.ts';
import { useServices, useShell } from '../../services.tsx';
import { keepPreference } from './keep-preference.ts';

interface ChoiceRowProps<Name extends 'theme' | 'density' | 'closing' | 'language'> {
  readonly name: Name;
  readonly choices: readonly Preferences[Name][];
  readonly textOf: (choice: Preferences[Name]) => string;
}

function ChoiceRow<Name extends 'theme' | 'density' | 'closing' | 'language'>(props: ChoiceRowProps<Name>) {
  const { name, choices, textOf } = props;
  const services = useServices();
  const value = useShell(({ preferences }) => preferences[name]);
  const saving = useSaving();
  return (
    <SettingRow {...ownRowTexts[name]} saving={saving}>
      {(ids) => (
        <Select
          {...ids}
          value={value}
          data-preference={name}
          onChange={({ currentTarget: field }, data) => {
            const change = { [name]: data.value };
            void saving.run(() => keepPreference(services, change)).then(() => keepFocus(field, name));
          }}
        >
          {choices.map((choice) => (
            <option key={choice} value={choice}>
              {textOf(choice)}
            </option>
          ))}
        </Select>
      )}
    </SettingRow>
  );
}

/** Another language has drawn the page anew, and nobody has gone elsewhere in it. */
function keepFocus(before: HTMLElement, name: string): void {
  requestAnimationFrame(() => {
    const { activeElement } = document;
    if (before.isConnected || activeElement?.matches('body, h1') === false) return;
    document.querySelector<HTMLElement>(`[data-preference="${name}"]`)?.focus();
  });
}

export function ThemeRow() {
  return <ChoiceRow name="theme" choices={themeChoices} textOf={(choice) => ownChoiceTexts.theme[choice]} />;
}

export function DensityRow() {
  const choices = ['normal', 'compact'] as const;
  return <ChoiceRow name="density" choices={choices} textOf={(choice) => ownChoiceTexts.density[choice]} />;
}

export function ClosingRow() {
  return (
    <ChoiceRow name="closing" choices={closingChoices} textOf={(choice) => ownChoiceTexts.closing[choice]} />
  );
}

/** Each language in itself: whoever can't read the others finds it. */
export function LanguageRow() {
  const textOf = (choice: LanguageChoice): string =>
    choice === 'system' ? ownChoiceTexts.language.system : languageNames[choice];
  return <ChoiceRow name="language" choices={languageChoices} textOf={textOf} />;
}
