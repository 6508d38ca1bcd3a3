/** The smallest stored file: one number, with some ballast that makes a half-written file recognisable. */
import { z } from 'zod';
import type { FileFormat } from '../file-format.ts';

const contentSchema = z.looseObject({ count: z.int(), ballast: z.string() });

export interface Counter {
  readonly count: number;
  readonly ballast: string;
}

export const counterFormat: FileFormat<Counter> = {
  version: 1,
  migrations: {},
  initial: { count: 0, ballast: '' },
  read: (content) => {
    const { count, ballast } = contentSchema.parse(content);
    return { value: { count, ballast }, aside: [] };
  },
  readNewer: (content) => contentSchema.parse(content),
  write: (value) => ({ ...value }),
};
