/** What to do about connections whose service has ended (design §9.9). */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ConnectionView } from '../../../electron/contract/connection-view.ts';
import { unknownValue } from '../../../electron/contract/format.ts';
import { formatHostPort } from '../../../electron/contract/host-port.ts';
import { enDialogButtons, enHowToReplace } from '../../../electron/contract/messages/en-dialogs.ts';
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
      title={views.length === 0 ? enHowToReplace.titleOfAny : questionTitle(enHowToReplace.title, views)}
      size="form"
      onClose={onClose}
      actions={
        <>
          <Button onClick={() => actions.openInAzure()}>{enHowToReplace.openAzure}</Button>
          <Button appearance="primary" onClick={onClose} {...initialFocus}>
            {enDialogButtons.close}
          </Button>
        </>
      }
    >
      <p>{enHowToReplace.intro}</p>
      <ol className={styles.steps}>
        <li>
          {isOne ? createText(views) : enHowToReplace.createSeveral}
          {!isOne && (
            <ul className={styles.names}>
              {views.map((view) => (
                <li key={view.config.id}>
                  {fillText(enHowToReplace.item, {
                    name: view.config.name,
                    endpoint: endpointText(view) ?? unknownValue,
                  })}
                </li>
              ))}
            </ul>
          )}
        </li>
        <li>{isOne ? enHowToReplace.add : enHowToReplace.addSeveral}</li>
        <li>
          {isOne
            ? fillText(enHowToReplace.remove, { name: views[0]?.config.name ?? '' })
            : enHowToReplace.removeSeveral}
        </li>
      </ol>
    </DialogFrame>
  );
}

function createText([view]: readonly ConnectionView[]): string {
  const endpoint = view === undefined ? null : endpointText(view);
  return endpoint === null
    ? enHowToReplace.createWithoutEndpoint
    : fillText(enHowToReplace.create, { endpoint });
}

function endpointText({ config }: ConnectionView): string | null {
  return config.endpoint === null ? null : formatHostPort(config.endpoint);
}
