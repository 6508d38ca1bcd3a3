/**
 * The password of the proxy that the settings name. Owns it while it is open: sealed on the disk, known to the log's
 * redaction, handed to the dialer and to nobody else.
 */
import { formatProxy, readProxySetting } from '../../contract/proxy-setting.ts';
import type { SecretRegister } from '../log/secret-register.ts';
import type { SecretBox } from '../secrets/secret-box.ts';
import { proxySecretName, type ConnectionStore } from '../store/connections.ts';

export interface ProxyPasswordPorts {
  readonly store: Pick<ConnectionStore, 'proxyPassword' | 'setProxyPassword'>;
  readonly secretBox: SecretBox;
  readonly secrets: SecretRegister;
}

export class ProxyPassword {
  readonly #ports: ProxyPasswordPorts;
  #opened: { readonly password: string; readonly forget: () => void } | undefined;
  #changes = 0;

  constructor(ports: ProxyPasswordPorts) {
    this.#ports = ports;
  }

  get isStored(): boolean {
    return this.#ports.store.proxyPassword() !== null;
  }

  /** Null when there is none. @throws HcmError HCM4010 */
  async read(): Promise<string | null> {
    if (this.#opened !== undefined) return this.#opened.password;
    const { store, secretBox } = this.#ports;
    const envelope = store.proxyPassword();
    if (envelope === null) return null;
    const changes = this.#changes;
    const password = await secretBox.open(envelope, proxySecretName);
    // Another one was set meanwhile, or it was forgotten: that counts.
    if (changes !== this.#changes) return this.read();
    this.#opened ??= this.#hold(password);
    return this.#opened.password;
  }

  /** Null forgets it. */
  async set(password: string | null): Promise<void> {
    const { store, secretBox } = this.#ports;
    const next = password === null ? undefined : this.#hold(password);
    try {
      await store.setProxyPassword(
        password === null ? null : await secretBox.seal(password, proxySecretName),
      );
    } catch (error) {
      next?.forget();
      throw error;
    }
    this.#changes += 1;
    this.#opened?.forget();
    this.#opened = next;
  }

  /**
   * The setting is about to change: a password is for the proxy that it was given for, and another one never gets to see it.
   * @returns whether it was forgotten
   */
  async leave(from: string | null, to: string | null): Promise<boolean> {
    const [before, after] = [placeOf(from), placeOf(to)];
    // What can't be read is refused, and nothing changes.
    const isLeft = before !== null && before !== after && (after !== null || to === null);
    if (!isLeft || !this.isStored) return false;
    await this.set(null);
    return true;
  }

  #hold(password: string) {
    return { password, forget: this.#ports.secrets.add(password) };
  }
}

function placeOf(url: string | null): string | null {
  const reading = readProxySetting(url ?? '');
  return reading.ok ? formatProxy(reading.address) : null;
}
