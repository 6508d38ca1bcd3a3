/** The whole page: header, toolbar, the list with its bars and its strip, details beside it (design §2). */
import { FluentProvider, makeStyles, tokens } from '@fluentui/react-components';
import { Suspense } from 'react';
import { JobWatch } from './components/azure/job/job-watch.tsx';
import { LiveRegion } from './components/live-region.tsx';
import { PartBoundary } from './components/part-boundary.tsx';
import { Toasts } from './components/toasts.tsx';
import { useUsable } from './components/use-usable.ts';
import { useWanted } from './components/use-wanted.ts';
import { ConnectionList } from './features/connections/connection-list.tsx';
import { Header } from './features/connections/header.tsx';
import { MessageBars } from './features/connections/message-bars.tsx';
import { FirstRun } from './features/first-run/first-run.tsx';
import { useDemoOpensDetails } from './features/first-run/use-demo-opens-details.ts';
import { Toolbar } from './features/toolbar/toolbar.tsx';
import { useShortcuts } from './features/toolbar/use-shortcuts.ts';
import { useUpgradeOpens } from './features/updates/use-upgrade-opens.ts';
import { AllDialogs, HelpPage, useLaterParts, WholeDetails, WholeSettings } from './later-parts.tsx';
import { ServicesProvider, useConnections, useShell, useUi, type Services } from './services.tsx';
import type { OpenPage } from './store/ui-store.ts';
import { usePageStyles } from './theme/page-styles.ts';
import { useSystemTheme } from './theme/use-system-theme.ts';

export function App({ services }: { readonly services: Services }) {
  usePageStyles();
  return (
    <FluentProvider theme={useSystemTheme()}>
      <ServicesProvider services={services}>
        <PageInItsLanguage />
      </ServicesProvider>
    </FluentProvider>
  );
}

/** Texts are read while the page is drawn: another language draws it anew. */
function PageInItsLanguage() {
  return <Page key={useShell(({ language }) => language)} />;
}

function Page() {
  const styles = useStyles();
  useShortcuts();
  useDemoOpensDetails();
  useWanted();
  useUpgradeOpens();
  useLaterParts();
  useUsable();
  const page = useUi((state) => state.page);
  const isDialogOpen = useUi(({ dialog }) => dialog !== null);
  return (
    <div className={styles.page}>
      <PartBoundary>
        <Suspense>
          <OpenPagePart page={page} />
        </Suspense>
      </PartBoundary>
      <PartBoundary>
        <Suspense>{isDialogOpen && <AllDialogs />}</Suspense>
        <JobWatch />
      </PartBoundary>
      <Toasts />
      <LiveRegion />
    </div>
  );
}

function OpenPagePart({ page }: { readonly page: OpenPage }) {
  switch (page.kind) {
    case 'help':
      return <HelpPage topic={page.topic} />;
    case 'settings':
      return <WholeSettings section={page.section} />;
    case 'connections':
      return <Connections />;
  }
}

function Connections() {
  const styles = useStyles();
  const isEmpty = useConnections(({ loaded, views }) => loaded && views.size === 0);
  return (
    <>
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
    </>
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
  const areDetailsOpen = useUi(({ detailsOpen }) => detailsOpen);
  return (
    <div className={styles.body}>
      <PartBoundary>
        <ConnectionList />
      </PartBoundary>
      <PartBoundary>
        <Suspense>{areDetailsOpen && <WholeDetails />}</Suspense>
      </PartBoundary>
    </div>
  );
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
