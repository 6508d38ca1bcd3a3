/**
 * A command line of Windows: one string, which each program takes apart by itself. Quoted as the C runtime reads it
 * (CommandLineToArgvW), which Node and the tools of Windows use. Pure.
 */

export function windowsCommandLine(words: readonly string[]): string {
  return words.map(quote).join(' ');
}

function quote(word: string): string {
  if (word !== '' && !/[\s"]/.test(word)) return word;
  // Backslashes count only in front of a quote: there each of them is doubled.
  const escaped = word.replace(/(\\*)"/g, '$1$1\\"').replace(/(\\+)$/, '$1$1');
  return `"${escaped}"`;
}
