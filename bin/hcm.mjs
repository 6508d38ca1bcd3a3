#!/usr/bin/env node
// Starts the built command line. Written so that a very old Node can still read it and say what is missing.
import { existsSync } from 'fs';
import { fileURLToPath } from 'url';

const oldest = [20, 19];
const [major, minor] = process.versions.node.split('.').map(Number);
const built = new URL('../out/cli/hcm.mjs', import.meta.url);

if (major < oldest[0] || (major === oldest[0] && minor < oldest[1])) {
  stop('hcm: this needs Node ' + oldest.join('.') + ' or later; here is ' + process.versions.node + '.');
} else if (existsSync(fileURLToPath(built))) {
  import(built.href).catch(function (error) {
    stop(
      'hcm: the build can’t be started (' +
        (error.code || error.name) +
        '). Run: npm install && npm run build',
    );
  });
} else {
  stop('hcm: not built yet. Run: npm run build');
}

function stop(line) {
  process.stderr.write(line + '\n');
  process.exitCode = 1;
}
