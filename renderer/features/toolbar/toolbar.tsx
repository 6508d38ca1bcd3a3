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
import {
  BeakerRegular,
  DeleteRegular,
  PlayCircleRegular,
  PowerRegular,
  RecordStopRegular,
} from '@fluentui/react-icons';
import { actionLabelTexts } from '../../../electron/contract/messages/texts/actions.ts';
import {
  selectedTexts,
  toolbarTexts,
  whyDisabledTexts,
} from '../../../electron/contract/messages/texts/toolbar.ts';
import { fillCounted } from '../../../electron/contract/messages/message-text.ts';
import { touchedBy, type OfferedAction } from '../../components/actions-for.ts';
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

/** The long label beside all others, the number of selected rows, and a filter that can still be read. */
const allLabelsFrom = 1152;

/** Beside all of that, the words of Start and Stop; below, their icons are well known from other consoles. */
const startStopLabelsFrom = 1340;

/** The widths are those of English labels; in a language with longer ones each letter more needs about so much. */
const englishLetters = 60;
const letterPx = 12;

function extraWidth(): number {
  const { refresh, restart, remove, test } = actionLabelTexts;
  const letters = [toolbarTexts.configure, refresh, restart, remove, test].join('').length;
  return Math.max(0, letters - englishLetters) * letterPx;
}

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
  // In a wider font the filter gives way first, then this: it must not lie on the buttons.
  count: {
    flexShrink: 1,
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    color: tokens.colorNeutralForeground3,
  },
});

export function Toolbar() {
  const styles = useStyles();
  const actions = useConnectionActions();
  const width = useWindowWidth();
  const selected = useSelectedViews();
  const isRefreshing = useUi(({ refreshing }) => refreshing > 0);
  const platform = useShell(({ app }) => app?.platform ?? '');
  const isNarrow = width < narrowBelow;
  const extra = extraWidth();
  // The long label goes first: without it the others need two thirds of that, and among icons it needs an eighth.
  const isIconOnly = width < wideFrom + (extra * 2) / 3;
  const isAddShort = width < (isIconOnly ? longLabelFrom + extra / 8 : allLabelsFrom + extra);
  const areStartAndStopIcons = width < startStopLabelsFrom + extra;
  const ids = selected.map(({ config }) => config.id);
  const whyNone = ids.length === 0 ? whyDisabledTexts.nothingSelected : null;
  const whyNot = (action: OfferedAction, none: string): string | null =>
    whyNone ?? (touchedBy(selected, action).length === 0 ? none : null);
  return (
    <div className={styles.bar}>
      <ButtonBar aria-label={toolbarTexts.label} className={styles.buttons}>
        <AddButton isShort={isAddShort} />
        {!isNarrow && <ToolbarDivider className={styles.divider} />}
        <ToolButton
          icon={<RefreshIcon isTurning={isRefreshing} />}
          label={actionLabelTexts.refresh}
          shortcut={shortcutText('refresh', platform)}
          isIconOnly={isIconOnly}
          needs="connections.refresh"
          whyDisabled={isRefreshing ? whyDisabledTexts.refreshing : null}
          onClick={() => void actions.refresh()}
        />
        {!isIconOnly && (
          <>
            <ToolButton
              icon={<PlayCircleRegular />}
              label={actionLabelTexts.start}
              shortcut={null}
              isIconOnly={areStartAndStopIcons}
              needs={callOfAction.start}
              whyDisabled={whyNot('start', whyDisabledTexts.noneToStart)}
              onClick={() => actions.start(ids)}
            />
            <ToolButton
              icon={<RecordStopRegular />}
              label={actionLabelTexts.stop}
              shortcut={null}
              isIconOnly={areStartAndStopIcons}
              needs={callOfAction.stop}
              whyDisabled={whyNot('stop', whyDisabledTexts.noneToStop)}
              onClick={() => actions.stop(ids)}
            />
          </>
        )}
        {!isNarrow && (
          <>
            <ToolButton
              icon={<PowerRegular />}
              label={actionLabelTexts.restart}
              shortcut={null}
              isIconOnly={isIconOnly}
              needs={callOfAction.restart}
              whyDisabled={whyNot('restart', whyDisabledTexts.noneToRestart)}
              onClick={() => actions.restart(ids)}
            />
            <ToolButton
              icon={<DeleteRegular />}
              label={actionLabelTexts.remove}
              shortcut={shortcutText('remove', platform)}
              isIconOnly={isIconOnly}
              needs={callOfAction.remove}
              whyDisabled={whyNone}
              onClick={() => actions.remove(ids)}
            />
            <ToolButton
              icon={<BeakerRegular />}
              label={actionLabelTexts.test}
              shortcut={shortcutText('test', platform)}
              isIconOnly={isIconOnly}
              needs={callOfAction.test}
              whyDisabled={null}
              onClick={() => actions.testSelected(selected)}
            />
          </>
        )}
        <MoreMenu selected={selected} isIconOnly={isIconOnly} isNarrow={isNarrow} />
      </ButtonBar>
      <div className={styles.end}>
        {selected.length > 0 && !isIconOnly && (
          <Caption1 className={styles.count}>{fillCounted(selectedTexts, selected.length)}</Caption1>
        )}
        {width < wideFrom && <GroupMenu />}
        <FilterField isShort={width < wideFrom} />
      </div>
    </div>
  );
}
