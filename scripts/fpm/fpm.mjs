#!/usr/bin/env node
// @ts-check
/**
 * Makes a deb or an rpm from the words that electron-builder gives to fpm, with dpkg-deb and rpmbuild alone: for computers
 * that can't fetch electron-builder's own fpm. `CUSTOM_FPM_PATH` names this file.
 *
 * Invariant: a word that isn't known ends it. A package with something missing would be found out by whoever installs it.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildDeb } from './build-deb.mjs';
import { buildRpm } from './build-rpm.mjs';
import { layTree } from './lay-tree.mjs';
import { readFpmWords } from './read-fpm-words.mjs';

try {
  const order = readFpmWords(process.argv.slice(2));
  // Beside the package, so that files can be linked instead of copied.
  const work = mkdtempSync(join(dirname(order.output), '.fpm-'));
  try {
    const tree = layTree(join(work, 'tree'), order.places, order.target === 'deb');
    if (order.target === 'deb') buildDeb(order, tree);
    else buildRpm(order, tree, work);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
