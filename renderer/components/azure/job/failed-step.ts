import type { AzureJob } from '../../../../electron/contract/azure-resource.ts';

/** The step at which work in Azure ended before its end; undefined when it didn't. */
export function failedStep({ steps }: AzureJob): AzureJob['steps'][number] | undefined {
  return steps.find(({ state }) => state === 'failed');
}
