// @ts-check
/** A deb of a laid out tree, by dpkg-deb. Everything in it belongs to root. */
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import { debControl } from './deb-control.mjs';
import { runTool } from './run-tool.mjs';

const names = /** @type {const} */ ({
  beforeInstall: 'preinst',
  afterInstall: 'postinst',
  beforeRemove: 'prerm',
  afterRemove: 'postrm',
});

/**
 * @param {import('./read-fpm-words.mjs').PackageOrder} order
 * @param {string} tree
 */
export function buildDeb(order, tree) {
  const files = filesIn(tree);
  const kib = files.reduce((sum, file) => sum + Math.ceil(lstatSync(file).size / 1024), 0);
  const control = join(tree, 'DEBIAN');
  mkdirSync(control, { mode: 0o755 });
  writeFileSync(join(control, 'control'), debControl(order, kib));
  writeFileSync(join(control, 'md5sums'), files.map((file) => sum(tree, file)).join(''));
  for (const [kind, name] of Object.entries(names)) {
    const script = order.scripts[/** @type {keyof typeof names} */ (kind)];
    if (script === undefined) continue;
    copyFileSync(script, join(control, name));
    chmodSync(join(control, name), 0o755);
  }
  const level = process.env['ELECTRON_BUILDER_COMPRESSION_LEVEL'];
  runTool('dpkg-deb', [
    '--root-owner-group',
    `-Z${order.compression === 'gz' ? 'gzip' : order.compression}`,
    ...(level === undefined ? [] : [`-z${level}`]),
    '--build',
    tree,
    order.output,
  ]);
}

/** @param {string} tree @param {string} file as `md5sum` writes it, which is what dpkg --verify reads */
function sum(tree, file) {
  return `${createHash('md5').update(readFileSync(file)).digest('hex')}  ${relative(tree, file)}\n`;
}

/** @param {string} tree */
function filesIn(tree) {
  const entries = readdirSync(tree, { recursive: true, withFileTypes: true });
  return entries.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
}
