// @ts-check
/** Debian's package manager, for tests that need more of the system than npm brings. */
import { spawnSync } from 'node:child_process';

export function hasApt() {
  return spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).error === undefined;
}

/** Asks nothing, and waits for another one that is at work. @param {readonly string[]} words */
export function apt(words) {
  spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...words], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}
