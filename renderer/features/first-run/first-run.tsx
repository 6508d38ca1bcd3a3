/**
 * What the window shows instead of an empty table (design §11). Never before the first answer of the host: a window with
 * connections must not begin by saying that there are none.
 */
import { Body1, makeStyles, Title3, tokens } from '@fluentui/react-components';
import { Beaker24Regular, ClipboardPaste24Regular } from '@fluentui/react-icons';
import { useEffect, useRef } from 'react';
import { enFirstRun } from '../../../electron/contract/messages/en-first-run.ts';
import { useConnections, useServices } from '../../services.tsx';
import { ChoiceButton } from './choice-button.tsx';
import { PathStrip } from './path-strip.tsx';

const useStyles = makeStyles({
  // Centred as long as there is room, from the top when there isn't.
  page: { display: 'flex', flexGrow: 1, width: '100%', height: '100%', minHeight: 0, overflowY: 'auto' },
  content: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    boxSizing: 'border-box',
    width: '100%',
    maxWidth: '592px',
    margin: 'auto',
    padding: '16px',
    textAlign: 'center',
  },
  title: {
    margin: `${tokens.spacingVerticalXXXL} 0 0`,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    textAlign: 'center',
  },
  text: {
    maxWidth: '496px',
    margin: `${tokens.spacingVerticalXS} 0 ${tokens.spacingVerticalXXL}`,
    color: tokens.colorNeutralForeground2,
    textAlign: 'center',
  },
  choices: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    width: '100%',
    maxWidth: '560px',
  },
});

export function FirstRun() {
  const isEmpty = useConnections(({ loaded, views }) => loaded && views.size === 0);
  return isEmpty ? <Choices /> : null;
}

function Choices() {
  const styles = useStyles();
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
          {enFirstRun.title}
        </Title3>
        <Body1 as="p" className={styles.text}>
          {enFirstRun.text}
        </Body1>
        <div className={styles.choices}>
          <ChoiceButton
            ref={first}
            Icon={ClipboardPaste24Regular}
            title={enFirstRun.enterManually}
            text={enFirstRun.enterManuallyHint}
            onClick={() => ui.openDialog({ kind: 'enterManually' })}
          />
          <ChoiceButton
            Icon={Beaker24Regular}
            title={enFirstRun.tryIt}
            text={enFirstRun.tryItHint}
            onClick={() => ui.openDialog({ kind: 'demo' })}
          />
        </div>
      </div>
    </div>
  );
}
