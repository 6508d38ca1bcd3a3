/** A topic of Help where it is wanted, below a warning: opened in its place, so that nothing of a form is lost. */
import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { helpFrameTexts, helpTopicTexts } from '../../electron/contract/messages/texts/help-topics.ts';
import { HelpBlocks } from './help-blocks.tsx';

const useStyles = makeStyles({
  link: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  box: {
    marginTop: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    backgroundColor: tokens.colorNeutralBackground2,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
});

export function NotSupportedHelp() {
  const styles = useStyles();
  const boxId = useId();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Link
        as="button"
        type="button"
        className={styles.link}
        aria-expanded={isOpen}
        aria-controls={isOpen ? boxId : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        {helpFrameTexts.notSupportedLink}
      </Link>
      {isOpen && (
        <div id={boxId} className={styles.box}>
          <HelpBlocks blocks={helpTopicTexts.notSupported.blocks} />
        </div>
      )}
    </>
  );
}
