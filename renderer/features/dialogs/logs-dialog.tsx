/** The log of the whole host (View Logs). */
import { Button, makeStyles } from '@fluentui/react-components';
import { dialogButtonTexts, logsDialogTexts } from '../../../electron/contract/messages/texts/dialogs.ts';
import { DialogFrame } from '../../components/dialog-frame.tsx';
import { LogView } from '../../components/log-view.tsx';
import { belowNarrow } from '../../theme/media.ts';

const useStyles = makeStyles({
  log: {
    display: 'flex',
    flexDirection: 'column',
    height: 'min(480px, 60vh)',
    minHeight: 0,
    [belowNarrow]: { height: '100%' },
  },
});

export function LogsDialog({ onClose }: { readonly onClose: () => void }) {
  const styles = useStyles();
  return (
    <DialogFrame
      title={logsDialogTexts.title}
      size="choice"
      onClose={onClose}
      actions={
        <Button appearance="primary" onClick={onClose}>
          {dialogButtonTexts.close}
        </Button>
      }
    >
      <div className={styles.log}>
        <LogView connectionId={null} />
      </div>
    </DialogFrame>
  );
}
