/** Details of one connection in four tabs; which one is open stays when another row is selected. */
import { makeStyles, mergeClasses, Tab, TabList, tokens } from '@fluentui/react-components';
import { useId, type ReactNode } from 'react';
import type { ConnectionView } from '../../../electron/contract/connection-view.ts';
import { detailsPaneTexts } from '../../../electron/contract/messages/texts/details.ts';
import { fillText } from '../../../electron/contract/messages/message-text.ts';
import { LogView } from '../../components/log-view.tsx';
import { narrowBelow, useWindowWidth } from '../../components/use-window-width.ts';
import { useServices, useUi } from '../../services.tsx';
import { belowNarrow } from '../../theme/media.ts';
import { detailsTabs, type DetailsTab } from '../../store/ui-store.ts';
import { ActivityTab } from './activity-tab.tsx';
import { OverviewTab } from './overview-tab.tsx';
import { SessionsTab } from './sessions-tab.tsx';
import { usePaneBodyStyles } from './pane-body-styles.ts';

const useStyles = makeStyles({
  tabs: {
    flexShrink: '0',
    // A tab has 12 of its own: its first letter stands below the title's.
    paddingInline: tokens.spacingHorizontalS,
    // A small one has 6.
    [belowNarrow]: { paddingInline: '14px' },
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    // Tabs that there is no room for come into sight with the focus, and push nothing aside.
    overflowX: 'auto',
    scrollbarWidth: 'none',
  },
});

export interface ConnectionDetailsProps {
  readonly view: ConnectionView;
  /** What another part of the window adds to the overview. */
  readonly extra?: ((view: ConnectionView) => ReactNode) | undefined;
}

export function ConnectionDetails({ view, extra }: ConnectionDetailsProps) {
  const styles = useStyles();
  const bodyStyles = usePaneBodyStyles();
  const { ui } = useServices();
  const tab = useUi((state) => state.tab);
  const isNarrow = useWindowWidth() < narrowBelow;
  const base = useId();
  const tabId = `${base}-${tab}`;
  return (
    <>
      <TabList
        className={styles.tabs}
        size={isNarrow ? 'small' : 'medium'}
        aria-label={fillText(detailsPaneTexts.tabs, { name: view.config.name })}
        selectedValue={tab}
        selectTabOnFocus
        onTabSelect={(_event, { value }) => {
          const chosen = detailsTabs.find((known) => known === value);
          if (chosen !== undefined) ui.setTab(chosen);
        }}
      >
        {detailsTabs.map((name) => (
          <Tab key={name} value={name} id={`${base}-${name}`} aria-controls={`${base}-panel`}>
            {tabLabel(name, view)}
          </Tab>
        ))}
      </TabList>
      <div
        // Each connection starts at the top, and nothing that was read of one shows for another.
        key={`${view.config.id} ${tab}`}
        id={`${base}-panel`}
        role="tabpanel"
        tabIndex={0}
        aria-labelledby={tabId}
        // The log fills the pane and scrolls by itself.
        className={mergeClasses(bodyStyles.body, tab !== 'log' && bodyStyles.scrolls)}
      >
        <TabContent tab={tab} view={view} extra={extra} />
      </div>
    </>
  );
}

function TabContent({ tab, view, extra }: ConnectionDetailsProps & { readonly tab: DetailsTab }) {
  switch (tab) {
    case 'overview':
      return <OverviewTab view={view}>{extra?.(view)}</OverviewTab>;
    case 'sessions':
      return <SessionsTab view={view} />;
    case 'activity':
      return <ActivityTab view={view} />;
    case 'log':
      return <LogView connectionId={view.config.id} />;
  }
}

function tabLabel(tab: DetailsTab, { sessions }: ConnectionView): string {
  return tab === 'sessions' && sessions > 0
    ? fillText(detailsPaneTexts.sessionsOpen, { count: sessions })
    : detailsPaneTexts[tab];
}
