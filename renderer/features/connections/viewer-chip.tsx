/** Says once, beside the host's sentence, that this window may look and not change; a press says who may. */
import {
  Body1,
  Body1Strong,
  Button,
  makeStyles,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  tokens,
} from '@fluentui/react-components';
import { Eye16Regular } from '@fluentui/react-icons';
import { useId } from 'react';
import { viewerTexts } from '../../../electron/contract/messages/texts/viewer.ts';
import { narrowBelow, useWindowWidth } from '../../components/use-window-width.ts';
import { useIsViewer } from '../../components/use-why-not.ts';

export function ViewerChip() {
  const styles = useStyles();
  const titleId = useId();
  const isViewer = useIsViewer();
  // There the host's sentence needs the room.
  const isIconOnly = useWindowWidth() < narrowBelow;
  if (!isViewer) return null;
  return (
    <Popover withArrow positioning="below">
      <PopoverTrigger disableButtonEnhancement>
        <Button
          size="small"
          shape="circular"
          icon={<Eye16Regular aria-hidden />}
          className={styles.chip}
          aria-label={viewerTexts.chip}
        >
          {isIconOnly ? undefined : viewerTexts.chip}
        </Button>
      </PopoverTrigger>
      <PopoverSurface className={styles.surface} aria-labelledby={titleId}>
        <Body1Strong as="h2" block className={styles.line} id={titleId}>
          {viewerTexts.reason}
        </Body1Strong>
        <Body1 as="p" block className={styles.line}>
          {viewerTexts.who}
        </Body1>
      </PopoverSurface>
    </Popover>
  );
}

const useStyles = makeStyles({
  chip: {
    flexShrink: 0,
    minWidth: 'auto',
    whiteSpace: 'nowrap',
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
  },
  surface: { maxWidth: '336px' },
  line: { margin: 0 },
});
