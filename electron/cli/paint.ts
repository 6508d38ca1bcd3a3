/** Colours of the state words. The word itself says all: colour only makes it quicker to find. */
import type { Tone } from '../contract/status.ts';
import type { CliIo } from './cli-io.ts';

export type Paint = (tone: Tone, text: string) => string;

/** The terminal's own palette, which its owner has chosen for the background. */
const colorOf: Readonly<Record<Tone, string | null>> = {
  good: '\u001b[32m',
  watch: '\u001b[33m',
  act: '\u001b[31m',
  quiet: null,
};

const plainAgain = '\u001b[39m';

export function paintFor({ hasColors }: Pick<CliIo, 'hasColors'>): Paint {
  return (tone, text) => {
    const color = colorOf[tone];
    return hasColors && color !== null && text !== '' ? `${color}${text}${plainAgain}` : text;
  };
}
