/** A program that seals one secret as soon as it is told to, to race with others of its kind. Prints the envelope. */
import { once } from 'node:events';
import { silentLogger } from '../../log/logger.ts';
import { keyFileBox } from '../key-file.ts';

const [folder = '', plain = ''] = process.argv.slice(2);
const box = keyFileBox({ folder, log: silentLogger });
process.stdout.write('ready\n');
await once(process.stdin, 'data');
process.stdout.write(`${JSON.stringify(await box.seal(plain, 'race'))}\n`);
process.stdin.destroy();
