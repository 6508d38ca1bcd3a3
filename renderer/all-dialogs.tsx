/** All dialogs: loaded when the first one is opened, or the page has nothing else to do. At most one is open. */
import { EnterManually } from './features/add-connection/enter-manually.tsx';
import { ReplaceKey } from './features/add-connection/replace-key.tsx';
import { DeleteInAzureDialog } from './features/azure-row/delete-in-azure-dialog.tsx';
import { EndpointInAzureDialog } from './features/azure-row/endpoint-in-azure-dialog.tsx';
import { RotateKeysDialog } from './features/azure-row/rotate-keys-dialog.tsx';
import { SyncKeysDialog } from './features/azure-row/sync-keys-dialog.tsx';
import { AccountsDialog } from './features/azure/accounts-dialog.tsx';
import { ConfigureDialog } from './features/azure/configure-dialog.tsx';
import { AppsDialog } from './features/azure-create/apps-dialog.tsx';
import { CreateInAzure } from './features/azure-create/create-in-azure.tsx';
import { ClosingDialog } from './features/closing/closing-dialog.tsx';
import { Dialogs } from './features/dialogs/dialogs.tsx';
import { DemoDialog } from './features/first-run/demo-dialog.tsx';
import { ImportDialog } from './features/import/import-dialog.tsx';
import { UpgradeDialog } from './features/updates/upgrade-dialog.tsx';
import { useUi } from './services.tsx';

export function AllDialogs() {
  return (
    <>
      <Dialogs />
      <FormDialogs />
    </>
  );
}

/** Dialogs that belong to a feature of their own. */
function FormDialogs() {
  const dialog = useUi((state) => state.dialog);
  switch (dialog?.kind) {
    case 'enterManually':
      return <EnterManually />;
    case 'replaceKey':
      return <ReplaceKey key={dialog.id} id={dialog.id} slot={dialog.slot} />;
    case 'import':
      return <ImportDialog />;
    case 'configure':
      return <ConfigureDialog />;
    case 'accounts':
      return <AccountsDialog />;
    case 'syncKeys':
      return <SyncKeysDialog key={dialog.id} id={dialog.id} />;
    case 'rotateKeys':
      return <RotateKeysDialog key={dialog.id} id={dialog.id} />;
    case 'endpointInAzure':
      return <EndpointInAzureDialog key={dialog.id} id={dialog.id} />;
    case 'deleteInAzure':
      return <DeleteInAzureDialog key={dialog.id} id={dialog.id} />;
    case 'createInAzure':
      return <CreateInAzure />;
    case 'appsInAzure':
      return <AppsDialog key={dialog.id} id={dialog.id} />;
    case 'demo':
      return <DemoDialog />;
    case 'closing':
      return <ClosingDialog hasTray={dialog.hasTray} />;
    case 'upgrade':
      return <UpgradeDialog />;
    default:
      return null;
  }
}
