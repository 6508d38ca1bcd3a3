/** Whether apps keep their way when this host stops, and what a person can do about it (S66 to S71). */
import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import type { ConnectionView } from '../../../electron/contract/connection-view.ts';
import { azureRowActionTexts } from '../../../electron/contract/messages/texts/azure-row.ts';
import { redundancyText } from '../../../electron/contract/messages/redundancy-words.ts';
import { redundancyAdvice } from '../../../electron/contract/redundancy-advice.ts';
import { azureActionsFor, callOfAzureAction } from '../../components/azure-row-actions.ts';
import { useConnectionActions } from '../../components/connection-actions.ts';
import { HostTextLink } from '../../components/host-controls.tsx';

const useStyles = makeStyles({
  note: { margin: `${tokens.spacingVerticalM} 0 0`, color: tokens.colorNeutralForeground3 },
  way: { marginTop: tokens.spacingVerticalXS },
});

export function RedundancyNote({ view }: { readonly view: ConnectionView }) {
  const styles = useStyles();
  const actions = useConnectionActions();
  const text = redundancyText(view);
  const offered = azureActionsFor(view);
  if (text === null || offered.length === 0) return null;
  const canCopy = redundancyAdvice(view).kind === 'onlyThisHost' && offered.includes('copyGatewayString');
  return (
    <>
      <Caption1 as="p" block className={styles.note}>
        {text}
      </Caption1>
      {canCopy && (
        <div className={styles.way}>
          <HostTextLink
            needs={callOfAzureAction.copyGatewayString}
            onClick={() => actions.copyGatewayString(view.config.id)}
          >
            {azureRowActionTexts.copyGatewayString}
          </HostTextLink>
        </div>
      )}
    </>
  );
}
