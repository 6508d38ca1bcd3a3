/**
 * The PowerShell module, as far as it can be looked at without PowerShell: what it asks of hcm is there, manifest, functions
 * and help name the same, nothing in it is newer than Windows PowerShell 5.1, and words are quoted so that they arrive.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { answers, connectionRowSchema } from '../electron/contract/answer-schemas.ts';
import { errorTable, HcmError } from '../electron/contract/errors.ts';
import { printError } from '../electron/cli/print-error.ts';
import { allCommands, programShape } from '../electron/cli/program-shape.ts';
import { createTestIo } from '../electron/cli/testing/test-io.ts';
import { createTestProgram } from '../electron/cli/testing/test-program.ts';

const folder = join(import.meta.dirname, '..', 'powershell', 'HybridConnectionManager');
const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /\.\w+$/.test(path));
const texts = new Map(paths.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
const manifest = text('HybridConnectionManager.psd1');
const moduleText = text('HybridConnectionManager.psm1');
const scripts = paths.filter((path) => /\.ps[dm]?1$/.test(path));
const publicPaths = paths.filter((path) => path.startsWith('public/'));
const functionNames = publicPaths.map((path) => path.replace(/^public\/|\.ps1$/g, ''));

/** hcm's verb behind each function. */
const verbs: Readonly<Record<string, readonly string[]>> = {
  'Add-HybridConnection': ['add'],
  'Get-HybridConnection': ['list', 'show'],
  'Remove-HybridConnection': ['remove'],
  'Update-HybridConnection': ['update'],
};
const shapes = new Map(allCommands(programShape(createTestProgram())).map((shape) => [shape.path, shape]));

/** What names a connection, for all functions that change or show one. */
const choosingOptions = [
  ...optionsIn(uncommented(text('private/Select-HcmConnection.ps1'))),
  ...optionsIn(uncommented(text('private/Read-ConnectionString.ps1'))),
];

function text(path: string): string {
  const found = texts.get(path);
  if (found === undefined) throw new Error(`${path} isn't there`);
  return found;
}

function uncommented(script: string): string {
  return script.replaceAll(/<#[\s\S]*?#>/g, '').replaceAll(/^\s*#.*$/gm, '');
}

/** Without comments and what stands in quotes; brackets and operators are left. */
function bare(script: string): string {
  return uncommented(script)
    .replaceAll(/'(?:[^']|'')*'/g, "''")
    .replaceAll(/"(?:[^"`]|`.)*"/g, '""')
    .replaceAll(/ #.*$/gm, '');
}

function optionsIn(script: string): readonly string[] {
  return quotedIn(script).filter((word) => word.startsWith('--'));
}

function quotedIn(script: string): readonly string[] {
  return [...script.matchAll(/'((?:[^']|'')*)'/g)].map(([, word = '']) => word);
}

function listIn(script: string, start: RegExp): readonly string[] {
  return quotedIn(start.exec(script)?.[1] ?? '');
}

/** Names of the parameters, in the order of the declaration. */
function parametersOf(script: string): readonly string[] {
  const declared = /\n {4}param\(\n([\s\S]*?)\n {4}\)\n/.exec(script)?.[1] ?? '';
  return [...declared.matchAll(/^ {8}\[(?:string|string\[\]|object|psobject|switch)\] \$(\w+)/gm)].map(
    ([, name = '']) => name,
  );
}

