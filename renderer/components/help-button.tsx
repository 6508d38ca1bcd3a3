/** Opens the topic of Help that says more. What is open beside it is there again behind Back. */
import { Button } from '@fluentui/react-components';
import { headerTexts } from '../../electron/contract/messages/texts/window.ts';
import { useServices } from '../services.tsx';
import type { HelpTopic } from '../store/ui-store.ts';

export function HelpButton({ topic }: { readonly topic: HelpTopic | null }) {
  const { ui } = useServices();
  if (topic === null) return null;
  return (
    <Button size="small" appearance="subtle" onClick={() => ui.openPage({ kind: 'help', topic })}>
      {headerTexts.help}
    </Button>
  );
}
