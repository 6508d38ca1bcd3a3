/**
 * The steps of `hcm update` on one connection, one thing after another; each is told when it is done.
 */
import type { Host } from '../contract/api.ts';
import type { KeySlot } from '../contract/connection.ts';
import type { ConnectionView } from '../contract/connection-view.ts';
import { HcmError } from '../contract/errors.ts';
import { formatHostPort } from '../contract/host-port.ts';
import { cliSentenceTexts } from '../contract/messages/texts/cli.ts';
import { updateSentenceTexts } from '../contract/messages/texts/cli-update.ts';
import { keyWordTexts } from '../contract/messages/texts/keys.ts';
import { fillText } from '../contract/messages/message-text.ts';
import { askedBy } from './asked-by.ts';
import type { CliIo } from './cli-io.ts';
import { readEndpointOption } from './option-values.ts';
import { printNotices } from './print-findings.ts';

/** In place of host:port: back to the endpoint that Azure names. */
export const azuresEndpoint = 'azure';

export class ConnectionUpdate {
  readonly #io: CliIo;
  readonly #host: Host;
  #connection: { readonly id: string; readonly name: string };
  readonly #tell: (sentence: string) => void;

  constructor(
    io: CliIo,
    host: Host,
    connection: { readonly id: string; readonly name: string },
    tell: (sentence: string) => void,
  ) {
    this.#io = io;
    this.#host = host;
    this.#connection = connection;
    this.#tell = tell;
  }

  async view(): Promise<ConnectionView> {
    const { connections } = await this.#host.call('connections.snapshot', {});
    const { id, name } = this.#connection;
    const found = connections.find(({ config }) => config.id === id);
    if (found === undefined) throw new HcmError('HCM1041', { name });
    return found;
  }

  /** @param connectionString with the key for it; null: those that are kept. */
  async rename(name: string, connectionString: string | null): Promise<void> {
    const { id, name: before } = this.#connection;
    const { hasSecondary } = (await this.view()).keys;
    const string = connectionString === null ? {} : { connectionString };
    const input = { id, name, ...string, ...askedBy(this.#io) };
    const { connection } = await this.#host.call('connections.rename', input);
    this.#connection = { id, name: connection.config.name };
    this.#tell(fillText(updateSentenceTexts.renamed, { before, name: connection.config.name }));
    if (hasSecondary && !connection.keys.hasSecondary)
      this.#tell(fillText(updateSentenceTexts.secondaryDropped, { name: connection.config.name }));
  }

  async replaceKey(slot: KeySlot, connectionString: string): Promise<void> {
    const { id, name } = this.#connection;
    const input = { id, connectionString, slot, ...askedBy(this.#io) };
    await this.#host.call('connections.replaceKey', input);
    this.#tell(fillText(cliSentenceTexts.keyReplaced, { name, key: keyWordTexts[slot] }));
  }

  async removeSecondary(): Promise<void> {
    const { id, name } = this.#connection;
    const { hasSecondary } = (await this.view()).keys;
    if (hasSecondary) await this.#host.call('connections.removeSecondaryKey', { id, ...askedBy(this.#io) });
    const sentence = hasSecondary ? cliSentenceTexts.secondaryRemoved : cliSentenceTexts.noSecondary;
    this.#tell(fillText(sentence, { name }));
  }

  async setEndpoint(text: string): Promise<void> {
    const { id } = this.#connection;
    const endpoint = text === azuresEndpoint ? null : text;
    if (endpoint !== null) printNotices(this.#io.notes, readEndpointOption(endpoint).notices);
    const input = { id, endpoint, ...askedBy(this.#io) };
    const { connection } = await this.#host.call('connections.setEndpoint', input);
    this.#tellEndpoint(connection.config.endpoint);
  }

  /** The yes is to what Azure names when this runs; the host looks once more before. */
  async acceptEndpoint(): Promise<void> {
    const { id, name } = this.#connection;
    await this.#host.call('connections.refresh', { id });
    const { endpointInAzure } = await this.view();
    if (endpointInAzure === null) {
      this.#tell(fillText(cliSentenceTexts.noOtherEndpoint, { name }));
      return;
    }
    await this.#host.call('connections.acceptEndpoint', { id, ...endpointInAzure, ...askedBy(this.#io) });
    this.#tellEndpoint(endpointInAzure);
  }

  #tellEndpoint(endpoint: { readonly host: string; readonly port: number } | null): void {
    const { name } = this.#connection;
    const shown = endpoint === null ? '' : formatHostPort(endpoint);
    this.#tell(fillText(cliSentenceTexts.endpointChanged, { name, endpoint: shown }));
  }
}
