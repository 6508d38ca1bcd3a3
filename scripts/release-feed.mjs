// @ts-check
/**
 * Keys and signatures of feeds of releases (docs/updates.md):
 *
 *     node scripts/release-feed.mjs new-key <folder> [--add]      makes a pair; --add puts its public half into assets/release.json
 *     node scripts/release-feed.mjs sign --key <file> [--key <file>] <feed file> …   writes <feed file>.sig
 *
 * The private half stays where it was made: outside of this tree, readable by its owner alone. A key's id is the name of its file.
 */
import { createPrivateKey, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { basename, join, relative, isAbsolute, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

/** @typedef {{ readonly id: string, readonly privatePem: string }} SigningKey */

const root = fileURLToPath(new URL('..', import.meta.url));
const releaseFile = join(root, 'assets', 'release.json');
/** Of an Ed25519 key's DER (RFC 8410 §4), before its 32 bytes. */
const spkiPrefixBytes = 12;

/** @param {string} id */
export function makeReleaseKey(id) {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const der = publicKey.export({ type: 'spki', format: 'der' });
  return {
    /** As assets/release.json names it. */
    release: { id, publicKey: der.subarray(spkiPrefixBytes).toString('base64') },
    signing: { id, privatePem: String(privateKey.export({ type: 'pkcs8', format: 'pem' })) },
  };
}

/**
 * Text of `<name>.sig`.
 * @param {string} name of the file in the feed: it is signed, too
 * @param {Uint8Array} bytes
 * @param {readonly SigningKey[]} keys
 */
export function feedSignature(name, bytes, keys) {
  const signed = Buffer.concat([Buffer.from(`hcm-feed 1 ${name}\n`, 'utf8'), bytes]);
  const lines = keys.map(({ id, privatePem }) => {
    const key = createPrivateKey(privatePem);
    if (key.asymmetricKeyType !== 'ed25519') throw new Error(`the key ${id} isn’t an Ed25519 key`);
    return `${id} ${sign(null, signed, key).toString('base64')}`;
  });
  return ['hcm-feed-signature 1', ...lines, ''].join('\n');
}

/** @param {string | undefined} folder @param {boolean} isAdded */
function newKey(folder, isAdded) {
  if (folder === undefined) throw new Error('say which folder the private half belongs into');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const within = relative(realpathSync(root), realpathSync(folder));
  if (within === '' || (within !== '..' && !within.startsWith(`..${sep}`) && !isAbsolute(within))) {
    throw new Error('the private half doesn’t belong into this tree: choose a folder outside of it');
  }
  const id = `${new Date().getUTCFullYear()}-${randomBytes(3).toString('hex')}`;
  const { release, signing } = makeReleaseKey(id);
  const file = join(folder, `${id}.pem`);
  writeFileSync(file, signing.privatePem, { mode: 0o600, flag: 'wx' });
  if (isAdded) {
    const known = JSON.parse(readFileSync(releaseFile, 'utf8'));
    writeFileSync(releaseFile, `${JSON.stringify({ ...known, keys: [...known.keys, release] }, null, 2)}\n`);
  }
  console.log(JSON.stringify(release));
  console.error(`Private half: ${file}. Keep it and a copy of it safe: who has it can sign releases.`);
}

/** @param {readonly string[]} keyFiles @param {readonly string[]} files */
function signFiles(keyFiles, files) {
  if (keyFiles.length === 0 || files.length === 0) {
    throw new Error('say --key <file> and the files of the feed');
  }
  const keys = keyFiles.map((file) => ({
    id: basename(file, '.pem'),
    privatePem: readFileSync(file, 'utf8'),
  }));
  for (const file of files) {
    writeFileSync(`${file}.sig`, feedSignature(basename(file), readFileSync(file), keys));
    console.log(`${file}.sig`);
  }
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { key: { type: 'string', multiple: true }, add: { type: 'boolean' } },
    });
    const [verb, ...others] = positionals;
    if (verb === 'new-key') newKey(others[0], values.add === true);
    else if (verb === 'sign') signFiles(values.key ?? [], others);
    else throw new Error('say new-key or sign');
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
