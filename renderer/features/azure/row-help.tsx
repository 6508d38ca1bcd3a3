/** Why one Hybrid Connection can't be added, or wasn't, and what mends it: here, or in Azure by lines to copy. */
import {
  Body1,
  Body1Strong,
  Button,
  Caption1,
  Field,
  Input,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons';
import { useEffect, useRef, useState, type RefObject, type SyntheticEvent } from 'react';
import type { AzureConnection } from '../../../electron/contract/azure.ts';
import { mendTopic } from '../../../electron/contract/azure-mend-lines.ts';
import { formatHostPort, parseHostPort } from '../../../electron/contract/host-port.ts';
import { configureHelpPanelTexts } from '../../../electron/contract/messages/texts/azure-configure.ts';
import { fillText } from '../../../electron/contract/messages/message-text.ts';
import type { ChosenPlace } from '../../components/azure/account-and-subscription.tsx';
import { MendLines } from '../../components/azure/mend-lines.tsx';
import { canAdd, type Choice } from './choice.ts';
import { endpointText, noteOf } from './choose-rows.ts';

export interface RowHelpProps {
  readonly row: AzureConnection;
  readonly choice: Choice;
  readonly place: ChosenPlace;
  readonly disabled: boolean;
  readonly onEndpoint: (endpoint: string) => void;
  readonly onAnyway: () => void;
  readonly onClose: () => void;
}

const useStyles = makeStyles({
  box: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    backgroundColor: tokens.colorNeutralBackground2,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    minWidth: 0,
  },
  head: { display: 'flex', alignItems: 'flex-start', justifyContent: 'space-between' },
  anyway: { alignSelf: 'flex-start' },
  code: { color: tokens.colorNeutralForeground3 },
  form: { display: 'flex', alignItems: 'flex-start', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalS },
  field: { flex: '1 1 280px' },
  // Beside the field, below its label.
  use: { marginTop: '26px' },
});

export function RowHelp(props: RowHelpProps) {
  const { row, choice, place, disabled, onEndpoint, onAnyway, onClose } = props;
  const styles = useStyles();
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.scrollIntoView({ block: 'nearest' }), []);
  useOwnEscape(box, onClose);
  const note = noteOf(row, choice);
  const problem = choice.outcomes.get(row.resourceId) ?? null;
  const topic = mendTopic(row.obstacle, problem?.code ?? null);
  const lacksEndpoint = row.obstacle === 'noEndpoint' || row.obstacle === 'unreadableEndpoint';
  const canTryAnyway = row.obstacle === 'noKeyPermission' && !canAdd(row, choice);
  const known = endpointText(row, choice);
  return (
    <section ref={box} className={styles.box} aria-label={row.name} role="status">
      <div className={styles.head}>
        <Body1Strong>
          {fillText(configureHelpPanelTexts.title, { name: row.name, note: note?.text ?? '' })}
        </Body1Strong>
        <Button
          appearance="subtle"
          size="small"
          icon={<Dismiss16Regular />}
          aria-label={configureHelpPanelTexts.close}
          onClick={onClose}
        />
      </div>
      <Body1>{note?.help}</Body1>
      {problem !== null && <Caption1 className={styles.code}>{problem.code}</Caption1>}
      {canTryAnyway && (
        <Button size="small" className={styles.anyway} disabledFocusable={disabled} onClick={onAnyway}>
          {configureHelpPanelTexts.anyway}
        </Button>
      )}
      {lacksEndpoint && (
        <EndpointForm key={row.resourceId} endpoint={known} disabled={disabled} onEndpoint={onEndpoint} />
      )}
      {topic !== null && (
        <MendLines
          key={topic}
          topic={topic}
          target={{
            ...row,
            subscriptionId: place.subscription.subscriptionId,
            account: place.account.name,
            endpoint: known === '' ? null : known,
          }}
        />
      )}
    </section>
  );
}

/** In the help Esc ends the help, not the dialog with all that is ticked. */
function useOwnEscape(box: RefObject<HTMLElement | null>, onEscape: () => void): void {
  useEffect(() => {
    const element = box.current;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      onEscape();
    };
    element?.addEventListener('keydown', onKeyDown);
    return () => element?.removeEventListener('keydown', onKeyDown);
  }, [box, onEscape]);
}

interface EndpointFormProps {
  readonly endpoint: string;
  readonly disabled: boolean;
  readonly onEndpoint: (endpoint: string) => void;
}

function EndpointForm({ endpoint, disabled, onEndpoint }: EndpointFormProps) {
  const styles = useStyles();
  const [text, setText] = useState(endpoint);
  const [isWrong, setWrong] = useState(false);
  function submit(event: SyntheticEvent): void {
    event.preventDefault();
    const reading = parseHostPort(text);
    setWrong(!reading.ok);
    if (reading.ok) onEndpoint(formatHostPort(reading));
  }
  return (
    <form className={styles.form} noValidate onSubmit={submit}>
      <Field
        className={styles.field}
        label={configureHelpPanelTexts.endpoint}
        hint={configureHelpPanelTexts.endpointHint}
        {...(isWrong ? { validationMessage: configureHelpPanelTexts.endpointWrong } : {})}
      >
        <Input
          value={text}
          disabled={disabled}
          maxLength={512}
          onChange={(_event, { value }) => setText(value)}
        />
      </Field>
      <Button type="submit" className={styles.use} disabled={disabled}>
        {configureHelpPanelTexts.useEndpoint}
      </Button>
    </form>
  );
}
