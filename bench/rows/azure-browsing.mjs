// @ts-check
/**
 * Looking through a subscription with 2,000 Hybrid Connections in 40 namespaces: the built host, asked by its control socket, at a
 * Resource Manager on loopback (e2e/azure). Times begin with the call that begins the look.
 */
import { performance } from 'node:perf_hooks';
import { runTypescript } from '../../scripts/run-typescript.mjs';

const namespaces = 40;
const ofEach = 50;

/** @typedef {{ firstMs: number, allMs: number, requests: number, atOnce: number }} Look */

/** @param {{ runs: number, say: (line: string) => void }} wishes @returns {Promise<Look[]>} */
export async function azureBrowsing({ runs, say }) {
  const { AzureStage } = await runTypescript('e2e/fixtures/azure-stage.ts');
  const azure = await AzureStage.open();
  try {
    const { world, arm } = azure.azure;
    const subscription = world.addSubscription(azure.tenant, 'Many');
    for (let number = 0; number < namespaces; number += 1) {
      const name = `many-${String(number).padStart(2, '0')}`;
      const namespace = await world.addNamespace({ subscription, name, hasDataPlane: false });
      for (let index = 0; index < ofEach; index += 1)
        namespace.addConnection(`hc-${index}`, { endpoint: `sql${index}.corp.example:1433` });
    }
    await azure.startHost();
    const service = azure.addService();
    world.grant(service, subscription, 'Contributor');
    const { exitCode, errors } = await azure.signInAsService(service);
    if (exitCode !== 0) throw new Error(errors);
    const link = await azure.link();
    const place = { ...(await azure.placeFor(link)), subscriptionId: subscription.subscriptionId };
    /** @type {Look[]} */
    const found = [];
    // The first one is the warm-up.
    for (let run = -1; run < runs; run += 1) {
      arm.requests.clear();
      const times = await look(link, place);
      const seen = { ...times, requests: arm.requests.all.length, atOnce: arm.requests.mostInFlight };
      if (run < 0) continue;
      found.push(seen);
      say(
        `  first rows ${seen.firstMs.toFixed(0)} ms, all ${seen.allMs.toFixed(0)} ms, ${seen.requests} requests, ${seen.atOnce} at once`,
      );
    }
    return found;
  } finally {
    await azure.dispose();
  }
}

/** @param {any} link @param {object} place */
async function look(link, place) {
  const began = performance.now();
  const { id } = await link.call('azure.browse', place);
  let [rows, firstMs] = [0, NaN];
  for (;;) {
    const { connections, done, problem, usage } = await link.call('azure.browsed', { id, after: rows });
    if (problem !== null) throw new Error(problem.code);
    if (rows === 0 && connections.length > 0) firstMs = performance.now() - began;
    rows += connections.length;
    if (!done) continue;
    const allMs = performance.now() - began;
    if (rows !== namespaces * ofEach) throw new Error(`${rows} rows`);
    // The apps belong to the same look: their requests count, too.
    if (usage.state === 'reading') await link.call('azure.browsed', { id, after: rows });
    await link.call('azure.stopBrowsing', { id });
    return { firstMs, allMs };
  }
}
