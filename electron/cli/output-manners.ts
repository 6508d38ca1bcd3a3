/**
 * `--quiet` and `--no-color`, for every command alike. They are known only when the words are parsed, so the world that the
 * commands see asks here each time.
 */
import type { Command } from 'commander';
import { globalUsageTexts } from '../contract/messages/texts/cli-status.ts';
import type { CliIo } from './cli-io.ts';
import { helpWords } from './help-words.ts';

interface GlobalOptions {
  readonly quiet?: true;
  readonly color: boolean;
}

/** Of what options mean, beside the longest of them in 80 columns: narrower than that it isn’t broken at all. */
const narrowestColumn = 24;

/** The same world with the manners that the program is told to have. */
export class OutputManners {
  readonly io: CliIo;
  #isQuiet = false;
  #isPlain = false;

  constructor(io: CliIo) {
    const isQuiet = (): boolean => this.#isQuiet;
    const isPlain = (): boolean => this.#isPlain;
    this.io = {
      ...io,
      notes: {
        isTerminal: io.notes.isTerminal,
        write: (text) => {
          if (!isQuiet()) io.notes.write(text);
        },
      },
      get isQuiet() {
        return isQuiet();
      },
      get hasColors() {
        return io.hasColors && !isPlain();
      },
    };
  }

  addOptions(program: Command): void {
    program
      .option('-q, --quiet', globalUsageTexts.quiet)
      .option('--no-color', globalUsageTexts.noColor)
      .configureHelp({ ...helpWords, showGlobalOptions: true, minWidthToWrap: narrowestColumn })
      .hook('preAction', () => {
        const { quiet, color } = program.opts<GlobalOptions>();
        this.#isQuiet = quiet === true;
        this.#isPlain = !color;
      });
  }
}
