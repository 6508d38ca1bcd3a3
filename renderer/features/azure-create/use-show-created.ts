/** When it is made and in the list: its row is selected, its details are open, and the dialog closes. */
import { useEffect } from 'react';
import { createDialogTexts } from '../../../electron/contract/messages/texts/azure-create.ts';
import { fillText } from '../../../electron/contract/messages/message-text.ts';
import type { AzureJobState } from '../../components/azure/job/use-azure-job.ts';
import { failedStep } from '../../components/azure/job/failed-step.ts';
import { useConnections, useServices } from '../../services.tsx';

export function useShowCreated({ phase, job }: AzureJobState): void {
  const { toasts, ui } = useServices();
  const made = phase === 'ended' && job !== null && failedStep(job) === undefined ? job.connection : null;
  const id = made?.config.id ?? null;
  const name = made?.config.name ?? '';
  const isListed = useConnections(({ views }) => id !== null && views.has(id));
  useEffect(() => {
    if (id === null || !isListed) return;
    toasts.show('success', fillText(createDialogTexts.done, { name }));
    // Another filter might hide the new row.
    ui.clearFilters();
    ui.creationEnded();
    ui.closeDialog();
    ui.openDetails(id);
  }, [id, name, isListed, toasts, ui]);
}