describe('the module', () => {
  it('exports the functions that there are, in manifest and module alike', () => {
    expect(functionNames).toEqual(Object.keys(verbs).sort());
    expect([...listIn(manifest, /FunctionsToExport\s*=\s*@\(([^)]*)\)/)].sort()).toEqual(functionNames);
    expect([...listIn(moduleText, /Export-ModuleMember -Function (.*)/)].sort()).toEqual(functionNames);
    for (const [index, path] of publicPaths.entries())
      expect(text(path)).toMatch(`function ${functionNames[index] ?? ''} {\n`);
  });

  it('loads each of its files, and names no other', () => {
    const loaded = [...moduleText.matchAll(/^\. \(Join-Path \$PSScriptRoot '([^']+)'\)$/gm)].map(
      ([, path]) => path,
    );
    expect(loaded.sort()).toEqual(paths.filter((path) => /^(public|private)\//.test(path)).sort());
    expect(paths).toContain(/RootModule\s*=\s*'([^']+)'/.exec(manifest)?.[1]);
    for (const path of listIn(manifest, /FormatsToProcess\s*=\s*@\(([^)]*)\)/)) expect(paths).toContain(path);
    expect(/ModuleVersion\s*=\s*'([^']+)'/.exec(manifest)?.[1]).toBe(
      (JSON.parse(readFileSync(join(folder, '../../package.json'), 'utf8')) as { version: string }).version,
    );
  });

  it.each(scripts)('%s is closed, in ASCII, and holds nothing that 5.1 lacks', (path) => {
    const script = text(path);
    expect(script).toMatch(/^[\n\x20-\x7e]*$/);
    const stack: string[] = [];
    for (const bracket of bare(script).match(/[()[\]{}]/g) ?? [])
      if ('([{'.includes(bracket)) stack.push(bracket);
      else expect(`${stack.pop() ?? ''}${bracket}`).toMatch(/^(\(\)|\[\]|\{\})$/);
    expect(stack).toEqual([]);
    for (const newer of [
      /\?\?/,
      /\?\./,
      /&&/,
      /\|\|/,
      /\s\?\s[^{]*\s:\s/,
      /-Parallel\b/,
      /ArgumentList\.Add/,
    ])
      expect(bare(script)).not.toMatch(newer);
    expect(bare(script)).not.toMatch(/StandardInputEncoding|-AsHashtable|-AsPlainText|::new\(|\bclass\b/i);
  });

  it('shows columns that a connection has', () => {
    const view = new XMLParser().parse(text('HybridConnectionManager.format.ps1xml')) as object;
    const columns = [...JSON.stringify(view).matchAll(/"PropertyName":"(\w+)"/g)].map(
      ([, name = '']) => name,
    );
    expect(columns).toHaveLength(6);
    const fields = Object.keys(connectionRowSchema.shape);
    for (const column of columns) expect(fields).toContain(column.charAt(0).toLowerCase() + column.slice(1));
    expect(text('private/ConvertTo-HybridConnection.ps1')).toMatch(
      /<TypeName>(.*)<\/TypeName>/.exec(text('HybridConnectionManager.format.ps1xml'))?.[1] ?? 'none',
    );
  });
});

describe.each(publicPaths)('%s', (path) => {
  const script = text(path);
  const name = path.replace(/^public\/|\.ps1$/g, '');
  const help = /<#([\s\S]*?)#>/.exec(script)?.[1] ?? '';

  // Apostrophes of comments would pair with quotes.
  const code = uncommented(script);

  it('asks of hcm what there is', () => {
    const wanted = verbs[name] ?? [];
    expect([...code.matchAll(/@\('(\w+)'\)/g)].map(([, verb]) => verb).sort()).toEqual([...wanted].sort());
    const options = wanted.flatMap((verb) => shapes.get(verb)?.options ?? []);
    const known = options.flatMap(({ spellings }) => spellings);
    const own = optionsIn(code);
    const choosing = code.includes('Select-HcmConnection -') ? choosingOptions : [];
    expect([...own, ...choosing]).not.toEqual([]);
    for (const option of [...own, ...choosing, '--output']) expect(known).toContain(option);
    // Options with a value are followed by one, the others by none.
    for (const option of own) {
      const takesValue = options.find(({ spellings }) => spellings.includes(option))?.value !== null;
      expect([option, new RegExp(`'${option}', (\\$|'-')`).test(code)]).toEqual([option, takesValue]);
    }
  });

  it('gives strings with keys to standard input alone', () => {
    for (const [, value] of code.matchAll(/'--(?:secondary-)?connection-string', ([^\s)]+)/g))
      expect(value).toBe("'-'");
    for (const variable of ['$ConnectionString', '$SecondaryConnectionString', '$primary', '$secret'])
      expect(code).not.toMatch(new RegExp(`(words|others) \\+= [^\n]*\\${variable}\\b`, 'i'));
  });

  it('has help for all of it', () => {
    expect(help).toMatch(/\.SYNOPSIS\n {4}\S/);
    expect(help).toMatch(/\.DESCRIPTION\n {4}\S/);
    expect(help).toMatch(/\.EXAMPLE\n {4}\S/);
    const parameters = parametersOf(script);
    expect(parameters).toHaveLength((bare(script).match(/^ {8}\[[\w[\]]+\] \$\w+,?$/gm) ?? []).length);
    const described = [...help.matchAll(/\.PARAMETER (\w+)\n {4}\S/g)].map(([, parameter]) => parameter);
    expect(described).toEqual(parameters);
    for (const [, example = ''] of help.matchAll(/\.EXAMPLE\n {4}(.*)\n/g)) {
      expect(example).toMatch(name);
      for (const command of example.matchAll(/(\w+-HybridConnection)([^|]*)/g))
        for (const [, used = ''] of (command[2] ?? '').matchAll(/ -([A-Z]\w+)/g))
          expect([
            ...parametersOf(text(`public/${command[1] ?? ''}.ps1`)),
            ...['WhatIf', 'Confirm', 'AsSecureString'],
          ]).toContain(used);
    }
  });

  it('asks before it changes something, and not before it looks', () => {
    const changes = name !== 'Get-HybridConnection';
    expect(script.includes('SupportsShouldProcess = $true')).toBe(changes);
    const asked = script.indexOf('$PSCmdlet.ShouldProcess(');
    expect(asked !== -1 && asked < script.indexOf('Invoke-Hcm')).toBe(changes);
    expect(script.includes("ConfirmImpact = 'High'")).toBe(name === 'Remove-HybridConnection');
  });
});

