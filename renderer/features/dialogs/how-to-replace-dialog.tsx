/** What to do about connections whose service has ended (design §9.9). */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ConnectionView } from '../../../electron/contract/connection-view.ts';
import { unknownValue } from '../../../electron/contract/format.ts';
import { formatHostPort } from '../../../electron/contract/host-port.ts';
import { dialogButtonTexts, howToReplaceTexts } from '../../../electron/contract/messages/texts/dialogs.ts';
import { fillText } from '../../../electron/contract/messages/message-text.ts';
import { useConnectionActions } from '../../components/connection-actions.ts';
import { DialogFrame, initialFocus } from '../../components/dialog-frame.tsx';
import { questionTitle } from './question-title.ts';
import { useViews } from './use-views.ts';

export interface HowToReplaceDialogProps {
  readonly ids: readonly string[];
  readonly onClose: () => void;
}

const useStyles = makeStyles({
  steps: {
    margin: `${tokens.spacingVerticalM} 0 0`,
    paddingLeft: '24px',
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
  },
  names: { margin: `${tokens.spacingVerticalXS} 0 0`, paddingLeft: '20px' },
});

export function HowToReplaceDialog({ ids, onClose }: HowToReplaceDialogProps) {
  const styles = useStyles();
  const actions = useConnectionActions();
  const views = useViews(ids);
  const isOne = views.length < 2;
  return (
    <DialogFrame
      title={
        views.length === 0 ? howToReplaceTexts.titleOfAny : questionTitle(howToReplaceTexts.title, views)
      }
      size="form"
      onClose={onClose}
      actions={
        <>
          <Button onClick={() => actions.openInAzure()}>{howToReplaceTexts.openAzure}</Button>
          <Button appearance="primary" onClick={onClose} {...initialFocus}>
            {dialogButtonTexts.close}
          </Button>
        </>
      }
    >
      <p>{howToReplaceTexts.intro}</p>
      <ol className={styles.steps}>
        <li>
          {isOne ? createText(views) : howToReplaceTexts.createSeveral}
          {!isOne && (
            <ul className={styles.names}>
              {views.map((view) => (
                <li key={view.config.id}>
                  {fillText(howToReplaceTexts.item, {
                    name: view.config.name,
                    endpoint: endpointText(view) ?? unknownValue,
                  })}
                </li>
              ))}
            </ul>
          )}
        </li>
        <li>{isOne ? howToReplaceTexts.add : howToReplaceTexts.addSeveral}</li>
        <li>
          {isOne
            ? fillText(howToReplaceTexts.remove, { name: views[0]?.config.name ?? '' })
            : howToReplaceTexts.removeSeveral}
        </li>
      </ol>
    </DialogFrame>
  );
}

function createText([view]: readonly ConnectionView[]): string {
  const endpoint = view === undefined ? null : endpointText(view);
  return endpoint === null
    ? howToReplaceTexts.createWithoutEndpoint
    : fillText(howToReplaceTexts.create, { endpoint });
}

function endpointText({ config }: ConnectionView): string | null {
  return config.endpoint === null ? null : formatHostPort(config.endpoint);
}
