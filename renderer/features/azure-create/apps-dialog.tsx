/** Apps of the connection's subscription: those that use it, and those that could, each attached or detached by a press. */
import { Body1, Button, Caption1, Input, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { Search16Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { ConnectionView } from '../../../electron/contract/connection-view.ts';
import {
  appsCountTexts,
  appsDialogTexts,
  planTexts,
} from '../../../electron/contract/messages/texts/azure-create.ts';
import { dialogButtonTexts } from '../../../electron/contract/messages/texts/dialogs.ts';
import { fillCounted, fillText } from '../../../electron/contract/messages/message-text.ts';
import { AzureError } from '../../components/azure/azure-error.tsx';
import { DialogFrame, initialFocus } from '../../components/dialog-frame.tsx';
import { useConnectionOfDialog } from '../../components/use-connection-of-dialog.ts';
import { useServices } from '../../services.tsx';
import { belowNarrow } from '../../theme/media.ts';
import { AppLine } from './app-line.tsx';
import { PartlyRead } from './partly-read.tsx';
import { useAppsOf, type ListedApp } from './use-apps-of.ts';

/** More would be slow to draw, and nobody reads them. */
const maxShown = 100;

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  list: {
    display: 'flex',
    flexDirection: 'column',
    margin: '0',
    padding: '0',
    listStyleType: 'none',
    maxHeight: '50vh',
    overflowY: 'auto',
    // There the whole dialog scrolls.
    [belowNarrow]: { maxHeight: 'none' },
  },
  loading: { justifyContent: 'flex-start' },
  quiet: { color: tokens.colorNeutralForeground3 },
});

export function AppsDialog({ id }: { readonly id: string }) {
  const { ui } = useServices();
  const view = useConnectionOfDialog(id, ui.closeDialog);
  return view === undefined ? null : <AppsOf view={view} />;
}

function AppsOf({ view }: { readonly view: ConnectionView }) {
  const styles = useStyles();
  const { ui } = useServices();
  const { name } = view.config;
  const [filter, setFilter] = useState('');
  const found = useAppsOf(view);
  const { apps, problem, problems, again } = found;
  return (
    <DialogFrame
      title={fillText(appsDialogTexts.title, { name })}
      size="choice"
      onClose={ui.closeDialog}
      actions={<Button onClick={ui.closeDialog}>{dialogButtonTexts.close}</Button>}
    >
      <div className={styles.all}>
        <Input
          {...initialFocus}
          type="search"
          contentBefore={<Search16Regular aria-hidden />}
          aria-label={appsDialogTexts.filter}
          placeholder={appsDialogTexts.filter}
          value={filter}
          onChange={(_event, { value }) => setFilter(value)}
        />
        {problem !== null && (
          <AzureError error={problem}>
            <Button size="small" onClick={again}>
              {appsDialogTexts.again}
            </Button>
          </AzureError>
        )}
        {apps === null && problem === null && (
          <Spinner size="tiny" className={styles.loading} label={appsDialogTexts.loading} />
        )}
        {apps !== null && <Apps found={found} apps={apps} filter={filter} />}
        {problem === null && problems.length > 0 && (
          <PartlyRead
            title={found.isUseKnown ? appsDialogTexts.partly : appsDialogTexts.unknown}
            problems={problems}
            onAgain={again}
          />
        )}
        <Caption1 className={styles.quiet}>{planTexts.limits}</Caption1>
      </div>
    </DialogFrame>
  );
}

interface AppsProps {
  readonly found: ReturnType<typeof useAppsOf>;
  readonly apps: readonly ListedApp[];
  readonly filter: string;
}

function Apps({ found, apps, filter }: AppsProps) {
  const styles = useStyles();
  const fitting = apps.filter((app) => fits(app, filter));
  const shown = fitting.slice(0, maxShown);
  const attached = apps.filter(({ isAttached }) => isAttached === true).length;
  return (
    <>
      <Body1 role="status">
        {apps.length === 0
          ? appsDialogTexts.none
          : found.isUseKnown
            ? fillCounted(appsCountTexts.attached, attached)
            : ''}
      </Body1>
      {apps.length > 0 && fitting.length === 0 && <Body1>{appsDialogTexts.noMatch}</Body1>}
      {shown.length > 0 && (
        <ul className={styles.list}>
          {shown.map((app) => (
            <AppLine key={app.id} app={app} found={found} />
          ))}
        </ul>
      )}
      {fitting.length > maxShown && (
        <Caption1 className={styles.quiet}>
          {fillCounted(appsCountTexts.more, fitting.length - maxShown)}
        </Caption1>
      )}
    </>
  );
}

function fits({ name, region, resourceGroup }: ListedApp, filter: string): boolean {
  const wanted = filter.trim().toLowerCase();
  return [name, region, resourceGroup].some((text) => text.toLowerCase().includes(wanted));
}