describe('what the older manager’s scripts say', () => {
  it.each(functionNames)('%s -ConnectionString', (name) => {
    expect(parametersOf(text(`public/${name}.ps1`))).toContain('ConnectionString');
  });

  it.each([
    [
      'the portal’s form',
      'Endpoint=sb://contoso.servicebus.windows.net/;SharedAccessKeyName=l;SharedAccessKey=a=;EntityPath=payroll-sql',
    ],
    [
      'the name in the endpoint',
      'endpoint=sb://contoso.servicebus.windows.net/payroll-sql;SharedAccessKeyName=l;SharedAccessKey=a=',
    ],
    [
      'the name in the endpoint, with an end',
      'SharedAccessKey=a=;Endpoint=sb://contoso.servicebus.windows.net/payroll-sql/',
    ],
  ])('a string in %s names the connection', (_form, string) => {
    // The same expressions mean the same in .NET.
    const [endpoint, entity] = [
      ...text('private/Read-ConnectionString.ps1').matchAll(/-match '\(\?i\)(.*)'\)/g),
    ].map(([, pattern = '']) => new RegExp(pattern, 'i'));
    const [, host, folded = ''] = endpoint?.exec(string) ?? [];
    const [, named] = entity?.exec(string) ?? [];
    expect([host, named ?? folded]).toEqual(['contoso.servicebus.windows.net', 'payroll-sql']);
  });
});

describe('words of a command line', () => {
  const script = text('private/ConvertTo-HcmArgument.ps1');
  const replacements = [...script.matchAll(/-replace '([^']+)', '([^']+)'/g)];

  function quote(word: string): string {
    const plain = new RegExp(/-notmatch '([^']+)'/.exec(script)?.[1] ?? '');
    if (word !== '' && !plain.test(word)) return word;
    const escaped = replacements.reduce(
      (so, [, from = '', to = '']) => so.replaceAll(new RegExp(from, 'g'), to),
      word,
    );
    return `"${escaped}"`;
  }

  /** As Windows' programs take a command line apart (CommandLineToArgvW), without what only its first word has. */
  function takeApart(line: string): readonly string[] {
    const words: string[] = [];
    let word: string | null = null;
    let isQuoted = false;
    for (const [, slashes = '', sign = ''] of line.matchAll(/(\\*)([\s\S]?)/g)) {
      if (slashes === '' && sign === '') continue;
      if (sign === '"') {
        word = (word ?? '') + slashes.slice(0, slashes.length >> 1);
        if (slashes.length % 2 === 1) word += '"';
        else isQuoted = !isQuoted;
        continue;
      }
      if (slashes !== '') word = (word ?? '') + slashes;
      if (!isQuoted && /\s/.test(sign)) {
        if (word !== null) words.push(word);
        word = null;
      } else word = (word ?? '') + sign;
    }
    return word === null ? words : [...words, word];
  }

  it.each([
    [['add', '-', '--endpoint', 'sql01:1433']],
    [['C:\\Program Files\\hcm\\', '']],
    [['a "b" c', '\\\\server\\a share\\', '"', '\\"', 'x\\\\"y z\\\\']],
    [['tab\there', "it's", '$env:X', '%PATH%', 'a&b|c']],
  ])('%j arrive as they are', (words) => {
    expect(replacements).toHaveLength(2);
    expect(takeApart(words.map(quote).join(' '))).toEqual(words);
  });
});

describe('errors', () => {
  it('codes with a category of their own are there', () => {
    const codes =
      text('private/ConvertTo-HcmError.ps1')
        .match(/^ {8}HCM\d{4}/gm)
        ?.map((code) => code.trim()) ?? [];
    expect(codes).not.toEqual([]);
    for (const code of codes) expect(Object.keys(errorTable)).toContain(code);
  });

  it('hcm’s errors are taken apart as it writes them', () => {
    const script = text('private/ConvertTo-HcmError.ps1');
    const [first, next, code] = [...script.matchAll(/-match '(\^[^']+)'/g)].map(
      ([, from = '']) => new RegExp(from),
    );
    const io = createTestIo();
    printError(io.errors, new HcmError('HCM1041', { name: 'payroll-sql' }));
    const lines = io.errors.text.trimEnd().split('\n');
    expect(lines).toHaveLength(4);
    expect(first?.exec(lines[0] ?? '')?.[1]).toMatch(/\S/);
    expect(lines.slice(1).every((line) => next?.test(line))).toBe(true);
    expect(code?.exec(next?.exec(lines[3] ?? '')?.[1] ?? '')?.[1]).toBe('HCM1041');
    expect(script).toContain('$next = $lines[2]');
  });

  it('answers that are read have a schema', () => {
    for (const verb of Object.values(verbs).flat()) expect(Object.keys(answers)).toContain(verb);
  });
});
