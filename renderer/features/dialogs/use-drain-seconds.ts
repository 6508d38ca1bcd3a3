/** How long open sessions may finish on this host, as its settings say; the usual time until it has said so. */
import { useEffect, useState } from 'react';
import { defaultSettings } from '../../../electron/contract/settings.ts';
import { useBridge } from '../../services.tsx';

export function useDrainSeconds(): number {
  const bridge = useBridge();
  const [seconds, setSeconds] = useState(defaultSettings.drainSeconds);
  useEffect(() => {
    let isOver = false;
    bridge.call('settings.get', {}).then(
      ({ settings }) => {
        if (!isOver) setSeconds(settings.drainSeconds);
      },
      // A host that can't say it can't restart anything either, and says so then.
      () => undefined,
    );
    return () => {
      isOver = true;
    };
  }, [bridge]);
  return seconds;
}
