/** Renders a component as it stands in the window: theme and services round it, a scripted bridge behind it. */
import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { render } from '@testing-library/react';
import type { ReactElement, ReactNode } from 'react';
import { createServices, ServicesProvider, type Services } from '../services.tsx';
import { sampleAppInfo, sampleHost } from './sample-host.ts';
import { createTestBridge, type TestBridge, type TestBridgeOptions } from './test-bridge.ts';

export interface ServicesOfTest extends Services {
  readonly bridge: TestBridge;
}

/** Services whose stores know host, app and connections already, as after the first answers. */
export function testServices(options: TestBridgeOptions = {}): ServicesOfTest {
  const bridge = createTestBridge(options);
  const services = createServices(bridge);
  services.connections.applySnapshot(0, options.views ?? []);
  services.health.setState({ items: options.health ?? [] });
  services.shell.setState({ host: options.host ?? sampleHost(), app: sampleAppInfo });
  return { ...services, bridge };
}

export interface RenderWithServicesOptions extends TestBridgeOptions {
  /** Brings its own services, when the test needs them before rendering. */
  readonly services?: ServicesOfTest;
}

export function renderWithServices(
  element: ReactElement,
  { services, ...options }: RenderWithServicesOptions = {},
): ReturnType<typeof render> & { readonly services: ServicesOfTest } {
  const used = services ?? testServices(options);
  const wrapper = ({ children }: { readonly children: ReactNode }): ReactElement => (
    <FluentProvider theme={webLightTheme}>
      <ServicesProvider services={used}>{children}</ServicesProvider>
    </FluentProvider>
  );
  return Object.assign(render(element, { wrapper }), { services: used });
}
