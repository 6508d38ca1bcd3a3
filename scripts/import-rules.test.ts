import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const electron = join(root, 'electron');

interface Import {
  /** Path below `electron/`, with slashes. */
  readonly from: string;
  /** Same for our own files; else the package's name as it is written. */
  readonly to: string;
}

function productFiles(): string[] {
  return readdirSync(electron, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.split(sep).join('/'))
    .filter((file) => !file.endsWith('.test.ts') && !file.includes('testing/'));
}

function importsOf(file: string): Import[] {
  const { importedFiles } = ts.preProcessFile(readFileSync(join(electron, file), 'utf8'), true, true);
  return importedFiles.map(({ fileName }) => ({
    from: file,
    to: fileName.startsWith('.')
      ? relative(electron, join(electron, dirname(file), fileName))
          .split(sep)
          .join('/')
      : fileName,
  }));
}

const files = productFiles();
const graph = files.flatMap(importsOf);

function isOwn(path: string): boolean {
  return path.endsWith('.ts');
}

function roomOf(path: string): string {
  return path.split('/')[0] ?? '';
}

/** What the parts of the local relay that act as a client or run the demo may use of the engine, besides frames. */
const clientParts = [
  'engine/clock.ts',
  'engine/net/dial-relay.ts',
  'engine/net/trust.ts',
  'engine/relay/frame-socket.ts',
  'engine/relay/relay-address.ts',
  'engine/relay/rendezvous.ts',
  'engine/relay/sas-token.ts',
  'engine/tunnel/tcp-pump.ts',
];

function isAllowed({ from, to }: Import): boolean {
  switch (roomOf(from)) {
    case 'contract':
      return isOwn(to) ? roomOf(to) === 'contract' : to === 'zod';
    case 'engine':
      return isOwn(to) ? ['engine', 'contract'].includes(roomOf(to)) : isLibrary(to);
    case 'local-relay': {
      if (!isOwn(to)) return isLibrary(to);
      if (['local-relay', 'contract'].includes(roomOf(to)) || to === 'engine/relay/frames.ts') return true;
      return from === 'local-relay/sender.ts' && clientParts.includes(to);
    }
    case 'cli':
      return isOwn(to) ? ['cli', 'engine', 'contract', 'local-relay'].includes(roomOf(to)) : isLibrary(to);
    default:
      return false;
  }
}

/** Anything but a user interface. */
function isLibrary(name: string): boolean {
  return !/^(electron|react|react-dom|zustand|@fluentui)(\/|$)/.test(name);
}

describe('who may import whom (architecture, section 3)', () => {
  it('finds the rooms and their imports', () => {
    expect(new Set(files.map(roomOf))).toEqual(new Set(['cli', 'contract', 'engine', 'local-relay']));
    expect(graph.length).toBeGreaterThan(200);
  });

  it('is kept by every file', () => {
    expect(graph.filter((edge) => !isAllowed(edge))).toEqual([]);
  });

  it('keeps the engine free of Electron and React, through whatever it reaches', () => {
    const reached = new Set<string>();
    const queue = files.filter((file) => roomOf(file) === 'engine');
    for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
      if (reached.has(file)) continue;
      reached.add(file);
      if (isOwn(file)) queue.push(...graph.filter(({ from }) => from === file).map(({ to }) => to));
    }
    expect([...reached].filter((name) => !isOwn(name) && !isLibrary(name))).toEqual([]);
  });
});
