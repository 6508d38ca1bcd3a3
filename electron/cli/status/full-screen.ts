/**
 * The whole terminal for one picture at a time. Owns the terminal's modes: the second screen, the hidden cursor, keys that
 * come one by one.
 *
 * Invariant: after `close` the terminal is as it was, with what stood on it before.
 */
import type { CliIo } from '../cli-io.ts';

const codes = {
  enter: '\u001b[?1049h\u001b[?25l',
  leave: '\u001b[?25h\u001b[?1049l',
  home: '\u001b[H',
  clearLine: '\u001b[2K',
  clearBelow: '\u001b[J',
  clear: '\u001b[2J',
};

export class FullScreen {
  readonly #io: CliIo;
  readonly #onKeys: (keys: string) => void;
  #drawn = '';
  #isOpen = false;
  readonly #onData = (chunk: Buffer | string): void => this.#onKeys(String(chunk));

  constructor(io: CliIo, onKeys: (keys: string) => void) {
    this.#io = io;
    this.#onKeys = onKeys;
  }

  open(): void {
    const { input, output } = this.#io;
    this.#isOpen = true;
    output.write(codes.enter);
    if (!input.isTerminal) return;
    input.setRawMode(true);
    input.stream.on('data', this.#onData);
    input.stream.resume();
  }

  /** Writes only when the picture is another one. */
  draw(lines: readonly string[]): void {
    const picture = lines.map((line) => `${codes.clearLine}${line}`).join('\r\n');
    if (!this.#isOpen || picture === this.#drawn) return;
    this.#drawn = picture;
    this.#io.output.write(`${codes.home}${picture}${codes.clearBelow}`);
  }

  /** The terminal has another size: what stands there may be broken. */
  resized(): void {
    this.#drawn = '';
    if (this.#isOpen) this.#io.output.write(codes.clear);
  }

  close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    const { input, output } = this.#io;
    output.write(codes.leave);
    if (!input.isTerminal) return;
    input.stream.removeListener('data', this.#onData);
    input.setRawMode(false);
    input.stream.pause();
  }
}
