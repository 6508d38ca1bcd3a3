import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { bicepString, endpointMetadata, hclString, shellWord } from './iac-text.ts';

const hostile = [
  'plain-name_1.x',
  "o'brien's",
  '$(touch /tmp/never) `id` $HOME',
  '[{"key":"endpoint","value":"sql01:1433"}]',
  'a b;c|d&e>f',
  '',
  '-n',
  'back\\slash',
  'two\nlines',
  '~root *',
];

describe('a word of the shell', () => {
  // A shell of POSIX is the judge; Windows has none.
  it.runIf(process.platform !== 'win32')('reaches the program as it was', () => {
    const script = `for word in ${hostile.map(shellWord).join(' ')}; do printf '%s\\0' "$word"; done`;
    const words = execFileSync('/bin/sh', ['-c', script], { encoding: 'utf8' }).split('\0').slice(0, -1);
    expect(words).toEqual(hostile);
  });

  it('has quotes only where it needs them', () => {
    expect(shellWord('contoso-weu.x')).toBe('contoso-weu.x');
    expect(shellWord('West Europe')).toBe("'West Europe'");
  });
});

describe('a string of Bicep', () => {
  it('can’t be left, and expands nothing', () => {
    expect(bicepString("a'b\\c${d}\n")).toBe("'a\\'b\\\\c\\${d}\\n'");
  });
});

describe('a string of Terraform', () => {
  it('can’t be left, and expands nothing', () => {
    expect(hclString('a"b\\c${d}%{e}\n')).toBe('"a\\"b\\\\c$${d}%%{e}\\n"');
  });
});

describe('the metadata', () => {
  it('is what Azure reads', () => {
    expect(endpointMetadata('sql01:1433')).toBe('[{"key":"endpoint","value":"sql01:1433"}]');
  });
});
