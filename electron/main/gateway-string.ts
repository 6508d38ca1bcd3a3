/**
 * Hands a person the connection string of a Hybrid Connection for another host (S62). Owns what of it is on the clipboard,
 * and the timer that takes it off again.
 *
 * Invariants: the page never sees it, and nothing is fetched before the person's yes; the clipboard is cleared only while it
 * holds exactly what was put there, after its time or when the app ends; between the two this process keeps a hash of it
 * alone; what is put there and what is cleared never overlap, and nothing is put there once the app ends.
 */
import { createHash } from 'node:crypto';
import type { Host } from '../contract/api.ts';
import { namespaceOf } from '../contract/connection-row.ts';
import type { ConnectionConfig } from '../contract/connection.ts';
import { HcmError } from '../contract/errors.ts';
import { rulePurpose } from '../contract/rule-purpose.ts';
import { gatewayStringSeconds } from '../contract/gateway-string-seconds.ts';
import type { Clock, Disposer } from '../engine/clock.ts';
import { Turns } from '../engine/turns.ts';

/** What a person is asked about. */
export interface GatewayQuestion {
  readonly name: string;
  readonly namespace: string;
  /** Name of a rule that may do more than listen; null where none is used. */
  readonly broadRule: string | null;
}

export interface GatewayStringPorts {
  readonly host: Pick<Host, 'call'>;
  readonly clock: Clock;
  /** Who asks, for the list of activities; empty for nobody. */
  readonly user: string;
  readonly ask: (question: GatewayQuestion) => Promise<boolean>;
  readonly read: () => Promise<string>;
  /** An empty text clears it. */
  readonly write: (text: string) => Promise<void>;
}

/** For a desktop to give its clipboard, when the app ends. */
const closeMs = 2_000;

export class GatewayString {
  readonly #ports: GatewayStringPorts;
  /** Of what was put there last and may still be there. */
  #hash: string | null = null;
  #cancelClearing: Disposer | undefined;
  readonly #turns = new Turns();
  #isClosed = false;

  constructor(ports: GatewayStringPorts) {
    this.#ports = ports;
  }

  /** @returns false when the person thought better of it. @throws HcmError what the host says. */
  async copy(id: string): Promise<boolean> {
    const { host, clock, user, ask, write } = this.#ports;
    const { connections } = await host.call('connections.snapshot', {});
    const config = connections.find((view) => view.config.id === id)?.config;
    if (config === undefined) throw new HcmError('HCM1041', { id });
    if (!(await ask(questionOf(config)))) return false;
    const by = user === '' ? {} : { by: user };
    const { text } = await host.call('connections.gatewayString', { id, ...by });
    return this.#turns.inTurn('clipboard', async () => {
      if (this.#isClosed) return false;
      await this.#clear();
      this.#hash = hashOf(text);
      // Armed first: whatever becomes of the writing, it is looked at again.
      this.#cancelClearing = clock.after(gatewayStringSeconds * 1000, () => void this.clear());
      await write(text);
      return true;
    });
  }

  /** Takes it off the clipboard if it is still there. */
  clear(): Promise<void> {
    return this.#turns.inTurn('clipboard', () => this.#clear());
  }

  /** The same for good, when the app ends. Never rejects: the way out goes through here. */
  async close(): Promise<void> {
    this.#isClosed = true;
    // A desktop that doesn't answer holds nobody up.
    await new Promise<void>((resolve) => {
      const giveUp = this.#ports.clock.after(closeMs, resolve);
      void this.clear().then(() => {
        giveUp();
        resolve();
      });
    });
  }

  async #clear(): Promise<void> {
    const { read, write } = this.#ports;
    const hash = this.#hash;
    this.#hash = null;
    this.#cancelClearing?.();
    this.#cancelClearing = undefined;
    if (hash === null) return;
    try {
      if (hashOf(await read()) === hash) await write('');
    } catch {
      // A desktop that has no clipboard any more holds nothing, either.
    }
  }
}

function questionOf({ host, name, keyName, secondaryKeyName }: ConnectionConfig): GatewayQuestion {
  const broadRule = [keyName, secondaryKeyName].find(
    (rule) => rule !== null && rulePurpose(rule) === 'broad',
  );
  return { name, namespace: namespaceOf(host), broadRule: broadRule ?? null };
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
