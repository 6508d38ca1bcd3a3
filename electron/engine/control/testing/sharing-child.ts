/** Child process: opens the folder given as its first argument to others, says so, and holds it until its input ends. */
import { systemClock } from '../../clock.ts';
import { openSharedFolder } from '../shared-folder.ts';

const [, , folder = '', dataFolder = ''] = process.argv;
const uid = process.getuid?.() ?? -1;

await openSharedFolder({
  ...{ folder, dataFolder, role: 'admin', platform: process.platform, uid },
  ...{ clock: systemClock, version: '1.2.3' },
});
process.stdout.write(`${JSON.stringify({ opened: true })}\n`);
process.stdin.resume().once('end', () => process.exit(0));
