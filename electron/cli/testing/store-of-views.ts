/**
 * A `WithHost` over a few connections in memory, for tests of what commands ask and show. What a real host does is shown
 * by the tests that start one.
 */
import type { CallInput, CallName, CallOutput, Host } from '../../contract/api.ts';
import type { ConnectionView } from '../../contract/connection-view.ts';
import { viewAtRest } from '../../contract/view-at-rest.ts';
import { HcmError } from '../../contract/errors.ts';
import type { WithHost } from '../cli.ts';
import { testConfig } from '../../contract/testing/test-views.ts';
import type { HealthItem } from '../../contract/health.ts';
import { testHostInfo } from './live-host.ts';

export interface StoreOfViews {
  readonly withHost: WithHost;
  readonly views: ConnectionView[];
  /** Calls in order, without the secret of an addition. */
  readonly asked: { readonly name: CallName; readonly input: unknown }[];
}

export function storeOfViews(
  initial: readonly ConnectionView[],
  running = true,
  items: readonly HealthItem[] = [],
): StoreOfViews {
  const views = [...initial];
  const asked: { readonly name: CallName; readonly input: unknown }[] = [];
  const answer = (name: CallName, input: unknown): unknown => {
    asked.push({ name, input });
    switch (name) {
      case 'connections.snapshot':
        return { sequence: 1, connections: views };
      case 'connections.add': {
        const { entityPath = 'added' } = input as CallInput<'connections.add'>;
        if (views.some(({ config }) => config.name === entityPath))
          throw new HcmError('HCM1040', { name: entityPath });
        const connection = viewAtRest(
          testConfig({ id: '6f1c1d0e-6e0c-4a55-9a53-1c1f6f1f2a99', name: entityPath }),
        );
        views.push(connection);
        return { connection, notices: [] };
      }
      case 'connections.remove': {
        const { id } = input as CallInput<'connections.remove'>;
        const [removed] = views.splice(
          views.findIndex(({ config }) => config.id === id),
          1,
        );
        return { closedSessions: removed?.sessions ?? 0 };
      }
      case 'connections.replaceKey':
      case 'connections.rename':
      case 'connections.setEndpoint':
        return { connection: views[0], notices: [] };
      case 'host.info':
        return testHostInfo();
      case 'health.list':
        return { items };
      case 'connections.start':
      case 'connections.stop':
      case 'connections.restart':
      case 'connections.refresh':
      case 'connections.removeSecondaryKey':
      case 'connections.acceptEndpoint':
        return {};
      default:
        throw new HcmError('HCM5006');
    }
  };
  const host: Host = {
    call: <Name extends CallName>(name: Name, input: CallInput<Name>) =>
      Promise.resolve().then(() => answer(name, input) as CallOutput<Name>),
    subscribe: () => () => undefined,
  };
  return { withHost: (_io, work) => work({ host, running }), views, asked };
}
