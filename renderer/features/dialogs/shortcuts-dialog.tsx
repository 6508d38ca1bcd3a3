/** The sheet of all keys (design §7). */
import { Button } from '@fluentui/react-components';
import { shortcutSheetTexts } from '../../../electron/contract/messages/texts/help.ts';
import { DialogFrame, initialFocus } from '../../components/dialog-frame.tsx';
import { ShortcutGroups } from '../../components/shortcut-groups.tsx';

export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <DialogFrame
      title={shortcutSheetTexts.title}
      size="choice"
      onClose={onClose}
      actions={
        <Button appearance="primary" onClick={onClose} {...initialFocus}>
          {shortcutSheetTexts.close}
        </Button>
      }
    >
      <ShortcutGroups />
    </DialogFrame>
  );
}
