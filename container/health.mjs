// @ts-check
/**
 * The container's health check: ends with 0 when the host answers 200 there, else with 1 and why. For the whole host by default,
 * `node health.mjs http://127.0.0.1:9464/readyz` asks whether its connections are ready. It needs nothing but Node.
 */
const [, , url = 'http://127.0.0.1:9464/healthz'] = process.argv;
/** Below the engine's own limit, so that it is this program that says why. */
const withinMs = 4_000;
/** As much as an engine keeps of what a check says. */
const mostCharacters = 4_096;

try {
  const answer = await fetch(url, { signal: AbortSignal.timeout(withinMs), redirect: 'error' });
  say(`${answer.status} ${await answer.text()}`);
  if (!answer.ok) process.exitCode = 1;
} catch (error) {
  const { name, message, cause } = /** @type {Error} */ (error);
  const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : message;
  say(name === 'TimeoutError' ? `no answer within ${withinMs} ms` : `no answer: ${reason}`);
  process.exitCode = 1;
}

/** @param {string} text */
function say(text) {
  console.log(text.trim().slice(0, mostCharacters));
}
