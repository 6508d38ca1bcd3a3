/** English texts of `hcm completion`. */
import { localised } from '../localised.ts';

export const completionUsageTexts = localised({
  completion: 'Print a script that lets a shell complete commands, options and names of connections',
  shell: 'the shell that it is for',
} as const);
