// @ts-check
/**
 * Makes ready what tests of proxies need of this computer: tinyproxy and squid, as Debian has them. Installs them when root
 * runs this, else says how; fails where neither is possible, since tests that are left out prove nothing.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { apt, hasApt } from './apt.mjs';
import { say } from './open-window.mjs';
import { proxyLines } from './script-lines.mjs';

/** tinyproxy-bin: the program without a service. */
const packages = ['tinyproxy-bin', 'squid'];
const squidAuth = '/usr/lib/squid/basic_ncsa_auth';
/** Asked by Debian's packages before they start a service. */
const policyFile = '/usr/sbin/policy-rc.d';

function missing() {
  const folders = ['/usr/sbin', '/usr/local/sbin', ...(process.env['PATH'] ?? '').split(delimiter)];
  const programs = ['tinyproxy', 'squid'].filter(
    (name) => !folders.some((folder) => existsSync(join(folder, name))),
  );
  return existsSync(squidAuth) ? programs : [...programs, 'basic_ncsa_auth'];
}

/** Nobody who runs tests asked for a proxy that serves this computer's network. */
function installWithoutService() {
  const isOurs = !existsSync(policyFile);
  if (isOurs) writeFileSync(policyFile, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    apt(['update', '-qq']);
    apt(['install', '-y', '-qq', '--no-install-recommends', ...packages]);
    spawnSync('systemctl', ['disable', '--quiet', 'squid'], { stdio: 'ignore' });
  } finally {
    if (isOurs) rmSync(policyFile, { force: true });
  }
}

const before = missing();
if (before.length > 0 && hasApt() && process.getuid?.() === 0) {
  say(proxyLines.installing(before));
  installWithoutService();
}
const still = missing();
if (still.length > 0) {
  const command = `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packages.join(' ')}`;
  say(hasApt() ? proxyLines.install(still, command) : proxyLines.noApt(still));
  process.exitCode = 1;
}
