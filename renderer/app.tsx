/** The whole page: header, toolbar, the list with its bars and its strip, details beside it (design §2). */
import { FluentProvider, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { ConnectionView } from '../electron/contract/connection-view.ts';
import { JobWatch } from './components/azure/job/job-watch.tsx';
import { LiveRegion } from './components/live-region.tsx';
import { PartBoundary } from './components/part-boundary.tsx';
import { Toasts } from './components/toasts.tsx';
import { EnterManually } from './features/add-connection/enter-manually.tsx';
import { ReplaceKey } from './features/add-connection/replace-key.tsx';
import { AzureSection } from './features/azure-row/azure-section.tsx';
import { DeleteInAzureDialog } from './features/azure-row/delete-in-azure-dialog.tsx';
import { EndpointInAzureDialog } from './features/azure-row/endpoint-in-azure-dialog.tsx';
import { RotateKeysDialog } from './features/azure-row/rotate-keys-dialog.tsx';
import { SyncKeysDialog } from './features/azure-row/sync-keys-dialog.tsx';
import { AccountsDialog } from './features/azure/accounts-dialog.tsx';
import { ConfigureDialog } from './features/azure/configure-dialog.tsx';
import { AppsDialog } from './features/azure-create/apps-dialog.tsx';
import { CreateInAzure } from './features/azure-create/create-in-azure.tsx';
import { ConnectionList } from './features/connections/connection-list.tsx';
import { Header } from './features/connections/header.tsx';
import { MessageBars } from './features/connections/message-bars.tsx';
import { DetailsPane } from './features/details/details-pane.tsx';
import { Dialogs } from './features/dialogs/dialogs.tsx';
import { DemoDialog } from './features/first-run/demo-dialog.tsx';
import { FirstRun } from './features/first-run/first-run.tsx';
import { useDemoOpensDetails } from './features/first-run/use-demo-opens-details.ts';
import { ImportDialog } from './features/import/import-dialog.tsx';
import { useImportWanted } from './features/import/use-import-wanted.ts';
import { Toolbar } from './features/toolbar/toolbar.tsx';
import { useShortcuts } from './features/toolbar/use-shortcuts.ts';
import { ServicesProvider, useConnections, useUi, type Services } from './services.tsx';
import { usePageStyles } from './theme/page-styles.ts';
import { useSystemTheme } from './theme/use-system-theme.ts';

export function App({ services }: { readonly services: Services }) {
  usePageStyles();
  return (
    <FluentProvider theme={useSystemTheme()}>
      <ServicesProvider services={services}>
        <Page />
      </ServicesProvider>
    </FluentProvider>
  );
}

function Page() {
  const styles = useStyles();
  useShortcuts();
  useDemoOpensDetails();
  useImportWanted();
  const isEmpty = useConnections(({ loaded, views }) => loaded && views.size === 0);
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <PartBoundary>
          <Header />
        </PartBoundary>
        {!isEmpty && (
          <div data-region="toolbar">
            <PartBoundary>
              <Toolbar />
            </PartBoundary>
          </div>
        )}
      </header>
      {isEmpty ? <Empty /> : <Filled />}
      <PartBoundary>
        <Dialogs />
        <FormDialogs />
        <JobWatch />
      </PartBoundary>
      <Toasts />
      <LiveRegion />
    </div>
  );
}

/** Nothing to list yet: no toolbar, either (design §11). */
function Empty() {
  const styles = useStyles();
  return (
    <main className={styles.empty}>
      <PartBoundary>
        <MessageBars />
        <FirstRun />
      </PartBoundary>
    </main>
  );
}

function Filled() {
  const styles = useStyles();
  return (
    <div className={styles.body}>
      <PartBoundary>
        <ConnectionList />
      </PartBoundary>
      <PartBoundary>
        <DetailsPane extra={azureSection} />
      </PartBoundary>
    </div>
  );
}

function azureSection(view: ConnectionView): ReactNode {
  return <AzureSection view={view} />;
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
    default:
      return null;
  }
}

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    // Not by the provider's height: Fluent puts the provider's styles on menus and tooltips, too.
    height: '100vh',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  header: { flexShrink: 0 },
  empty: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
  body: { position: 'relative', display: 'flex', flexGrow: 1, minHeight: 0 },
});
