/**
 * A program that does nothing but write one stored file: killed, starved of disk space or shut out of its folder by the
 * tests. Prints one line for each write: the count on the disk, or the code of the failure. Ends at `limit` or at a failure.
 */
import { join } from 'node:path';
import { HcmError } from '../../../contract/errors.ts';
import { nodeFileSystem } from '../file-system.ts';
import { JsonFile } from '../json-file.ts';
import { counterFormat } from './counter-format.ts';

const [folder = '', limit = '1', ballastBytes = '0'] = process.argv.slice(2);

const file = await JsonFile.open({
  path: join(folder, 'counter.json'),
  format: counterFormat,
  fileSystem: nodeFileSystem(),
  report: (problem) => process.stdout.write(`reported ${problem.code}\n`),
  now: Date.now,
});

while (file.value.count < Number(limit)) {
  const count = file.value.count + 1;
  try {
    await file.update(() => ({ count, ballast: 'x'.repeat(Number(ballastBytes) * count) }));
    process.stdout.write(`${count}\n`);
  } catch (error) {
    process.stdout.write(`${error instanceof HcmError ? error.code : String(error)} at ${count}\n`);
    break;
  }
}
