/**
 * Puts an export on the disk: for its owner alone, whole or not at all, and never over a file that nobody gave up.
 */
import { basename, dirname } from 'node:path';
import { HcmError } from '../../contract/errors.ts';
import { errnoOf, toFileError } from '../../engine/store/file-error.ts';
import { nodeFileSystem, type FileSystem } from '../../engine/store/file-system.ts';
import { replaceFile, temporaryPath } from '../../engine/store/replace-file.ts';

/** @throws HcmError HCM1089 when the file is there and shall stay, HCM400x when it can't be written. */
export async function writeExportFile(
  path: string,
  text: string,
  overwrite: boolean,
  fileSystem: FileSystem = nodeFileSystem(),
): Promise<void> {
  const content = Buffer.from(text);
  try {
    if (overwrite) await replaceFile(fileSystem, path, content, null);
    else await createWhole(fileSystem, path, content);
    await fileSystem.syncFolder(dirname(path));
  } catch (error) {
    const file = basename(path);
    throw errnoOf(error) === 'EEXIST' ? new HcmError('HCM1089', { file }) : toFileError(error, file);
  }
}

/** A link fails when the name is taken, and shows the file only whole. */
async function createWhole(fileSystem: FileSystem, path: string, content: Buffer): Promise<void> {
  const temporary = temporaryPath(path);
  try {
    await fileSystem.create(temporary, content);
    await fileSystem.link(temporary, path);
  } catch (error) {
    // A file system without links, such as that of many memory sticks.
    if (!['EPERM', 'ENOTSUP', 'ENOSYS', 'EOPNOTSUPP'].includes(errnoOf(error))) throw error;
    await fileSystem.create(path, content);
  } finally {
    await fileSystem.remove(temporary).catch(() => undefined);
  }
}
