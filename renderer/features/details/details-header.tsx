/** Head of the details: what they are about, and the window-like buttons of the pane. */
import {
  Button,
  Caption1,
  makeStyles,
  Menu,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Subtitle2,
  tokens,
  Tooltip,
} from '@fluentui/react-components';
import {
  ArrowLeft20Regular,
  ArrowMaximize20Regular,
  ArrowMinimize20Regular,
  Dismiss20Regular,
  MoreHorizontal20Regular,
} from '@fluentui/react-icons';
import { detailsPaneTexts } from '../../../electron/contract/messages/texts/details.ts';
import { ConnectionMenuItems } from '../../components/connection-menu.tsx';
import { useServices } from '../../services.tsx';
import { belowWide } from '../../theme/media.ts';
import { isWidened, usualWidthPx, widenedWidth } from './pane-width.ts';
import type { PaneWidth } from './use-pane-width.ts';

const useStyles = makeStyles({
  header: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS} 20px`,
    [belowWide]: { paddingLeft: tokens.spacingHorizontalM },
  },
  words: { flexGrow: '1', minWidth: '0', overflowWrap: 'anywhere' },
  title: { margin: '0', outlineStyle: 'none' },
  caption: { color: tokens.colorNeutralForeground3 },
});

export interface DetailsHeaderProps {
  readonly title: string;
  /** Names the whole pane. */
  readonly titleId: string;
  readonly caption: string;
  /** Connections that the menu is for; none: no menu. */
  readonly menuFor: readonly string[];
  readonly paneWidth: PaneWidth;
}

export function DetailsHeader({ title, titleId, caption, menuFor, paneWidth }: DetailsHeaderProps) {
  const styles = useStyles();
  const { ui } = useServices();
  return (
    <div className={styles.header}>
      {paneWidth.covers && (
        <Tooltip relationship="label" content={detailsPaneTexts.back}>
          <Button appearance="subtle" icon={<ArrowLeft20Regular />} onClick={() => ui.closeDetails()} />
        </Tooltip>
      )}
      <div className={styles.words}>
        <Subtitle2 as="h2" block id={titleId} tabIndex={-1} className={styles.title}>
          {title}
        </Subtitle2>
        {caption !== '' && (
          <Caption1 block className={styles.caption}>
            {caption}
          </Caption1>
        )}
      </div>
      {!paneWidth.covers && <WidenButton {...paneWidth} />}
      {menuFor.length > 0 && <MoreMenu ids={menuFor} />}
      {!paneWidth.covers && (
        <Tooltip relationship="label" content={detailsPaneTexts.close}>
          <Button appearance="subtle" icon={<Dismiss20Regular />} onClick={() => ui.closeDetails()} />
        </Tooltip>
      )}
    </div>
  );
}

function WidenButton({ width, windowWidth, keep }: PaneWidth) {
  const isWide = isWidened(width, windowWidth);
  return (
    <Tooltip relationship="label" content={isWide ? detailsPaneTexts.narrow : detailsPaneTexts.widen}>
      <Button
        appearance="subtle"
        icon={isWide ? <ArrowMinimize20Regular /> : <ArrowMaximize20Regular />}
        onClick={() => keep(isWide ? usualWidthPx : widenedWidth(windowWidth))}
      />
    </Tooltip>
  );
}

function MoreMenu({ ids }: { readonly ids: readonly string[] }) {
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Tooltip relationship="label" content={detailsPaneTexts.more}>
          <Button appearance="subtle" icon={<MoreHorizontal20Regular />} />
        </Tooltip>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <ConnectionMenuItems ids={ids} />
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
