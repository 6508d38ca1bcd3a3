/** Starts the page: the bridge, the stores that follow it, and what is drawn of them. */
import { createDOMRenderer, RendererProvider } from '@fluentui/react-components';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { WindowApi } from '../electron/contract/shell-api.ts';
import { App } from './app.tsx';
import { createBridge } from './bridge.ts';
import { createServices } from './services.tsx';
import { firstList } from './store/first-list.ts';
import { startLiveSync } from './store/live-sync.ts';
import { readPreferences } from './store/read-preferences.ts';

declare global {
  interface Window {
    /** What the preload script hands over. */
    readonly hcm: WindowApi;
  }
}

async function start(): Promise<void> {
  const root = document.getElementById('root');
  if (!root) throw new Error('the page has no root');
  const nonce = document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content ?? '';
  const styles = createDOMRenderer(document, { styleElementAttributes: { nonce } });
  const bridge = createBridge(window.hcm);
  const services = createServices(bridge);
  // At once, each of which may have to wait for an app that is still being put together.
  const preferences = readPreferences(services);
  startLiveSync(services);
  await Promise.all([preferences, firstList(services)]);
  // An app that doesn't hear of it shows the window a moment later.
  bridge.call('app.drawing', {}).catch(() => undefined);
  createRoot(root).render(
    <StrictMode>
      <RendererProvider renderer={styles} targetDocument={document}>
        <App services={services} />
      </RendererProvider>
    </StrictMode>,
  );
}

void start();
