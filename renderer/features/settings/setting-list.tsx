/**
 * All rows of the page, by part and group, as data: the parts show them, and "Find a setting" looks through their words in
 * the language of the page.
 */
import type { ReactNode } from 'react';
import { languageNames } from '../../../electron/contract/languages.ts';
import {
  ownChoiceTexts,
  ownRowTexts,
  settingChoiceTexts,
  settingRowTexts,
  type settingsGroupTexts,
} from '../../../electron/contract/messages/texts/settings-page.ts';
import type { SettingName } from '../../../electron/contract/settings.ts';
import { HostSetting } from '../../components/settings/host-setting.tsx';
import type { SettingsSection } from '../../store/ui-store.ts';
import { DataFolderRow, KeysRow, TelemetryRow, TlsRow } from './fact-rows.tsx';
import { LoginRows } from './login-rows.tsx';
import {
  AfterMinutesRow,
  NewVersionRow,
  NotifyRow,
  QuietRow,
  RecoveredRow,
  TryNotificationRow,
} from './notification-rows.tsx';
import { ClosingRow, DensityRow, LanguageRow, ThemeRow } from './preference-rows.tsx';
import { ProxyPasswordRow, ProxyTestRow } from './proxy-rows.tsx';

type OwnName = keyof typeof ownRowTexts;
type GroupName = keyof typeof settingsGroupTexts;

export interface ListedRow {
  readonly section: SettingsSection;
  readonly group: GroupName | null;
  /** Whose words are looked through. */
  readonly name: SettingName | OwnName;
  readonly row: ReactNode;
}

export function wordsOf({ name }: ListedRow): string {
  const texts: Readonly<Record<string, { readonly label: string; readonly about: string } | undefined>> =
    name in settingRowTexts ? settingRowTexts : ownRowTexts;
  // The second row of the login start stands below the first one only while that is on.
  const names = name === 'atLogin' ? [name, 'hidden'] : [name];
  const rows = names.map((one) => `${texts[one]?.label ?? one} ${texts[one]?.about ?? ''}`);
  return [...rows, ...choicesOf(name)].join(' ');
}

/** Who wants the window to quit looks for that, not for what decides it. */
function choicesOf(name: ListedRow['name']): readonly string[] {
  const texts: Readonly<Record<string, Readonly<Record<string, string>> | undefined>> =
    name in settingChoiceTexts ? settingChoiceTexts : ownChoiceTexts;
  const choices = Object.values(texts[name] ?? {});
  return name === 'language' ? [...choices, ...Object.values(languageNames)] : choices;
}

/** Of the host. */
function hosts(section: SettingsSection, group: GroupName | null, names: readonly SettingName[]) {
  return names.map((name): ListedRow => {
    const row = <HostSetting name={name} asRadios={name === 'proxyMode'} />;
    return { section, group, name, row };
  });
}

/** Of the app. */
function own(section: SettingsSection, group: GroupName | null, name: OwnName, row: ReactNode): ListedRow {
  return { section, group, name, row };
}

export const listedRows: readonly ListedRow[] = [
  own('general', 'window', 'theme', <ThemeRow />),
  own('general', 'window', 'language', <LanguageRow />),
  own('general', 'window', 'density', <DensityRow />),
  own('general', 'start', 'atLogin', <LoginRows />),
  own('general', 'start', 'closing', <ClosingRow />),
  ...hosts('connections', 'sessions', [
    'drainSeconds',
    'dialTimeoutSeconds',
    'idleMinutes',
    'halfCloseMinutes',
    'endpointCheckMinutes',
  ]),
  ...hosts('connections', 'limits', [
    'maxSessionsPerConnection',
    'maxSessions',
    'kilobytesPerSecondPerConnection',
    'kilobytesPerSecond',
  ]),
  ...hosts('network', 'proxy', ['proxyMode', 'proxyUrl']),
  own('network', 'proxy', 'password', <ProxyPasswordRow />),
  ...hosts('network', 'proxy', ['proxyBypass']),
  own('network', 'proxy', 'proxyTest', <ProxyTestRow />),
  ...hosts('network', 'trust', ['extraCaFile', 'httpAddress']),
  own('security', 'host', 'keys', <KeysRow />),
  own('security', 'host', 'tls', <TlsRow />),
  own('security', 'host', 'telemetry', <TelemetryRow />),
  ...hosts('security', 'signIn', ['azureTenant', 'azureClientId']),
  own('notifications', null, 'notify', <NotifyRow />),
  own('notifications', 'down', 'afterMinutes', <AfterMinutesRow />),
  own('notifications', 'down', 'recovered', <RecoveredRow />),
  own('notifications', 'more', 'newVersion', <NewVersionRow />),
  own('notifications', 'more', 'quiet', <QuietRow />),
  own('notifications', 'more', 'tryNotification', <TryNotificationRow />),
  ...hosts('updates', null, ['updateMode', 'updateChannel', 'updateFeed']),
  ...hosts('advanced', 'log', ['logLevel']),
  own('advanced', 'log', 'dataFolder', <DataFolderRow />),
  ...hosts('advanced', 'cloud', ['azureCloud', 'azureAuthority', 'azureArm', 'azureRelaySuffix']),
];

/** Every word that was typed stands in the row's own words. */
export function findRows(text: string, language: string): readonly ListedRow[] {
  const wanted = text.toLocaleLowerCase(language).split(/\s+/).filter(Boolean);
  return listedRows.filter((row) => {
    const words = wordsOf(row).toLocaleLowerCase(language);
    return wanted.every((word) => words.includes(word));
  });
}
