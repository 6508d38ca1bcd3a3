/** Whether the app starts when its person signs in to the computer, and how. One reading for both rows. */
import { Switch } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { ownRowTexts, ownValueTexts } from '../../../electron/contract/messages/texts/settings-page.ts';
import type { LoginStart } from '../../../electron/contract/shell-api.ts';
import { FixedRow, SettingRow } from '../../components/settings/setting-row.tsx';
import { useSaving } from '../../components/settings/use-saving.ts';
import { useBridge } from '../../services.tsx';

type LoginName = 'atLogin' | 'hidden';

const impossible: LoginStart = { isPossible: false, atLogin: false, hidden: false };

export function LoginRows() {
  const bridge = useBridge();
  const [start, setStart] = useState<LoginStart | null>(null);
  useEffect(() => {
    let isOver = false;
    const take = (answer: LoginStart): void => {
      if (!isOver) setStart(answer);
    };
    bridge.call('login.get', {}).then(take, () => take(impossible));
    return () => {
      isOver = true;
    };
  }, [bridge]);
  if (start === null) return null;
  if (!start.isPossible) return <FixedRow {...ownRowTexts.atLogin} value={ownValueTexts.noLogin} />;
  return (
    <>
      <LoginRow name="atLogin" start={start} onStart={setStart} />
      {start.atLogin && <LoginRow name="hidden" start={start} onStart={setStart} />}
    </>
  );
}

interface LoginRowProps {
  readonly name: LoginName;
  readonly start: LoginStart;
  readonly onStart: (start: LoginStart) => void;
}

function LoginRow({ name, start, onStart }: LoginRowProps) {
  const bridge = useBridge();
  const saving = useSaving();
  const set = async (isOn: boolean): Promise<void> => {
    const { atLogin, hidden } = start;
    const wanted = { atLogin, hidden, ...(name === 'hidden' ? { hidden: isOn } : { atLogin: isOn }) };
    onStart(await bridge.call('login.set', wanted));
  };
  return (
    <SettingRow {...ownRowTexts[name]} saving={saving}>
      {(ids) => (
        <Switch
          {...ids}
          checked={start[name]}
          onChange={(_event, { checked }) => void saving.run(() => set(checked))}
        />
      )}
    </SettingRow>
  );
}
