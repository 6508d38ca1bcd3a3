/**
 * The real app with a scripted bridge, in a browser: `npx vite --config renderer/testing/gallery.vite.config.mjs`, then
 * `/testing/gallery.html?scene=main&theme=dark`. Without `scene` it lists what there is. A browser answers for the rest:
 * `--window-size`, and for forced colours `--force-high-contrast` or the developer tools.
 */
/// <reference types="vite/client" />
import { createRoot } from 'react-dom/client';
import { App } from '../app.tsx';
import { createServices, type Services } from '../services.tsx';
import { startLiveSync } from '../store/live-sync.ts';
import { Person } from './person.ts';
import { sampleHost } from './sample-host.ts';
import { rateNow, sampleTraffic } from './sample-traffic.ts';
import { sampleViews } from './sample-views.ts';
import type { Scene } from './scene.ts';
import { createTestBridge, type TestBridge } from './test-bridge.ts';

const files = import.meta.glob<{ readonly scenes: readonly Scene[] }>('./scenes/*.tsx', { eager: true });
const scenes = Object.values(files).flatMap((file) => file.scenes);
const asked = new URLSearchParams(location.search);
const root = createRoot(document.getElementById('root')!);

/** The page follows the system's theme; here the address decides. */
function followAddress(): void {
  const theme = asked.get('theme');
  const original = window.matchMedia.bind(window);
  if (theme === null) return;
  document.documentElement.style.colorScheme = theme;
  window.matchMedia = (query) =>
    query.includes('prefers-color-scheme')
      ? original(query.includes(theme) ? 'all' : 'not all')
      : original(query);
}

async function show(scene: Scene): Promise<void> {
  if (scene.render) {
    root.render(scene.render());
    return;
  }
  const now = Date.now();
  const bridge = createTestBridge({
    host: sampleHost(now),
    views: sampleViews(now),
    ...scene.bridge?.(now),
  });
  const services = { ...createServices(bridge), bridge };
  startLiveSync(services);
  root.render(<App services={services} />);
  await new Promise((resolve) => setTimeout(resolve, 0));
  services.traffic.setState({ byId: sampleTraffic(services.connections.getState().views) });
  scene.prepare?.(services, new Person());
  if (scene.press !== undefined) pressWhenThere(scene.press);
  startTraffic(services, bridge);
}

function pressWhenThere(selector: string): void {
  const timer = setInterval(() => {
    const button = document.querySelector<HTMLElement>(selector);
    if (button === null) return;
    clearInterval(timer);
    button.click();
  }, 20);
}

/** What goes through goes on: one patch a second, as a host sends them. */
function startTraffic({ connections }: Services, bridge: TestBridge): void {
  setInterval(() => {
    const { sequence, truth } = connections.getState();
    const changed = [...truth.values()].flatMap((view) => {
      const rate = Math.round(rateNow(view.config.name) * (0.6 + 0.4 * Math.random()));
      return rate === 0 ? [] : [{ ...view, bytesOut: view.bytesOut + rate }];
    });
    bridge.emit('connections.patch', { sequence: sequence + 1, changed, removed: [] });
  }, 1_000);
}

followAddress();
const scene = scenes.find(({ name }) => name === asked.get('scene'));
if (scene) void show(scene);
else
  root.render(
    <ul>
      {scenes.map(({ name }) => (
        <li key={name}>
          <a href={`?scene=${name}`}>{name}</a>
        </li>
      ))}
    </ul>,
  );
