/**
 * The strip for BizTalk connections (design §9.9): there as long as one is in the list, and can't be dismissed. A narrow
 * list drops the second sentence first, then the names, never the date.
 */
import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { Archive20Regular } from '@fluentui/react-icons';
import { useMemo } from 'react';
import { endOfLifeTexts, endOfLifeSeveralTexts } from '../../../electron/contract/messages/texts/window.ts';
import { joinSentences } from '../../../electron/contract/messages/join-texts.ts';
import { fillCounted } from '../../../electron/contract/messages/message-text.ts';
import { narrowBelow, useWindowWidth } from '../../components/use-window-width.ts';
import { useConnections, useServices } from '../../services.tsx';
import { belowNarrow } from '../../theme/media.ts';

/** Below this the second sentence doesn't fit into 2 lines any more. */
const replaceFrom = 720;

export function EndOfLifeStrip() {
  const styles = useStyles();
  const { ui } = useServices();
  const views = useConnections((state) => state.views);
  const retired = useMemo(
    () => [...views.values()].filter(({ azure }) => azure.status === 'discontinued'),
    [views],
  );
  const width = useWindowWidth();
  const [first] = retired;
  if (!first) return null;
  return (
    <footer data-region="strip">
      <div role="note" className={styles.strip}>
        <Archive20Regular aria-hidden className={styles.icon} />
        <div className={styles.text}>
          {width < narrowBelow ? (
            endOfLifeTexts.date
          ) : (
            <Who names={retired.map(({ config }) => config.name)} hasRoom={width >= replaceFrom} />
          )}
        </div>
        <Button
          appearance="subtle"
          size="small"
          className={styles.button}
          onClick={() => ui.openDialog({ kind: 'howToReplace', ids: retired.map(({ config }) => config.id) })}
        >
          {endOfLifeTexts.howToReplace}
        </Button>
      </div>
    </footer>
  );
}

interface WhoProps {
  readonly names: readonly string[];
  /** For the second sentence. */
  readonly hasRoom: boolean;
}

/** The sentence with the name set apart: its text is cut at the blank. */
function Who({ names, hasRoom }: WhoProps) {
  const [name = ''] = names;
  const { ended, one, replace, replaceSeveral } = endOfLifeTexts;
  if (names.length > 1) {
    const sentence = `${ended}${fillCounted(endOfLifeSeveralTexts, names.length)}`;
    return joinSentences([sentence, hasRoom ? replaceSeveral : '']);
  }
  const [before = '', after = ''] = one.split('{name}');
  return (
    <>
      {ended + before}
      <strong>{name}</strong>
      {joinSentences([after, hasRoom ? replace : ''])}
    </>
  );
}

const useStyles = makeStyles({
  strip: {
    display: 'flex',
    alignItems: 'center',
    flexShrink: 0,
    columnGap: tokens.spacingHorizontalM,
    boxSizing: 'border-box',
    minHeight: '48px',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXXL}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground3,
    [belowNarrow]: { paddingInline: tokens.spacingHorizontalL },
  },
  icon: { flexShrink: 0 },
  text: { ...typographyStyles.caption1, flexGrow: 1, minWidth: 0, fontSize: '13px', lineHeight: '18px' },
  button: { flexShrink: 0 },
});
