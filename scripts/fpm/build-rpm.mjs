// @ts-check
/** An rpm of a laid out tree, by rpmbuild, which packs what it is given: nothing is stripped or scanned. */
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rpmSpec } from './rpm-spec.mjs';
import { runTool } from './run-tool.mjs';

/** Payloads by what fpm calls them. @type {Readonly<Record<string, string>>} */
const payloads = { xz: 'w6.xzdio', xzmt: 'w6T.xzdio', gzip: 'w9.gzdio', gz: 'w9.gzdio', none: 'w.ufdio' };

/**
 * @param {import('./read-fpm-words.mjs').PackageOrder} order
 * @param {string} tree
 * @param {string} work
 */
export function buildRpm(order, tree, work) {
  const scripts = Object.fromEntries(
    Object.entries(order.scripts).map(([kind, file]) => [kind, readFileSync(file, 'utf8')]),
  );
  const spec = join(work, `${order.name}.spec`);
  writeFileSync(spec, rpmSpec(order, scripts, ownedIn(tree, order.places)));
  const packages = join(work, 'rpm');
  mkdirSync(packages);
  const level = process.env['ELECTRON_BUILDER_COMPRESSION_LEVEL'];
  const payload = payloads[order.compression] ?? 'w6.xzdio';
  const defines = {
    _topdir: work,
    _rpmdir: packages,
    _rpmfilename: 'made.rpm',
    _binary_payload: level === undefined ? payload : payload.replace(/\d/, level),
    _build_id_links: 'none',
    __os_install_post: '%{nil}',
    __strip: '/bin/true',
  };
  runTool('rpmbuild', [
    '-bb',
    '--quiet',
    '--buildroot',
    tree,
    '--target',
    `${order.architecture}-linux`,
    ...Object.entries(defines).flatMap(([name, value]) => ['--define', `${name} ${value}`]),
    spec,
  ]);
  renameSync(join(packages, 'made.rpm'), order.output);
}

/**
 * The folders that are the package's own, and the single files that lie in folders of the system.
 * @param {string} tree
 * @param {readonly import('./read-fpm-words.mjs').Place[]} places
 */
function ownedIn(tree, places) {
  return places.flatMap(({ from, to }) => {
    if (!from.endsWith('/')) return [to];
    return to.startsWith('/opt/')
      ? [to]
      : readdirSync(join(tree, to), { recursive: true, withFileTypes: true })
          .filter((one) => !one.isDirectory())
          .map((one) => join(one.parentPath, one.name).slice(tree.length));
  });
}
