/**
 * The row of one setting of the host: a number, a choice or a text that applies at once; its value alone where the
 * organization has set it, or for whoever may only look.
 */
import { Radio, RadioGroup, Select } from '@fluentui/react-components';
import { fillText } from '../../../electron/contract/messages/message-text.ts';
import {
  settingChoiceTexts,
  settingProblemTexts,
  settingRowTexts,
  settingsPageTexts,
} from '../../../electron/contract/messages/texts/settings-page.ts';
import { settingUnitTexts } from '../../../electron/contract/messages/texts/settings.ts';
import {
  readSettingText,
  settingChange,
  settingKind,
  settingLimits,
} from '../../../electron/contract/setting-values.ts';
import type { SettingName, Settings } from '../../../electron/contract/settings.ts';
import { defaultSettings } from '../../../electron/contract/default-settings.ts';
import { useWhyNot } from '../use-why-not.ts';
import { CommitField } from './commit-field.tsx';
import { FixedRow, SettingRow, type RowIds } from './setting-row.tsx';
import { useHostSettings } from './use-host-settings.tsx';
import { useSaving } from './use-saving.ts';

export interface HostSettingProps {
  readonly name: SettingName;
  /** Choices below each other instead of a list to open. */
  readonly asRadios?: boolean;
}

export function HostSetting({ name, asRadios = false }: HostSettingProps) {
  const { settings, managedBy, change, reset } = useHostSettings();
  const whyNot = useWhyNot('settings.set');
  const saving = useSaving();
  if (settings === null) return null;
  const { label, about } = settingRowTexts[name];
  const by = managedBy(name);
  if (by !== null || whyNot !== null)
    return <FixedRow label={label} about={about} value={shownValue(name, settings)} managedBy={by} />;

  const kind = settingKind(name);
  const value = settings[name];
  const set = (text: string): Promise<void> => {
    const reading = readSettingText(name, text);
    // An empty field of something that may be none, or of a number: the default.
    return text !== '' && reading.ok ? change(settingChange(name, reading.value)) : reset(name);
  };
  const choices = kind.kind === 'choice' ? kind.choices : [];
  const choose = (chosen: string): void => {
    const wrong = conflictOf(name, chosen, settings);
    if (wrong === null) void saving.run(() => set(chosen));
    else saving.refuse(wrong);
  };
  return (
    <SettingRow label={label} about={about} saving={saving} isWide={asRadios}>
      {(ids) =>
        choices.length === 0 ? (
          <CommitField
            ids={ids}
            value={value === null ? '' : String(value)}
            saving={saving}
            check={(text) => conflictOf(name, text, settings) ?? problemOf(name, text)}
            onCommit={set}
            isNumber={kind.kind === 'number'}
            unit={settingUnitTexts[name] ?? ''}
            placeholder={placeholderOf(name)}
          />
        ) : (
          <Choice {...{ ids, name, choices, asRadios, value: String(value), onChoose: choose }} />
        )
      }
    </SettingRow>
  );
}

interface ChoiceProps {
  readonly ids: RowIds;
  readonly name: SettingName;
  readonly choices: readonly string[];
  readonly asRadios: boolean;
  readonly value: string;
  readonly onChoose: (value: string) => void;
}

function Choice({ ids, name, choices, asRadios, value, onChoose }: ChoiceProps) {
  if (asRadios)
    return (
      <RadioGroup {...ids} value={value} onChange={(_event, data) => onChoose(data.value)}>
        {choices.map((choice) => (
          <Radio key={choice} value={choice} label={choiceText(name, choice)} />
        ))}
      </RadioGroup>
    );
  return (
    <Select {...ids} value={value} onChange={(_event, data) => onChoose(data.value)}>
      {choices.map((choice) => (
        <option key={choice} value={choice}>
          {choiceText(name, choice)}
        </option>
      ))}
    </Select>
  );
}

function choiceText(name: SettingName, value: string): string {
  const choices: Readonly<Partial<Record<SettingName, Readonly<Record<string, string>>>>> =
    settingChoiceTexts;
  return choices[name]?.[value] ?? value;
}

function shownValue(name: SettingName, settings: Settings): string {
  const value = settings[name];
  if (value === null || value === '') return settingsPageTexts.none;
  if (typeof value === 'string') return choiceText(name, value);
  const unit = settingUnitTexts[name];
  return unit === undefined ? String(value) : fillText(settingsPageTexts.withUnit, { value, unit });
}

function placeholderOf(name: SettingName): string {
  const fallback = defaultSettings[name];
  return fallback === null || fallback === '' ? settingsPageTexts.none : String(fallback);
}

/** A proxy that is used and has no address would end every connection’s way to Azure at once. */
function conflictOf(name: SettingName, text: string, settings: Settings): string | null {
  if (name === 'proxyMode' && text === 'manual' && settings.proxyUrl === null)
    return settingsPageTexts.addressFirst;
  return name === 'proxyUrl' && text === '' && settings.proxyMode === 'manual'
    ? settingsPageTexts.addressInUse
    : null;
}

function problemOf(name: SettingName, text: string): string | null {
  if (text === '' || readSettingText(name, text).ok) return null;
  const kind = settingKind(name);
  if (kind.kind === 'number') return fillText(settingsPageTexts.range, settingLimits(name));
  return settingProblemTexts[name] ?? settingsPageTexts.notTaken;
}
