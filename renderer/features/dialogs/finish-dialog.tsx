/** Asks before Restart and Stop while sessions are open (design §9.4): how long they get, and what comes after. */
import { finishTexts, restartTexts, stopTexts } from '../../../electron/contract/messages/texts/dialogs.ts';
import { fillCounted } from '../../../electron/contract/messages/message-text.ts';
import { otherListenersText } from '../../../electron/contract/messages/redundancy-words.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { useConnectionActions } from '../../components/connection-actions.ts';
import { NamesList } from './names-list.tsx';
import { questionTitle, sessionsOf } from './question-title.ts';
import { useDrainSeconds } from './use-drain-seconds.ts';
import { useViews } from './use-views.ts';
import { joinSentences } from '../../../electron/contract/messages/join-texts.ts';

export interface FinishDialogProps {
  readonly action: 'restart' | 'stop';
  readonly ids: readonly string[];
  readonly onClose: () => void;
}

const texts = { restart: restartTexts, stop: stopTexts } as const;

export function FinishDialog({ action, ids, onClose }: FinishDialogProps) {
  const actions = useConnectionActions();
  const views = useViews(ids);
  const seconds = useDrainSeconds();
  const text = texts[action];
  const sessions = sessionsOf(views);
  const finishing =
    sessions === 0
      ? []
      : [fillCounted(seconds === 0 ? finishTexts.atOnce : finishTexts.sessions, sessions, { seconds })];
  const others = otherListenersText(views, action === 'restart');
  const after = views.length === 1 ? text.after : text.afterSeveral;
  return (
    <ConfirmDialog
      title={questionTitle(text.title, views)}
      button={text.button}
      destroys={false}
      onConfirm={async () => {
        const [failure] = await actions.perform(action, ids);
        return failure?.error ?? null;
      }}
      onClose={onClose}
    >
      <NamesList views={views} />
      <p>{joinSentences([...finishing, after, ...(others === null ? [] : [others])])}</p>
    </ConfirmDialog>
  );
}
