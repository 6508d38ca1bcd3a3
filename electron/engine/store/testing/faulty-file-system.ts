/** A real file system whose operations can be made to fail: by errno, or for good from some step on, as in a crash. */
import { basename } from 'node:path';
import { nodeFileSystem, type FileSystem } from '../file-system.ts';

/** Called before each step, e.g. `rename settings.json`; what it throws is what the step fails with. */
export type BeforeStep = (operation: keyof FileSystem, name: string) => void;

export function errno(code: string): Error {
  return Object.assign(new Error(code), { code });
}

export function faultyFileSystem(before: BeforeStep): FileSystem {
  const real = nodeFileSystem();
  const step = async <Result>(
    operation: keyof FileSystem,
    path: string,
    action: () => Promise<Result>,
  ): Promise<Result> => {
    before(operation, stableName(path));
    return action();
  };
  return {
    read: (path, maxBytes) => step('read', path, () => real.read(path, maxBytes)),
    create: (path, data) => step('create', path, () => real.create(path, data)),
    link: (from, to) => step('link', to, () => real.link(from, to)),
    rename: (from, to) => step('rename', to, () => real.rename(from, to)),
    remove: (path) => step('remove', path, () => real.remove(path)),
    list: (folder) => step('list', folder, () => real.list(folder)),
    syncFolder: (folder) => step('syncFolder', folder, () => real.syncFolder(folder)),
  };
}

/** Fails from the n-th step on, as if the process had been killed there. */
export function crashingFileSystem(steps: number): FileSystem & { readonly crashed: () => boolean } {
  let left = steps;
  const fileSystem = faultyFileSystem(() => {
    left -= 1;
    if (left < 0) throw errno('ECRASH');
  });
  return { ...fileSystem, crashed: () => left < 0 };
}

function stableName(path: string): string {
  return basename(path).replace(/\.[0-9a-f]{12}\.tmp$/, '.tmp');
}
