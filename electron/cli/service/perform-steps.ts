/**
 * Does steps on a system, one after another, and stops at the first that can't be done: each can be done again.
 *
 * Invariant: a file that isn't ours is neither written nor removed.
 */
import { HcmError } from '../../contract/errors.ts';
import { errnoOf } from '../../engine/store/file-error.ts';
import { ownMarker } from './service-names.ts';
import type { RunStep, Step } from './service-plan.ts';
import type { ServiceSystem } from './service-system.ts';

/** The first line of what a program says; it has no secret of ours. */
const maxReasonLength = 200;

/** @throws HcmError HCM5021 to HCM5026 */
export async function performSteps(system: ServiceSystem, steps: readonly Step[]): Promise<void> {
  // Before anything is done: half of an installation helps nobody.
  for (const step of steps) {
    if (step.do === 'write' || step.do === 'remove') await requireOwn(system, step.path);
  }
  for (const step of steps) await perform(system, step);
}

async function perform(system: ServiceSystem, step: Step): Promise<void> {
  switch (step.do) {
    case 'write':
      await ofFile(step.path, () => system.write(step.path, step.text, step.mode));
      return;
    case 'remove':
      await ofFile(step.path, () => system.remove(step.path));
      return;
    case 'makeFolder':
      await ofFile(step.path, () => system.makeFolder(step.path));
      return;
    case 'removeFolder':
      await ofFile(step.path, () => system.removeFolder(step.path));
      return;
    case 'expect':
      if (!(await system.exists(step.path))) throw new HcmError('HCM5026', { file: step.path });
      return;
    case 'run':
      await run(system, step);
  }
}

async function run(system: ServiceSystem, { words, unless, mayFail }: RunStep): Promise<void> {
  if (unless !== undefined && (await system.run(unless)).exitCode === 0) return;
  const { exitCode, output, errors } = await system.run(words);
  const [program] = words;
  if (exitCode === null) throw new HcmError('HCM5024', { name: program });
  if (exitCode === 0 || mayFail === true) return;
  const said = `${errors}\n${output}`.split('\n').find((line) => line.trim() !== '') ?? '';
  const reason = said.trim().replace(/\.$/, '').slice(0, maxReasonLength);
  throw new HcmError('HCM5021', { name: words.join(' '), reason: reason || `exit code ${exitCode}` });
}

async function requireOwn(system: ServiceSystem, path: string): Promise<void> {
  const text = await ofFile(path, () => system.read(path));
  if (text !== null && !text.includes(ownMarker)) throw new HcmError('HCM5022', { file: path });
}

async function ofFile<Value>(path: string, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    const reason = errnoOf(error);
    if (reason === 'EACCES' || reason === 'EPERM') throw new HcmError('HCM5020', {}, { cause: error });
    throw new HcmError('HCM5021', { name: path, reason }, { cause: error });
  }
}
