'use strict';
/**
 * Microsoft's own clients of Azure Resource Manager, unmodified, in a process of their own: calls what its standard input asks
 * for, line by line, and reports results and failures in JSON lines. Owns nothing.
 */
const { createInterface } = require('node:readline');
const { RelayAPI } = require('@azure/arm-relay');
const { SubscriptionClient } = require('@azure/arm-resources-subscriptions');
const { WebSiteManagementClient } = require('@azure/arm-appservice');

const endpoint = process.env.ARM_ORIGIN;
const subscriptionId = process.env.ARM_SUBSCRIPTION;
const waitingForTokens = [];

const credential = {
  getToken: (scopes, { claims } = {}) =>
    new Promise((resolve) => {
      waitingForTokens.push(resolve);
      report({ event: 'token-wanted', scopes, claims });
    }),
};
const options = { endpoint, $host: endpoint, retryOptions: { maxRetryDelayInMs: 20, retryDelayInMs: 1 } };
const clients = {
  // The relay's client takes its host by this name only.
  relay: new RelayAPI(credential, subscriptionId, options),
  subscriptions: new SubscriptionClient(credential, options),
  web: new WebSiteManagementClient(credential, subscriptionId, options),
};

createInterface({ input: process.stdin })
  .on('line', (line) => {
    const command = JSON.parse(line);
    if (command.token !== undefined) {
      // Used up at once: the test decides anew about every request.
      const expiresOnTimestamp = Date.now() - 1;
      for (const give of waitingForTokens.splice(0)) give({ token: command.token, expiresOnTimestamp });
      return;
    }
    void call(command).then(
      (result) => report({ event: `answer-${command.id}`, result: result ?? null }),
      ({ name, code, statusCode, message }) =>
        report({ event: `answer-${command.id}`, error: { name, code, statusCode, message } }),
    );
  })
  .on('close', () => process.exit());

report({ event: 'ready' });

async function call({ client, group, operation, words }) {
  const owner = clients[client][group];
  const result = owner[operation](...words);
  if (typeof result?.byPage !== 'function') return result;
  const pages = [];
  for await (const page of result.byPage()) pages.push([...page]);
  return { pages };
}

function report(value) {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}
