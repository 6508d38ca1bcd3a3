/** About, as a dialog (design §9.11). */
import { Button } from '@fluentui/react-components';
import { aboutTexts } from '../../../electron/contract/messages/texts/help.ts';
import { AboutFacts, useAboutText } from '../../components/about-facts.tsx';
import { useConnectionActions } from '../../components/connection-actions.ts';
import { DialogFrame, initialFocus } from '../../components/dialog-frame.tsx';

export function AboutDialog({ onClose }: { readonly onClose: () => void }) {
  const actions = useConnectionActions();
  const copied = useAboutText();
  return (
    <DialogFrame
      title={aboutTexts.title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={() => actions.copy(copied)}>{aboutTexts.copyDetails}</Button>
          <Button appearance="primary" onClick={onClose} {...initialFocus}>
            {aboutTexts.close}
          </Button>
        </>
      }
    >
      <AboutFacts />
    </DialogFrame>
  );
}
