// @ts-check
/**
 * The files in which electron-builder says what it made (`latest-linux.yml` …). Each of its calls writes them anew, so what
 * earlier calls of this run wrote is kept and put back together at the end.
 */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';

/** @typedef {{ files: readonly { url: string }[] }} Channel */

const channelFile = /^(?:latest|preview).*\.yml$/;

export class ChannelFiles {
  #folder;
  /** @type {Map<string, Channel>} */
  #kept = new Map();

  /** Drops those of earlier runs: they would speak of packages that aren't there any more. @param {string} folder */
  constructor(folder) {
    this.#folder = folder;
    for (const name of this.#names()) rmSync(join(folder, name));
  }

  keep() {
    for (const name of this.#names()) {
      const now = /** @type {Channel} */ (parse(readFileSync(join(this.#folder, name), 'utf8')));
      const before = this.#kept.get(name)?.files ?? [];
      const others = before.filter(({ url }) => now.files.every((one) => one.url !== url));
      this.#kept.set(name, { ...now, files: [...now.files, ...others] });
    }
  }

  write() {
    // YAML 1.1, as electron-builder writes it: there a date without quotes isn't a text.
    for (const [name, channel] of this.#kept)
      writeFileSync(join(this.#folder, name), stringify(channel, { version: '1.1' }));
  }

  #names() {
    return existsSync(this.#folder) ? readdirSync(this.#folder).filter((name) => channelFile.test(name)) : [];
  }
}
