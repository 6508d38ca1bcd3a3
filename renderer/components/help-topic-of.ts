/** The topic of Help that says more about what is wrong with a connection. Pure. */
import type { ConnectionView } from '../../electron/contract/connection-view.ts';
import { portNotices } from '../../electron/contract/endpoint-notices.ts';
import type { ErrorCode } from '../../electron/contract/errors.ts';
import type { HelpTopic } from '../store/ui-store.ts';

const sqlServerPort = 1433;

const topics: Readonly<Partial<Record<ErrorCode, HelpTopic>>> = {
  // Nothing gets out to Azure.
  HCM2001: 'ports',
  HCM2002: 'ports',
  HCM2003: 'ports',
  HCM2004: 'ports',
  HCM2005: 'ports',
  HCM2024: 'ports',
  HCM2028: 'availability',
};

/** @param words of the callout; null where no topic says more than they do */
export function helpTopicOf(
  { config: { endpoint } }: ConnectionView,
  words: { readonly about: 'azure' | 'endpoint'; readonly code: ErrorCode | null },
): HelpTopic | null {
  if (words.about === 'azure') return words.code === null ? null : (topics[words.code] ?? null);
  if (endpoint === null) return null;
  if (portNotices(endpoint).length > 0) return 'notSupported';
  return endpoint.port === sqlServerPort ? 'sqlServer' : null;
}
