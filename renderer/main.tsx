/** Starts the page: the bridge, the stores that follow it, and what is drawn of them. */
import './zod-without-eval.ts';
import { createDOMRenderer, RendererProvider } from '@fluentui/react-components';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { WindowApi } from '../electron/contract/shell-api.ts';
import { App } from './app.tsx';
import { createBridge } from './bridge.ts';
import { createServices } from './services.tsx';
import { startLiveSync } from './store/live-sync.ts';

declare global {
  interface Window {
    /** What the preload script hands over. */
    readonly hcm: WindowApi;
  }
}

function start(): void {
  const root = document.getElementById('root');
  if (!root) throw new Error('the page has no root');
  const nonce = document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content ?? '';
  const styles = createDOMRenderer(document, { styleElementAttributes: { nonce } });
  const services = createServices(createBridge(window.hcm));
  startLiveSync(services);
  createRoot(root).render(
    <StrictMode>
      <RendererProvider renderer={styles} targetDocument={document}>
        <App services={services} />
      </RendererProvider>
    </StrictMode>,
  );
}

start();
