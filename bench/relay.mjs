// @ts-check
/** `hcm relay`, the built one, as a process of its own: the same relay for everybody who is measured. */
import { join } from 'node:path';

/**
 * @typedef {object} Entity
 * @property {string} name
 * @property {string} listenString
 * @property {string} sendString
 */

export class BenchRelay {
  /** @readonly @type {import('./bench-process.mjs').BenchProcess} */ process;
  /** @readonly @type {number} */ port;
  /** @readonly @type {string} */ caFile;
  /** @type {ReadonlyMap<string, Entity>} */
  #entities;
  /** @type {Set<(event: any) => void>} */
  #listeners = new Set();

  /** @param {import('./bench-process.mjs').BenchProcess} child @param {any} ready */
  constructor(child, ready) {
    this.process = child;
    this.port = Number(new URL(ready.url).port);
    this.caFile = ready.caFile;
    this.#entities = new Map(
      ready.entities.map((/** @type {any} */ { name, gatewayConnectionString, sendConnectionString }) => [
        name,
        { name, listenString: gatewayConnectionString, sendString: sendConnectionString },
      ]),
    );
    child.onReport(({ event }) => {
      if (event !== undefined) for (const hear of [...this.#listeners]) hear(event);
    });
  }

  /**
   * @param {import('./stage.mjs').BenchStage} stage @param {readonly string[]} names
   * @param {string} endpoint `host:port` in everybody's metadata
   */
  static async start(stage, names, endpoint) {
    const child = stage.start({
      words: [
        ...[stage.program, 'relay', '--port', '0', '--json', '--events'],
        ...['--data', join(stage.folder, 'relay')],
        ...names.flatMap((name) => ['--entity', name, '--endpoint', endpoint]),
      ],
      environment: stage.environment,
    });
    return new BenchRelay(child, await child.report('the relay listens', ({ url }) => url !== undefined));
  }

  /** @param {string} name */
  entity(name) {
    const found = this.#entities.get(name);
    if (found === undefined) throw new Error(`the relay has no ${name}`);
    return found;
  }

  /** @param {(event: any) => void} hear @returns {() => void} what ends it */
  subscribe(hear) {
    this.#listeners.add(hear);
    return () => void this.#listeners.delete(hear);
  }

  /** @param {string} name of the entity @param {() => void} act leads to it @returns {Promise<void>} */
  async untilListening(name, act) {
    /** @type {() => void} */
    let stop = () => undefined;
    const connected = new Promise((resolve) => {
      stop = this.subscribe(({ type, entity }) => {
        if (type === 'listener-connected' && entity === name) resolve(undefined);
      });
    });
    act();
    await connected;
    stop();
  }
}
