/**
 * What `electron DIR` starts: finds the app's main module and runs it. Stands in for Electron's own `default_app`, which
 * the runtime inside an npm package does not have; does no more than development and tests need.
 *
 * The import at the end is awaited at top level: Electron says "ready" only when its entry module is done, and that must
 * not be before the app's main module has run.
 */
import { app } from 'electron';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const require = createRequire(import.meta.url);

/** Parts what is meant for Electron and for this file from the app's path; all that follows is the app's own. */
function readWords(words) {
  const preloads = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    if (word === '-r' || word === '--require') preloads.push(resolve(words[(at += 1)] ?? ''));
    else if (!word.startsWith('-')) return { preloads, path: resolve(word) };
  }
  return { preloads, path: '' };
}

/** Tells Electron what the package says of the app. @returns the app's main module */
function openPackage(folder) {
  const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const name = about.productName ?? about.name;
  app.setAppPath(folder);
  if (name) app.setName(name);
  if (about.version) app.setVersion(about.version);
  if (about.desktopName) app.setDesktopName(about.desktopName);
  return require.resolve(join(folder, about.main ?? 'index.js'));
}

function openFile(path) {
  app.setAppPath(dirname(path));
  return path;
}

const { preloads, path } = readWords(process.argv.slice(1));
if (!existsSync(path)) {
  process.stderr.write(
    path === '' ? 'electron: name the folder of an app\n' : `electron: there is no ${path}\n`,
  );
  process.exit(1);
}
Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });
const main = statSync(path).isFile() ? openFile(path) : openPackage(path);
for (const preload of preloads) require(preload);
await import(pathToFileURL(main).href);
