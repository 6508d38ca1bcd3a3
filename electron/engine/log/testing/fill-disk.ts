/** A program that logs more than its disk holds, and says how it fared. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { openLog } from '../open-log.ts';
import { SecretRegister } from '../secret-register.ts';

const [folder = '', lines = '0'] = process.argv.slice(2);
const log = openLog({ folder, level: 'info', secrets: new SecretRegister() });
for (let count = 0; count < Number(lines); count += 1) {
  log.logger.info('a line', { count, ballast: 'x'.repeat(1000) });
  if (count % 50 === 0) await new Promise((resolve) => setImmediate(resolve));
}
await log.close();
const bytes = readdirSync(folder).map((name) => statSync(join(folder, name)).size);
process.stdout.write(`done ${bytes.reduce((sum, size) => sum + size, 0)}\n`);
