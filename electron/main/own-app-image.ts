/** The AppImage that a program lies in. Whatever was started from within one has its variables, and may be something else. */
import { existsSync, realpathSync } from 'node:fs';
import { isAbsolute, sep } from 'node:path';

export type Environment = Readonly<Record<string, string | undefined>>;

/** @returns path of the AppImage; null where the program is in none. */
export function ownAppImage(program: string, environment: Environment): string | null {
  const { APPIMAGE: file = '', APPDIR: mount = '' } = environment;
  if (!isAbsolute(file) || !isAbsolute(mount) || !existsSync(mount)) return null;
  return program.startsWith(`${realpathSync(mount)}${sep}`) ? file : null;
}
