// @ts-check
/** Lays out what a package brings, as it will lie below `/`. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * @param {string} root the folder that stands for `/`
 * @param {readonly import('./read-fpm-words.mjs').Place[]} places
 * @param {boolean} mayLink false where a file with a second name would be packed as such: rpm keeps them apart
 * @returns {string} the root
 */
export function layTree(root, places, mayLink) {
  mkdirSync(root, { recursive: true, mode: 0o755 });
  for (const { from, to } of places) {
    const target = join(root, to);
    const isContent = from.endsWith('/');
    if (isContent !== statSync(from).isDirectory())
      throw new Error(`fpm: ${from} is ${isContent ? 'no folder' : 'a folder'}`);
    mkdirSync(isContent ? target : dirname(target), { recursive: true, mode: 0o755 });
    lay(isContent ? `${from}.` : from, target, mayLink);
  }
  return root;
}

/**
 * Links where it may and both lie on one disk: nothing here changes a file.
 * @param {string} from
 * @param {string} to
 * @param {boolean} mayLink
 */
function lay(from, to, mayLink) {
  if (mayLink && copy('-al', from, to).status === 0) return;
  const { status, stderr } = copy('-a', from, to);
  if (status !== 0) throw new Error(`fpm: ${stderr}`);
}

/** @param {string} how @param {string} from @param {string} to */
function copy(how, from, to) {
  return spawnSync('cp', [how, '--remove-destination', '--', from, to], { encoding: 'utf8' });
}
