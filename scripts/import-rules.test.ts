import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

interface Import {
  /** Path below the repository, with slashes. */
  readonly from: string;
  /** Same for our own files; else the package's name as it is written. */
  readonly to: string;
  /** Leaves nothing behind in what runs. */
  readonly isType: boolean;
}

function productFiles(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => `${folder}/${file.split(sep).join('/')}`)
    .filter((file) => !/\.(test|d)\.tsx?$/.test(file) && !file.includes('testing/'));
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8');
  const { importedFiles } = ts.preProcessFile(text, true, true);
  return importedFiles.map(({ fileName, pos }) => ({
    from: file,
    to: fileName.startsWith('.')
      ? relative(root, join(root, dirname(file), fileName))
          .split(sep)
          .join('/')
      : fileName,
    isType: /^import type /m.test(text.slice(text.lastIndexOf('import', pos), pos)),
  }));
}

const files = [...productFiles('electron'), ...productFiles('renderer')];
const graph = files.flatMap(importsOf);

function isOwn(path: string): boolean {
  return /^(electron|renderer|assets)\//.test(path) || path === 'package.json';
}

/** `contract`, `engine`, … below `electron`; `renderer`. */
function roomOf(path: string): string {
  const [top = '', room = ''] = path.split('/');
  return top === 'electron' ? room : top;
}

/** `add-connection`, … below `renderer/features`. */
function featureOf(path: string): string | undefined {
  return /^renderer\/features\/([^/]+)\//.exec(path)?.[1];
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
].map((file) => `electron/${file}`);

/** What draws the page. */
const pageLibraries = /^(react|react-dom|zustand|@fluentui|@tanstack)(\/|$)/;

function isAllowed({ from, to, isType }: Import): boolean {
  const room = roomOf(to);
  switch (roomOf(from)) {
    case 'contract':
      return isOwn(to) ? room === 'contract' : to === 'zod';
    case 'engine':
      // Feed and keys of this release: configuration, not a room.
      if (to === 'assets/release.json') return true;
      return isOwn(to) ? ['engine', 'contract'].includes(room) : isLibrary(to);
    case 'local-relay': {
      if (!isOwn(to)) return isLibrary(to);
      if (['local-relay', 'contract'].includes(room) || to === 'electron/engine/relay/frames.ts') return true;
      return from === 'electron/local-relay/sender.ts' && clientParts.includes(to);
    }
    case 'cli':
      if (to === 'package.json') return true;
      return isOwn(to) ? ['cli', 'engine', 'contract', 'local-relay'].includes(room) : isLibrary(to);
    case 'main':
      if (!isOwn(to)) return isLibrary(to) || to === 'electron';
      return (
        ['main', 'engine', 'contract', 'assets', 'package.json'].includes(room) ||
        to === 'electron/local-relay/demo.ts'
      );
    case 'preload':
      // Types of the contract leave nothing behind; its schemas would bring zod along.
      if (!isOwn(to)) return to === 'electron';
      return to === 'electron/contract/channels.ts' || (isType && room === 'contract');
    case 'renderer': {
      if (!isOwn(to)) return pageLibraries.test(to) || /^zod(\/v4)?$/u.test(to);
      if (room === 'contract') return true;
      const feature = featureOf(to);
      const isForeign = feature !== undefined && featureOf(from) !== undefined && featureOf(from) !== feature;
      return room === 'renderer' && !isForeign;
    }
    default:
      return false;
  }
}

/** Anything but a user interface. */
function isLibrary(name: string): boolean {
  return name !== 'electron' && !name.startsWith('electron/') && !pageLibraries.test(name);
}

/** Everything that `start` leads to, through any number of files. */
function reachedFrom(start: readonly string[], follow: (edge: Import) => boolean = () => true): Set<string> {
  const reached = new Set<string>();
  const queue = [...start];
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (reached.has(file)) continue;
    reached.add(file);
    queue.push(...graph.filter((edge) => edge.from === file && follow(edge)).map(({ to }) => to));
  }
  return reached;
}

function packagesIn(reached: ReadonlySet<string>): string[] {
  return [...reached].filter((name) => !isOwn(name));
}

describe('who may import whom (architecture, section 3)', () => {
  it('finds the rooms and their imports', () => {
    expect(new Set(files.map(roomOf))).toEqual(
      new Set(['cli', 'contract', 'engine', 'local-relay', 'main', 'preload', 'renderer']),
    );
    expect(graph.length).toBeGreaterThan(200);
  });

  it('is kept by every file', () => {
    expect(graph.filter((edge) => !isAllowed(edge))).toEqual([]);
  });

  it('keeps the engine free of Electron and React, through whatever it reaches', () => {
    const reached = reachedFrom(files.filter((file) => roomOf(file) === 'engine'));
    expect(packagesIn(reached).filter((name) => !isLibrary(name))).toEqual([]);
  });

  it('keeps Node and Electron out of the page, through whatever it reaches', () => {
    const reached = reachedFrom(files.filter((file) => roomOf(file) === 'renderer'));
    expect(packagesIn(reached).filter((name) => /^(node:|electron)/.test(name))).toEqual([]);
  });

  it('keeps everything but the channels’ names out of the preload script', () => {
    const reached = reachedFrom(
      files.filter((file) => roomOf(file) === 'preload'),
      ({ isType }) => !isType,
    );
    expect([...reached].sort()).toEqual([
      'electron',
      'electron/contract/channels.ts',
      'electron/preload/index.ts',
    ]);
    const text = readFileSync(join(root, 'electron/preload/index.ts'), 'utf8');
    expect(text.split('\n').length).toBeLessThan(60);
  });
});
