// @ts-check
/** Reads the words that electron-builder gives to fpm. Pure. */
import { parseArgs } from 'node:util';

/**
 * @typedef {object} PackageOrder
 * @property {'deb' | 'rpm'} target
 * @property {string} output
 * @property {string} name
 * @property {string} version
 * @property {string} iteration of the same version
 * @property {string} architecture in the words of the package's kind
 * @property {string} maintainer
 * @property {string} vendor
 * @property {string} url
 * @property {string} license
 * @property {string} summary one line
 * @property {string} description
 * @property {string} section
 * @property {string} priority
 * @property {string} compression
 * @property {readonly string[]} depends
 * @property {readonly string[]} recommends
 * @property {Readonly<Partial<Record<ScriptName, string>>>} scripts files
 * @property {readonly Place[]} places
 */
/** @typedef {'afterInstall' | 'beforeRemove' | 'afterRemove' | 'beforeInstall'} ScriptName */
/** @typedef {{ readonly from: string, readonly to: string }} Place `from` with a slash at its end: what is in that folder */

const one = /** @type {const} */ ({ type: 'string' });
const many = /** @type {const} */ ({ type: 'string', multiple: true });
const yes = /** @type {const} */ ({ type: 'boolean' });

const known = {
  'input-type': { ...one, short: 's' },
  'output-type': { ...one, short: 't' },
  depends: { ...many, short: 'd' },
  force: yes,
  debug: yes,
  log: one,
  architecture: one,
  'after-install': one,
  'after-remove': one,
  'before-install': one,
  'before-remove': one,
  description: one,
  version: one,
  iteration: one,
  package: one,
  name: one,
  maintainer: one,
  vendor: one,
  url: one,
  license: one,
  category: one,
  'deb-priority': one,
  'deb-compression': one,
  'deb-recommends': many,
  'rpm-summary': one,
  'rpm-os': one,
  'rpm-compression': one,
};

/**
 * @param {readonly string[]} words
 * @returns {PackageOrder}
 * @throws for a word that isn't known here, or one that is missing
 */
export function readFpmWords(words) {
  const { values, positionals } = parseArgs({ args: [...words], options: known, allowPositionals: true });
  const target = values['output-type'];
  if (values['input-type'] !== 'dir') throw new Error('fpm: only folders are packed (-s dir)');
  if (target !== 'deb' && target !== 'rpm') throw new Error(`fpm: no package of the kind ${target}`);
  /** @param {'package' | 'name' | 'version' | 'architecture' | 'maintainer'} name */
  const must = (name) => {
    const value = values[name];
    if (value === undefined || /[\r\n]/.test(value)) throw new Error(`fpm: --${name} is missing`);
    return value;
  };
  const [head = '', ...rest] = (values.description ?? '').split('\n');
  const text = rest.length === 0 ? head : rest.join('\n');
  return {
    target,
    output: must('package'),
    name: must('name'),
    version: must('version'),
    iteration: values.iteration ?? '1',
    architecture: inWordsOf(target, must('architecture')),
    maintainer: must('maintainer'),
    vendor: values.vendor ?? must('maintainer'),
    url: values.url ?? '',
    license: values.license ?? '',
    summary: (values['rpm-summary'] ?? head).trim() || must('name'),
    description: text.trim(),
    section: values.category ?? 'default',
    priority: values['deb-priority'] ?? 'optional',
    compression: values[`${target}-compression`] ?? 'xz',
    depends: values.depends ?? [],
    recommends: values['deb-recommends'] ?? [],
    scripts: withoutMissing({
      beforeInstall: values['before-install'],
      afterInstall: values['after-install'],
      beforeRemove: values['before-remove'],
      afterRemove: values['after-remove'],
    }),
    places: positionals.map(readPlace),
  };
}

/** Debian's and Red Hat's words for one processor; fpm takes either. */
const processors = /** @type {const} */ ([
  { deb: 'amd64', rpm: 'x86_64' },
  { deb: 'arm64', rpm: 'aarch64' },
]);

/** @param {'deb' | 'rpm'} target @param {string} word */
function inWordsOf(target, word) {
  const found = processors.find(({ deb, rpm }) => deb === word || rpm === word);
  if (found === undefined) throw new Error(`fpm: no word for the processor ${word}`);
  return found[target];
}

/** @param {string} word `from=to` */
function readPlace(word) {
  const at = word.lastIndexOf('=');
  const place = { from: word.slice(0, at), to: word.slice(at + 1) };
  if (at <= 0 || !place.to.startsWith('/') || place.to.split('/').includes('..'))
    throw new Error(`fpm: not a place for a file: ${word}`);
  return place;
}

/** @param {Readonly<Record<ScriptName, string | undefined>>} scripts */
function withoutMissing(scripts) {
  return Object.fromEntries(Object.entries(scripts).filter(([, file]) => file !== undefined));
}
