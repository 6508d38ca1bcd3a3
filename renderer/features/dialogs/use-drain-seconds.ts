/** How long open sessions may finish on this host, as its settings say; the usual time until it has said so. */
import { useSettings } from '../../components/use-settings.ts';

export function useDrainSeconds(): number {
  return useSettings().drainSeconds;
}
