/** Opens, writes and reads the smallest stored file, `counter.json`, for tests of `JsonFile`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HcmError } from '../../../contract/errors.ts';
import type { FileFormat } from '../file-format.ts';
import { nodeFileSystem, type FileSystem } from '../file-system.ts';
import { JsonFile } from '../json-file.ts';
import { counterFormat, type Counter } from './counter-format.ts';

const moment = Date.UTC(2026, 10, 22, 1, 2, 3, 4);
export const counterName = 'counter.json';
export const asideName = `${counterName}.corrupt-20261122T010203004Z`;

export interface Opened {
  readonly file: JsonFile<Counter>;
  readonly problems: HcmError[];
}

export async function openCounter(
  folder: string,
  fileSystem: FileSystem = nodeFileSystem(),
  format: FileFormat<Counter> = counterFormat,
): Promise<Opened> {
  const problems: HcmError[] = [];
  const report = (problem: HcmError): void => void problems.push(problem);
  const path = join(folder, counterName);
  const file = await JsonFile.open({ path, format, fileSystem, report, now: () => moment });
  return { file, problems };
}

export function writeCounter(folder: string, count: number, suffix = ''): string {
  const text = JSON.stringify({ version: 1, count, ballast: 'x' });
  writeFileSync(join(folder, counterName + suffix), text);
  return text;
}

export const countUp = (value: Counter): Counter => ({ ...value, count: value.count + 1 });

export const textOf = (folder: string, file = counterName): string =>
  readFileSync(join(folder, file), 'utf8');
