/**
 * The password of the proxy that the settings name. Owns it while it is open: sealed on the disk, known to the log's
 * redaction, handed to the dialer and to nobody else.
 *
 * Invariant: it is for the one proxy that it was given for (host and port), which is stored beside it. However the setting
 * comes to name another one, by a person, a policy or an edited file, while a host runs or not: that one never gets to see it.
 * One that was given before any proxy was named is for the first that it is used with.
 */
import { formatProxy, readProxySetting } from '../../contract/proxy-setting.ts';
import type { SecretRegister } from '../log/secret-register.ts';
import type { SecretBox } from '../secrets/secret-box.ts';
import { proxySecretName, type ConnectionStore } from '../store/connections.ts';

export interface ProxyPasswordPorts {
  readonly store: Pick<ConnectionStore, 'proxyPassword' | 'setProxyPassword' | 'bindProxyPassword'>;
  readonly secretBox: SecretBox;
  readonly secrets: SecretRegister;
}

export class ProxyPassword {
  readonly #ports: ProxyPasswordPorts;
  #opened: { readonly data: string; readonly password: string; readonly forget: () => void } | undefined;

  constructor(ports: ProxyPasswordPorts) {
    this.#ports = ports;
  }

  /** Whether there is one for that proxy. */
  isStoredFor(proxyUrl: string | null): boolean {
    const sealed = this.#ports.store.proxyPassword();
    return sealed !== null && (sealed.place === null || sealed.place === placeOf(proxyUrl));
  }

  /** Null when there is none for that proxy. @throws HcmError HCM4010 */
  async read(proxyUrl: string | null): Promise<string | null> {
    const { store, secretBox } = this.#ports;
    const sealed = store.proxyPassword();
    if (sealed === null || !this.isStoredFor(proxyUrl)) return null;
    const { envelope, place } = sealed;
    if (this.#opened?.data !== envelope.data) {
      const password = await secretBox.open(envelope, proxySecretName);
      // Another one was set meanwhile, or it was forgotten: that counts.
      if (store.proxyPassword()?.envelope.data !== envelope.data) return this.read(proxyUrl);
      this.#hold(envelope.data, password);
    }
    const unbound = place === null ? placeOf(proxyUrl) : null;
    // A disk that is full is no reason not to dial.
    if (unbound !== null) await store.bindProxyPassword(unbound).catch(() => undefined);
    return this.#opened?.password ?? null;
  }

  /** Null forgets it. @param proxyUrl the proxy that it is for */
  async set(password: string | null, proxyUrl: string | null): Promise<void> {
    const { store, secretBox, secrets } = this.#ports;
    if (password === null) {
      await store.setProxyPassword(null);
      this.#opened?.forget();
      this.#opened = undefined;
      return;
    }
    // What goes wrong from here on may be logged.
    const forget = secrets.add(password);
    try {
      const envelope = await secretBox.seal(password, proxySecretName);
      await store.setProxyPassword({ envelope, place: placeOf(proxyUrl) });
      this.#hold(envelope.data, password);
    } finally {
      forget();
    }
  }

  /** The setting is about to change, or has been changed. @returns whether the password was forgotten */
  async leave(from: string | null, to: string | null): Promise<boolean> {
    const sealed = this.#ports.store.proxyPassword();
    const after = placeOf(to);
    // What can't be read is refused, and nothing changes.
    if (sealed === null || (after === null && to !== null)) return false;
    const place = sealed.place ?? placeOf(from);
    if (place !== null && place !== after) {
      await this.set(null, to);
      return true;
    }
    if (sealed.place === null && after !== null) await this.#ports.store.bindProxyPassword(after);
    return false;
  }

  #hold(data: string, password: string): void {
    this.#opened?.forget();
    this.#opened = { data, password, forget: this.#ports.secrets.add(password) };
  }
}

function placeOf(url: string | null): string | null {
  const reading = readProxySetting(url ?? '');
  return reading.ok ? formatProxy(reading.address) : null;
}
