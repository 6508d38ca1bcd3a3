/** What a rotation will do, and whom else it concerns, before anything is done. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { Warning16Filled } from '@fluentui/react-icons';
import type { ConnectionView } from '../../../electron/contract/connection-view.ts';
import { rotateKeyTexts } from '../../../electron/contract/messages/texts/azure-row.ts';
import { fillCounted, fillText } from '../../../electron/contract/messages/message-text.ts';
import { otherListeners } from '../../../electron/contract/redundancy-advice.ts';
import { toneColors } from '../../theme/tones.ts';

const useStyles = makeStyles({
  steps: { margin: '0', paddingLeft: '24px', display: 'flex', flexDirection: 'column', rowGap: '4px' },
  warning: { display: 'flex', columnGap: tokens.spacingHorizontalS },
  icon: { display: 'flex', flexShrink: '0', alignItems: 'center', height: tokens.lineHeightBase300 },
});

export function RotationPlan({ view }: { readonly view: ConnectionView }) {
  const styles = useStyles();
  const rule = view.config.keyName;
  const others = otherListeners(view) ?? 0;
  const warnings = [
    ...(others > 0 ? [fillCounted(rotateKeyTexts.others, others)] : []),
    fillText(rotateKeyTexts.shared, { rule }),
  ];
  return (
    <>
      <p>{fillText(rotateKeyTexts.intro, { rule })}</p>
      <ol className={styles.steps}>
        {rotateKeyTexts.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p>{rotateKeyTexts.sessions}</p>
      {warnings.map((text) => (
        <p key={text} className={styles.warning}>
          <span className={styles.icon}>
            <Warning16Filled aria-hidden primaryFill={toneColors.watch.icon} />
          </span>
          {text}
        </p>
      ))}
    </>
  );
}
