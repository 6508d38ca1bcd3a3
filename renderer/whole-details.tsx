/** The details pane with what other parts of the window add to it: code of its own (later-parts). */
import type { ReactNode } from 'react';
import type { ConnectionView } from '../electron/contract/connection-view.ts';
import { AzureSection } from './features/azure-row/azure-section.tsx';
import { DetailsPane } from './features/details/details-pane.tsx';

export function WholeDetails() {
  return <DetailsPane extra={azureSection} />;
}

function azureSection(view: ConnectionView): ReactNode {
  return <AzureSection view={view} />;
}
