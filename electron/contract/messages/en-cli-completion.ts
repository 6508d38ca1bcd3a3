/** English texts of `hcm completion`. */
export const enCompletionUsage = {
  completion: 'Print a script that lets a shell complete commands, options and names of connections',
  shell: 'the shell that it is for',
} as const;
