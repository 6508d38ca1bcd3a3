/** What this program came as, by the file that electron-builder leaves in packages of package managers. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** @param resources folder of what a package brings besides the app; null where none of them brought it. */
export function packageType(resources: string): 'deb' | 'rpm' | null {
  try {
    const type = readFileSync(join(resources, 'package-type'), 'utf8').trim();
    return type === 'deb' || type === 'rpm' ? type : null;
  } catch {
    return null;
  }
}
