// @ts-check
/**
 * Who is measured: each a listener (or a floor) in a process of its own, on the same relay, before the same target.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { partsOf } from './sender.mjs';
import { startSshReverse } from './ssh-reverse.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const peers = join(root, 'e2e', 'peers');

/**
 * @typedef {'hcm' | 'ws' | 'hyco-ws' | 'tls-proxy' | 'ssh-R' | 'hcm-before'} ContenderName
 * @typedef {object} Running
 * @property {ContenderName} name
 * @property {number} pid of the process that is measured
 * @property {import('./sender.mjs').Way} way
 * @property {() => Promise<void>} stop
 * @typedef {object} Ground
 * @property {import('./stage.mjs').BenchStage} stage
 * @property {import('./relay.mjs').BenchRelay} relay
 * @property {number} targetPort
 */

/** Those with an entity on the relay. */
export const listenerNames = /** @type {const} */ (['hcm', 'ws', 'hyco-ws']);

/** @param {ContenderName} name @param {Ground} ground @param {string} [program] another build of `hcm` @returns {Promise<Running>} */
export async function startContender(name, ground, program = ground.stage.program) {
  switch (name) {
    case 'hcm':
    case 'hcm-before':
      return startHcm(name, ground, program);
    case 'ws':
      return startWs(ground);
    case 'hyco-ws':
      return startHycoWs(ground);
    case 'tls-proxy':
      return startTlsProxy(ground);
    case 'ssh-R':
      return startSshReverse(ground);
  }
}

/** The product: a data folder of its own, the connection added, the host run. @param {ContenderName} name @param {Ground} ground @param {string} program */
async function startHcm(name, { stage, relay }, program) {
  const home = join(stage.folder, name);
  await mkdir(home, { mode: 0o700, recursive: true });
  const environment = { ...stage.environment, HCM_HOME: home };
  await allowManySessions(home);
  const { listenString } = relay.entity(name);
  await stage
    .run({ words: [program, 'add', '-', '--ca-file', relay.caFile], environment, input: listenString })
    // A data folder that was used before has it already.
    .catch((/** @type {Error} */ error) => {
      if (!error.message.includes('HCM1040')) throw error;
    });
  /** @type {import('./bench-process.mjs').BenchProcess | undefined} */
  let host;
  await relay.untilListening(name, () => {
    host = stage.start({ words: [program, 'run', '--output', 'json'], environment });
  });
  return running(name, host, relayWay(relay, name, await readFile(relay.caFile, 'utf8')));
}

/** The rows ask for more than a host allows one connection by default. @param {string} home */
export async function allowManySessions(home) {
  const settings = { maxSessionsPerConnection: 100_000, maxSessions: 100_000 };
  await writeFile(join(home, 'settings.json'), JSON.stringify({ version: 1, settings }), { mode: 0o600 });
}

/** @param {Ground} ground */
async function startWs({ stage, relay, targetPort }) {
  /** @type {import('./bench-process.mjs').BenchProcess | undefined} */
  let child;
  await relay.untilListening('ws', () => {
    child = stage.start({
      words: [join(root, 'bench', 'listeners', 'ws-listener.mjs')],
      environment: {
        ...stage.environment,
        NODE_EXTRA_CA_CERTS: relay.caFile,
        RELAY_LISTEN_STRING: relay.entity('ws').listenString,
        TARGET_PORT: String(targetPort),
      },
    });
  });
  return running('ws', child, relayWay(relay, 'ws', await readFile(relay.caFile, 'utf8')));
}

/** @param {Ground} ground */
async function startHycoWs({ stage, relay, targetPort }) {
  const { SharedAccessKeyName: rule = '', SharedAccessKey: key = '' } = partsOf(
    relay.entity('hyco-ws').listenString,
  );
  /** @type {import('./bench-process.mjs').BenchProcess | undefined} */
  let child;
  await relay.untilListening('hyco-ws', () => {
    child = stage.start({
      words: [
        ...['--no-deprecation', '--require', join(peers, 'port-443.cjs')],
        join(root, 'bench', 'listeners', 'hyco-ws-listener.cjs'),
      ],
      environment: {
        ...stage.environment,
        NODE_EXTRA_CA_CERTS: relay.caFile,
        RELAY_PORT: String(relay.port),
        SB_HC_NAMESPACE: 'localhost',
        SB_HC_PATH: 'hyco-ws',
        SB_HC_KEYRULE: rule,
        SB_HC_KEY: key,
        TARGET_PORT: String(targetPort),
      },
    });
  });
  return running('hyco-ws', child, relayWay(relay, 'hyco-ws', await readFile(relay.caFile, 'utf8')));
}

/** @param {Ground} ground */
async function startTlsProxy({ stage, relay, targetPort }) {
  const folder = join(stage.folder, 'relay');
  const child = stage.start({
    words: [join(root, 'bench', 'listeners', 'tls-proxy.mjs')],
    environment: {
      ...stage.environment,
      TARGET_PORT: String(targetPort),
      TLS_CERT: join(folder, 'server.pem'),
      TLS_KEY: join(folder, 'server-key.pem'),
    },
  });
  const { port } = await child.report('the proxy listens', (report) => report.port !== undefined);
  return running('tls-proxy', child, { kind: 'tls', port, ca: await readFile(relay.caFile, 'utf8') });
}

/** @param {import('./relay.mjs').BenchRelay} relay @param {string} name @param {string} ca @returns {import('./sender.mjs').Way} */
function relayWay(relay, name, ca) {
  return { kind: 'relay', port: relay.port, ca, sendString: relay.entity(name).sendString };
}

/**
 * @param {ContenderName} name
 * @param {import('./bench-process.mjs').BenchProcess | undefined} child
 * @param {import('./sender.mjs').Way} way
 * @returns {Running}
 */
function running(name, child, way) {
  if (child === undefined) throw new Error(`${name} was not started`);
  return { name, pid: child.pid, way, stop: () => child.stop() };
}
