/**
 * The toolbar (design §6): add, refresh, what can be done with the selected connections, and the filter. Which of its
 * controls have a label or a place of their own follows the window's width.
 */
import {
  Caption1,
  makeStyles,
  Toolbar as ButtonBar,
  ToolbarDivider,
  tokens,
} from '@fluentui/react-components';
import { BeakerRegular, DeleteRegular, PowerRegular } from '@fluentui/react-icons';
import { enActionLabels } from '../../../electron/contract/messages/en-actions.ts';
import { enSelected, enToolbar, enWhyDisabled } from '../../../electron/contract/messages/en-toolbar.ts';
import { fillCounted } from '../../../electron/contract/messages/message-text.ts';
import { touchedBy } from '../../components/actions-for.ts';
import { useConnectionActions } from '../../components/connection-actions.ts';
import { callOfAction } from '../../components/needed-call.ts';
import { shortcutText } from '../../components/shortcuts.ts';
import { narrowBelow, useWindowWidth, wideFrom } from '../../components/use-window-width.ts';
import { useShell, useUi } from '../../services.tsx';
import { belowNarrow } from '../../theme/media.ts';
import { AddButton } from './add-button.tsx';
import { FilterField } from './filter-field.tsx';
import { GroupMenu } from './group-menu.tsx';
import { MoreMenu } from './more-menu.tsx';
import { RefreshIcon } from './refresh-icon.tsx';
import { ToolButton } from './tool-button.tsx';
import { useSelectedViews } from './use-selected-views.ts';

/** The long label beside all icons and a filter that can still be read. */
const longLabelFrom = 760;

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    alignItems: 'center',
    columnGap: '8px',
    height: '48px',
    padding: '0 24px 8px',
    boxSizing: 'border-box',
    backgroundColor: tokens.colorNeutralBackground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    [belowNarrow]: { padding: '0 16px 8px' },
  },
  buttons: { padding: '0', columnGap: '4px', flexShrink: 0 },
  divider: { height: '20px', padding: '0 4px', flexGrow: 0 },
  end: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'flex-end',
    columnGap: '8px',
    flexGrow: 1,
    minWidth: 0,
  },
  count: { color: tokens.colorNeutralForeground3, whiteSpace: 'nowrap' },
});

export function Toolbar() {
  const styles = useStyles();
  const actions = useConnectionActions();
  const width = useWindowWidth();
  const selected = useSelectedViews();
  const isRefreshing = useUi(({ refreshing }) => refreshing > 0);
  const platform = useShell(({ app }) => app?.platform ?? '');
  const isNarrow = width < narrowBelow;
  const isIconOnly = width < wideFrom;
  const ids = selected.map(({ config }) => config.id);
  const whyNone = ids.length === 0 ? enWhyDisabled.nothingSelected : null;
  const whyNoRestart =
    whyNone ?? (touchedBy(selected, 'restart').length === 0 ? enWhyDisabled.noneToRestart : null);
  return (
    <div className={styles.bar}>
      <ButtonBar aria-label={enToolbar.label} className={styles.buttons}>
        <AddButton isShort={width < longLabelFrom} />
        {!isNarrow && <ToolbarDivider className={styles.divider} />}
        <ToolButton
          icon={<RefreshIcon isTurning={isRefreshing} />}
          label={enActionLabels.refresh}
          shortcut={shortcutText('refresh', platform)}
          isIconOnly={isIconOnly}
          needs="connections.refresh"
          whyDisabled={isRefreshing ? enWhyDisabled.refreshing : null}
          onClick={() => void actions.refresh()}
        />
        {!isNarrow && (
          <>
            <ToolButton
              icon={<PowerRegular />}
              label={enActionLabels.restart}
              shortcut={null}
              isIconOnly={isIconOnly}
              needs={callOfAction.restart}
              whyDisabled={whyNoRestart}
              onClick={() => actions.restart(ids)}
            />
            <ToolButton
              icon={<DeleteRegular />}
              label={enActionLabels.remove}
              shortcut={shortcutText('remove', platform)}
              isIconOnly={isIconOnly}
              needs={callOfAction.remove}
              whyDisabled={whyNone}
              onClick={() => actions.remove(ids)}
            />
            <ToolButton
              icon={<BeakerRegular />}
              label={enActionLabels.test}
              shortcut={shortcutText('test', platform)}
              isIconOnly={isIconOnly}
              needs={callOfAction.test}
              whyDisabled={null}
              onClick={() => actions.testSelected(selected)}
            />
          </>
        )}
        <MoreMenu selected={selected} isNarrow={isNarrow} />
      </ButtonBar>
      <div className={styles.end}>
        {selected.length > 0 && !isIconOnly && (
          <Caption1 className={styles.count}>{fillCounted(enSelected, selected.length)}</Caption1>
        )}
        {isIconOnly && <GroupMenu />}
        <FilterField isShort={isIconOnly} />
      </div>
    </div>
  );
}
