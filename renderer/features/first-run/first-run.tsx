/**
 * What the window shows instead of an empty table (design §11). Never before the first answer of the host: a window with
 * connections must not begin by saying that there are none.
 */
import { Body1, Link, makeStyles, Title3, tokens } from '@fluentui/react-components';
import { Beaker24Regular, ClipboardPaste24Regular, CloudAdd24Regular } from '@fluentui/react-icons';
import { useEffect, useRef } from 'react';
import { firstRunTexts } from '../../../electron/contract/messages/texts/first-run.ts';
import { useIsViewer } from '../../components/use-why-not.ts';
import { useConnections, useServices } from '../../services.tsx';
import { ChoiceButton } from './choice-button.tsx';
import { useEmptyStyles } from './empty-styles.ts';
import { NothingToSee } from './nothing-to-see.tsx';
import { PathStrip } from './path-strip.tsx';

const useStyles = makeStyles({
  choices: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    width: '100%',
    maxWidth: '560px',
  },
  import: { marginTop: tokens.spacingVerticalL },
});

export function FirstRun() {
  const isEmpty = useConnections(({ loaded, views }) => loaded && views.size === 0);
  const isViewer = useIsViewer();
  if (!isEmpty) return null;
  return isViewer ? <NothingToSee /> : <Choices />;
}

function Choices() {
  const styles = { ...useEmptyStyles(), ...useStyles() };
  const { ui } = useServices();
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // Whoever is somewhere else already, such as in a dialog, stays there.
    if (document.activeElement === document.body) first.current?.focus();
  }, []);
  return (
    <div className={styles.page}>
      <div className={styles.content}>
        <PathStrip />
        <Title3 as="h2" className={styles.title}>
          {firstRunTexts.title}
        </Title3>
        <Body1 as="p" className={styles.text}>
          {firstRunTexts.text}
        </Body1>
        <div className={styles.choices}>
          <ChoiceButton
            ref={first}
            Icon={ClipboardPaste24Regular}
            title={firstRunTexts.enterManually}
            text={firstRunTexts.enterManuallyHint}
            onClick={() => ui.openDialog({ kind: 'enterManually' })}
          />
          <ChoiceButton
            Icon={CloudAdd24Regular}
            title={firstRunTexts.configure}
            text={firstRunTexts.configureHint}
            onClick={() => ui.openDialog({ kind: 'configure' })}
          />
          <ChoiceButton
            Icon={Beaker24Regular}
            title={firstRunTexts.tryIt}
            text={firstRunTexts.tryItHint}
            onClick={() => ui.openDialog({ kind: 'demo' })}
          />
        </div>
        <Link as="button" className={styles.import} onClick={() => ui.openDialog({ kind: 'import' })}>
          {firstRunTexts.import}
        </Link>
      </div>
    </div>
  );
}
