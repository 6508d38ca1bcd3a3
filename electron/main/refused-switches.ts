/**
 * Switches of Chromium and Node that take the window's protection away. No fuse stops them, so the app does, before
 * anything else runs. Pure.
 */

const refused: ReadonlySet<string> = new Set([
  // The sandbox, and what runs beside it.
  'no-sandbox',
  'no-sandbox-and-elevated',
  'disable-gpu-sandbox',
  'disable-setuid-sandbox',
  'disable-namespace-sandbox',
  'disable-seccomp-filter-sandbox',
  'no-zygote',
  'single-process',
  'in-process-gpu',
  'allow-sandbox-debugging',
  'allow-third-party-modules',
  'browser-subprocess-path',
  'gpu-launcher',
  'renderer-cmd-prefix',
  'utility-cmd-prefix',
  'zygote-cmd-prefix',
  'ppapi-plugin-launcher',
  'remote-allow-origins',
  // What goes over TLS, written to a file.
  'ssl-key-log-file',
  'log-net-log',
  // Who gets the account's own credentials unasked.
  'auth-server-allowlist',
  'auth-server-whitelist',
  'auth-negotiate-delegate-allowlist',
  'auth-negotiate-delegate-whitelist',
  // The page's own walls.
  'disable-web-security',
  'disable-site-isolation-trials',
  'allow-running-insecure-content',
  'allow-insecure-localhost',
  'allow-file-access-from-files',
  'unsafely-treat-insecure-origin-as-secure',
  'reduce-security-for-testing',
  'load-extension',
  'js-flags',
  'ignore-certificate-errors',
  'ignore-certificate-errors-spki-list',
  // Would move the profile away from its data folder, and with it the lock that keeps a second window out.
  'user-data-dir',
]);

/**
 * Doors for debuggers: whoever connects has everything, without a word to the person at the screen. Chromium's
 * --remote-debugging-port, -pipe, -address …, and Node's --inspect, --inspect-brk, --inspect-port, --debug-port …
 */
const refusedFamily = /^(?:remote-debugging|inspect|debug)($|-)/;

/** The first argument that is refused, as `--name`; null when there is none. */
export function refusedSwitch(argv: readonly string[], platform: NodeJS.Platform): string | null {
  for (const argument of argv) {
    const name = switchName(argument, platform);
    if (name !== null && (refused.has(name) || refusedFamily.test(name))) return `--${name}`;
  }
  return null;
}

/** Chromium takes one dash or two, on Windows a slash and any case; Node takes `_` for `-`. */
function switchName(argument: string, platform: NodeJS.Platform): string | null {
  const prefix = platform === 'win32' ? /^(?:--?|\/)/ : /^--?/;
  if (!prefix.test(argument)) return null;
  const [name = ''] = argument.replace(prefix, '').split('=');
  return name.trim().toLowerCase().replaceAll('_', '-');
}
