/** Which notifications a person wants, and when. */
import { Button, Input, makeStyles, Switch, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { fillText } from '../../../electron/contract/messages/message-text.ts';
import {
  ownRowTexts,
  ownValueTexts,
  settingsPageTexts,
} from '../../../electron/contract/messages/texts/settings-page.ts';
import type { Preferences } from '../../../electron/contract/preferences.ts';
import { CommitField } from '../../components/settings/commit-field.tsx';
import { SettingRow } from '../../components/settings/setting-row.tsx';
import { useSaving } from '../../components/settings/use-saving.ts';
import { useBridge, useServices, useShell } from '../../services.tsx';
import { keepPreference } from './keep-preference.ts';

type Notifications = Preferences['notifications'];

const maxMinutes = 1440;

/** Usual quiet hours, minutes of the day. */
const usualQuiet = { from: 22 * 60, to: 7 * 60 } as const;

const useStyles = makeStyles({
  hours: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalS,
  },
  hour: { width: '136px' },
  try: { alignSelf: 'flex-start' },
});

function useNotifications() {
  const services = useServices();
  const notifications = useShell(({ preferences }) => preferences.notifications);
  const saving = useSaving();
  const change = (part: Partial<Notifications>): Promise<boolean> =>
    saving.run(() => keepPreference(services, { notifications: { ...notifications, ...part } }));
  return { notifications, saving, change };
}

export function NotifyRow() {
  const { notifications, saving, change } = useNotifications();
  return (
    <SettingRow {...ownRowTexts.notify} saving={saving}>
      {(ids) => (
        <Switch
          {...ids}
          checked={!notifications.off}
          onChange={(_event, { checked }) => void change({ off: !checked })}
        />
      )}
    </SettingRow>
  );
}

export function AfterMinutesRow() {
  const { notifications, saving, change } = useNotifications();
  const check = (text: string): string | null =>
    /^\d{1,4}$/.test(text) && Number(text) <= maxMinutes
      ? null
      : fillText(settingsPageTexts.range, { min: 0, max: maxMinutes });
  return (
    <SettingRow {...ownRowTexts.afterMinutes} saving={saving}>
      {(ids) => (
        <CommitField
          ids={ids}
          value={String(notifications.afterMinutes)}
          saving={saving}
          check={check}
          onCommit={(text) => change({ afterMinutes: Number(text) })}
          isNumber
          unit={ownValueTexts.minutes}
        />
      )}
    </SettingRow>
  );
}

export function RecoveredRow() {
  return <SwitchRow name="recovered" row="recovered" />;
}

export function NewVersionRow() {
  return <SwitchRow name="updates" row="newVersion" />;
}

interface SwitchRowProps {
  readonly name: 'recovered' | 'updates';
  readonly row: 'recovered' | 'newVersion';
}

function SwitchRow({ name, row }: SwitchRowProps) {
  const { notifications, saving, change } = useNotifications();
  return (
    <SettingRow {...ownRowTexts[row]} saving={saving}>
      {(ids) => (
        <Switch
          {...ids}
          checked={notifications[name]}
          onChange={(_event, { checked }) => void change({ [name]: checked })}
        />
      )}
    </SettingRow>
  );
}

export function QuietRow() {
  const styles = useStyles();
  const { notifications, saving, change } = useNotifications();
  const { quiet } = notifications;
  const hours = [
    { name: 'from', label: ownValueTexts.from },
    { name: 'to', label: ownValueTexts.to },
  ] as const;
  return (
    <SettingRow {...ownRowTexts.quiet} saving={saving}>
      {(ids) => (
        <>
          <Switch
            {...ids}
            checked={quiet !== null}
            onChange={(_event, { checked }) => void change({ quiet: checked ? usualQuiet : null })}
          />
          {quiet !== null && (
            <div className={styles.hours}>
              {hours.map(({ name, label }) => (
                <Input
                  key={name}
                  type="time"
                  aria-label={label}
                  className={styles.hour}
                  value={clockText(quiet[name])}
                  onChange={(_event, data) => {
                    const minutes = minutesOf(data.value);
                    if (minutes !== null) void change({ quiet: { ...quiet, [name]: minutes } });
                  }}
                />
              ))}
            </div>
          )}
        </>
      )}
    </SettingRow>
  );
}

/** As the browser's field has it: `07:30`. */
function clockText(minutes: number): string {
  const twoDigits = (number: number): string => String(number).padStart(2, '0');
  return `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
}

/** Null while it is being typed. */
function minutesOf(text: string): number | null {
  const [, hours, minutes] = /^(\d{2}):(\d{2})/.exec(text) ?? [];
  return hours === undefined ? null : Number(hours) * 60 + Number(minutes);
}

export function TryNotificationRow() {
  const styles = useStyles();
  const bridge = useBridge();
  const [answer, setAnswer] = useState('');
  const show = async (): Promise<void> => {
    setAnswer('');
    const isPossible = await bridge.call('notifications.try', {}).then(
      (tried) => tried.isPossible,
      () => false,
    );
    setAnswer(isPossible ? ownValueTexts.shown : ownValueTexts.notShown);
  };
  return (
    <SettingRow {...ownRowTexts.tryNotification}>
      {(ids) => (
        <>
          <Button
            className={styles.try}
            aria-describedby={ids['aria-describedby']}
            onClick={() => void show()}
          >
            {ownValueTexts.show}
          </Button>
          <div role="status">{answer}</div>
        </>
      )}
    </SettingRow>
  );
}
