/** The settings of this host, asked for once; the defaults until it has said them. */
import { useEffect, useState } from 'react';
import type { Settings } from '../../electron/contract/settings.ts';
import { defaultSettings } from '../../electron/contract/default-settings.ts';
import { useBridge } from '../services.tsx';

export function useSettings(): Settings {
  const bridge = useBridge();
  const [settings, setSettings] = useState(defaultSettings);
  useEffect(() => {
    let isOver = false;
    bridge.call('settings.get', {}).then(
      (answer) => {
        if (!isOver) setSettings(answer.settings);
      },
      // A host that can't say them can't do anything under them either, and says so then.
      () => undefined,
    );
    return () => {
      isOver = true;
    };
  }, [bridge]);
  return settings;
}
