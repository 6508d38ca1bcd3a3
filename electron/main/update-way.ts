/** The app's own way to the feed of releases and to its packages: by the host's settings, whichever host that is. */
import type { ProxyConfig } from 'electron';
import { HcmError } from '../contract/errors.ts';
import type { Settings } from '../contract/settings.ts';
import type { Clock } from '../engine/clock.ts';
import { dialWith } from '../engine/inspect/inspect-connection.ts';
import type { Logger } from '../engine/log/logger.ts';
import { RelayDialer } from '../engine/net/dial-relay.ts';
import { readExtraAuthorities } from '../engine/net/extra-authorities.ts';
import type { ProxyResolver } from '../engine/net/proxy-choice.ts';
import { proxyRouter } from '../engine/net/proxy-router.ts';
import { createTrust } from '../engine/net/trust.ts';
import { askFeed } from '../engine/updates/feed.ts';
import type { ReleaseConfig } from '../engine/updates/release-config.ts';
import type { SignedRelease } from '../engine/updates/signed-package.ts';
import { chromiumBypass } from './chromium-bypass.ts';

export interface UpdateWayPorts {
  readonly version: string;
  readonly platform: NodeJS.Platform;
  readonly arch: string;
  readonly clock: Clock;
  readonly log: Logger;
  readonly release: ReleaseConfig;
  readonly settings: () => Promise<Settings>;
  readonly extraCaPem: () => Promise<string | null>;
  readonly systemProxy: ProxyResolver;
}

export class UpdateWay {
  readonly #ports: UpdateWayPorts;

  constructor(ports: UpdateWayPorts) {
    this.#ports = ports;
  }

  /** The newest release, its signature checked in this process. @throws HcmError HCM51xx */
  async askFeed(signal: AbortSignal): Promise<SignedRelease> {
    const { version, platform, arch, clock, log, release, systemProxy } = this.#ports;
    const settings = await this.#ports.settings();
    const feed = settings.updateFeed ?? release.feed;
    if (feed === null) throw new HcmError('HCM5101');
    const extraCaPem = await readExtraAuthorities(await this.#ports.extraCaPem(), settings.extraCaFile, log);
    const trust = createTrust({ platform, extraCaPem });
    // Its password lies with the host, and isn't ours: a proxy that asks for one says so.
    const resolveProxy = proxyRouter({
      settings: () => settings,
      password: () => Promise.resolve(null),
      system: systemProxy,
    });
    const dialer = new RelayDialer({ clock, resolveProxy, proxyTrust: () => trust.contextFor(null) });
    const userAgent = `hcm/${version}`;
    const question = { feed, keys: release.keys, channel: settings.updateChannel, platform, arch, userAgent };
    return askFeed({ ...question, signal }, { clock, dial: dialWith({ dialer, trust }, null) });
  }

  /** The same proxies in Chromium’s words, for packages. */
  async proxyConfig(): Promise<ProxyConfig> {
    const { proxyMode, proxyUrl, proxyBypass } = await this.#ports.settings();
    if (proxyMode === 'none') return { mode: 'direct' };
    if (proxyMode === 'system' || proxyUrl === null) return { mode: 'system' };
    const { protocol, host } = new URL(proxyUrl);
    return {
      mode: 'fixed_servers',
      proxyRules: `${protocol}//${host}`,
      proxyBypassRules: chromiumBypass(proxyBypass),
    };
  }
}
