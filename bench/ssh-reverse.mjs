// @ts-check
/**
 * A floor from another world: `ssh -R` over loopback, with keys and a configuration of its own in the bench's folder. The
 * system's sshd and its configuration are left alone. What is measured is the client, which stands where a listener stands.
 */
import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { spawn } from 'node:child_process';

/** Whose account is used when the bench is run by root: as root sshd wants folders of the system's. */
const nobody = { uid: 65_534, gid: 65_534, name: 'nobody' };

const startWithinMs = 20_000;

/** Where an sshd is, or why there is none. @returns {{ readonly sshd: string } | { readonly missing: string }} */
function findSshd() {
  const folders = ['/usr/sbin', '/usr/local/sbin', ...(process.env['PATH'] ?? '').split(':')];
  const places = [process.env['HCM_BENCH_SSHD'] ?? '', ...folders.map((folder) => join(folder, 'sshd'))];
  const sshd = places.find((place) => place !== '' && existsSync(place));
  return sshd === undefined ? { missing: 'there is no sshd; HCM_BENCH_SSHD says where one is' } : { sshd };
}

/** @param {import('./contenders.mjs').Ground} ground @returns {Promise<import('./contenders.mjs').Running>} */
export async function startSshReverse({ stage, targetPort }) {
  const found = findSshd();
  if ('missing' in found) throw new Error(found.missing);
  const folder = join(stage.folder, 'ssh');
  await mkdir(folder, { recursive: true });
  const key = (/** @type {string} */ name) => join(folder, name);
  for (const name of ['host', 'client']) await makeKey(key(name));
  const asRoot = process.getuid?.() === 0;
  const account = asRoot ? { uid: nobody.uid, gid: nobody.gid } : {};
  const port = await freePort();
  const configuration = [
    `HostKey ${key('host')}`,
    `AuthorizedKeysFile ${key('client.pub')}`,
    ...['ListenAddress 127.0.0.1', `Port ${port}`, `PidFile ${key('pid')}`],
    // Without PAM an account that has no password counts as locked.
    ...['StrictModes no', 'UsePAM yes', 'PasswordAuthentication no', 'AllowTcpForwarding yes'],
  ];
  await writeFile(key('sshd_config'), `${configuration.join('\n')}\n`);
  if (asRoot) {
    await chmod(stage.folder, 0o711);
    for (const name of ['.', 'host', 'client', 'client.pub', 'sshd_config'])
      await chown(join(folder, name), nobody.uid, nobody.gid);
  }
  /** @type {import('node:child_process').SpawnOptions} */
  const options = { ...account, stdio: ['ignore', 'ignore', 'pipe'] };
  const server = spawn(found.sshd, ['-D', '-e', '-f', key('sshd_config')], options);
  const client = () =>
    spawn(
      'ssh',
      [
        ...['-N', '-F', 'none', '-i', key('client'), '-p', String(port)],
        ...['-o', 'StrictHostKeyChecking=no', '-o', 'UserKnownHostsFile=/dev/null', '-o', 'BatchMode=yes'],
        ...['-o', 'ExitOnForwardFailure=yes', '-R', `0:127.0.0.1:${targetPort}`],
        `${asRoot ? nobody.name : (process.env['USER'] ?? '')}@127.0.0.1`.replace(/^@/, ''),
      ],
      options,
    );
  /** @type {import('node:child_process').ChildProcess | undefined} */
  let listener;
  const stop = async () => {
    for (const child of [listener, server]) {
      if (child === undefined || child.exitCode !== null || child.signalCode !== null) continue;
      child.kill('SIGKILL');
      await once(child, 'close');
    }
  };
  try {
    await said(server, /Server listening/);
    listener = client();
    const [, forwarded = ''] = await said(listener, /Allocated port (\d+) for remote forward/);
    const { pid } = listener;
    if (pid === undefined) throw new Error('ssh was not started');
    return { name: 'ssh-R', pid, way: { kind: 'tcp', port: Number(forwarded) }, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** @param {string} path */
async function makeKey(path) {
  const child = spawn('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', path], { stdio: 'ignore' });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`ssh-keygen ended with ${String(code)}`);
}

/** Waits for a line on standard error. @param {import('node:child_process').ChildProcess} child @param {RegExp} pattern @returns {Promise<RegExpExecArray>} */
function said(child, pattern) {
  return new Promise((resolve, reject) => {
    let text = '';
    const timer = setTimeout(() => reject(new Error(`not in time: ${text}`)), startWithinMs);
    child.stderr?.setEncoding('utf8').on('data', (part) => {
      text += part;
      const match = pattern.exec(text);
      if (match === null) return;
      clearTimeout(timer);
      resolve(match);
    });
    child.once('error', reject);
    child.once('close', () => {
      clearTimeout(timer);
      reject(new Error(`ended: ${text}`));
    });
  });
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  server.close();
  await once(server, 'close');
  return port;
}
