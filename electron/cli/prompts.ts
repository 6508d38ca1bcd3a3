/**
 * Questions on a terminal. They are written to the error output, so that the output stays what a script asked for.
 *
 * Invariant: the terminal is in its ordinary mode again afterwards, whatever happened.
 */
import { createInterface } from 'node:readline';
import { yesTexts } from '../contract/messages/texts/cli-help.ts';
import type { CliIo } from './cli-io.ts';

/** Far more than any connection string: keeps a pasted file from filling the memory. */
const maxTyped = 65_536;

const keys = {
  enter: '\r',
  newLine: '\n',
  interrupt: '\u0003',
  end: '\u0004',
  backspace: '\b',
  delete: '\u007f',
};

/** What was typed or pasted, without showing it; null when it was cancelled (Ctrl+C, Ctrl+D). */
export async function askHidden({ input, errors }: CliIo, question: string): Promise<string | null> {
  errors.write(`${question} `);
  input.setRawMode(true);
  try {
    return await readHidden(input.stream);
  } finally {
    input.setRawMode(false);
    input.stream.pause();
    errors.write('\n');
  }
}

function readHidden(stream: CliIo['input']['stream']): Promise<string | null> {
  return new Promise((resolve) => {
    let typed = '';
    const settle = (answer: string | null): void => {
      stream.removeListener('data', onData);
      stream.removeListener('end', onEnd);
      resolve(answer);
    };
    const onEnd = (): void => settle(typed === '' ? null : typed);
    const onData = (chunk: Buffer | string): void => {
      const text = String(chunk);
      if (text.includes(keys.interrupt) || (typed === '' && text === keys.end)) {
        settle(null);
        return;
      }
      // Line breaks inside of a pasted piece belong to it; the one at its end is the Enter key.
      const entered = text.endsWith(keys.enter) || text.endsWith(keys.newLine);
      for (const character of entered ? text.slice(0, -1) : text) {
        if (character === keys.backspace || character === keys.delete) typed = typed.slice(0, -1);
        else if (character !== keys.end) typed += character;
      }
      if (entered || typed.length > maxTyped) settle(typed);
    };
    stream.on('data', onData);
    stream.once('end', onEnd);
    stream.resume();
  });
}

/** Only a clear yes counts. */
export async function askYesNo(io: CliIo, question: string): Promise<boolean> {
  const answer = await askLine(io, question);
  return yesTexts.words.split(' ').includes(answer.trim().toLowerCase());
}

/** What was typed, up to Enter; '' when the input ended. */
export async function askLine({ input, errors }: CliIo, question: string): Promise<string> {
  errors.write(`${question} `);
  const lines = createInterface({ input: input.stream, terminal: false });
  try {
    return await new Promise<string>((resolve) => {
      lines.once('line', resolve);
      lines.once('close', () => resolve(''));
    });
  } finally {
    lines.close();
    input.stream.pause();
  }
}
