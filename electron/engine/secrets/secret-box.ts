/**
 * Sealing secrets: the port that each backend implements, and the choice among those that this program has (plan 5.9).
 *
 * Invariants: nothing is deleted because it can't be opened; an error never holds the secret; a sealed secret opens only
 * with the context (the connection's id) that it was sealed with, so that two can't be swapped in the file.
 */
import { HcmError } from '../../contract/errors.ts';
import type { Envelope, SecretBackend } from './envelope.ts';

export interface SecretBox {
  readonly backend: SecretBackend;
  seal(plain: string, context: string): Promise<Envelope>;
  open(envelope: Envelope, context: string): Promise<string>;
}

export class SecretBoxes implements SecretBox {
  readonly #writer: SecretBox;
  readonly #boxes: ReadonlyMap<string, SecretBox>;

  /** @param writer seals what is new; it and `readers` open what is there. */
  constructor(writer: SecretBox, readers: readonly SecretBox[] = []) {
    this.#writer = writer;
    this.#boxes = new Map([...readers, writer].map((box) => [box.backend, box]));
  }

  get backend(): SecretBackend {
    return this.#writer.backend;
  }

  seal(plain: string, context: string): Promise<Envelope> {
    return this.#writer.seal(plain, context);
  }

  /** Fails with HCM4010 whatever the reason: the remedy is always to paste the key again, or to run where it was sealed. */
  async open(envelope: Envelope, context: string): Promise<string> {
    const box = this.#boxes.get(envelope.backend);
    if (box === undefined) throw new HcmError('HCM4010', { backend: envelope.backend, reason: 'backend' });
    try {
      return await box.open(envelope, context);
    } catch (error) {
      if (error instanceof HcmError && error.code === 'HCM4010') throw error;
      const reason = error instanceof HcmError ? error.code : 'damaged';
      throw new HcmError('HCM4010', { backend: envelope.backend, reason }, { cause: error });
    }
  }
}
