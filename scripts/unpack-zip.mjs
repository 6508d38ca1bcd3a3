// @ts-check
/** Unpacks files of a zip, without a program of the system. Paths that lead out of the zip's root end it (yauzl sees to that). */
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import yauzl from 'yauzl';

/**
 * @param {string} zip
 * @param {string} folder
 * @param {(name: string) => string | undefined} placeOf where under `folder` a file goes; undefined leaves it out
 */
export async function unpackZip(zip, folder, placeOf) {
  const file = await yauzl.openPromise(zip, { lazyEntries: true, autoClose: false });
  try {
    for await (const entry of file.eachEntry()) {
      const place = entry.fileName.endsWith('/') ? undefined : placeOf(entry.fileName);
      if (place === undefined) continue;
      const path = join(folder, place);
      await mkdir(dirname(path), { recursive: true });
      await pipeline(await file.openReadStreamPromise(entry), createWriteStream(path));
    }
  } finally {
    file.close();
  }
}
