/** A searchable list of subscriptions: by name, id or directory. */
import { Caption1, Combobox, Field, makeStyles, Option, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { AzureSubscription } from '../../../electron/contract/azure.ts';
import {
  azurePickerTexts,
  azurePickerCountTexts,
} from '../../../electron/contract/messages/texts/azure-sign-in.ts';
import { fillCounted } from '../../../electron/contract/messages/message-text.ts';
import { isEnabled } from './use-azure-place.ts';

export interface SubscriptionFieldProps {
  /** Null while they are being read. */
  readonly subscriptions: readonly AzureSubscription[] | null;
  readonly chosen: AzureSubscription | null;
  readonly disabled: boolean;
  readonly onChoose: (subscription: AzureSubscription | null) => void;
}

/** More would be slow to draw, and nobody reads them. */
const maxShown = 50;

const useStyles = makeStyles({
  field: { minWidth: 0 },
  box: { minWidth: 0, width: '100%' },
  option: { display: 'flex', flexDirection: 'column', minWidth: 0, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground3 },
});

export function SubscriptionField({ subscriptions, chosen, disabled, onChoose }: SubscriptionFieldProps) {
  const styles = useStyles();
  /** Null while nothing is being searched. */
  const [typed, setTyped] = useState<string | null>(null);
  const all = subscriptions ?? [];
  const fitting = typed === null ? all : all.filter((one) => fits(one, typed));
  const shown = fitting.slice(0, maxShown);
  const placeholder = subscriptions === null ? azurePickerTexts.loading : azurePickerTexts.choose;
  return (
    <Field label={azurePickerTexts.subscription} className={styles.field}>
      <Combobox
        className={styles.box}
        input={{ style: { minWidth: 0 } }}
        freeform
        disabled={disabled || subscriptions === null}
        placeholder={placeholder}
        value={typed ?? chosen?.name ?? ''}
        selectedOptions={chosen === null ? [] : [keyOf(chosen)]}
        onChange={({ target }) => setTyped(target.value)}
        onOpenChange={(_event, { open }) => {
          if (!open) setTyped(null);
        }}
        onOptionSelect={(_event, { optionValue }) => {
          const found = all.find((one) => keyOf(one) === optionValue);
          setTyped(null);
          if (found !== undefined) onChoose(found);
        }}
      >
        {shown.map((one) => (
          <Option key={keyOf(one)} value={keyOf(one)} text={one.name}>
            <span className={styles.option}>
              <span>{one.name}</span>
              <Caption1 className={styles.quiet}>{describe(one)}</Caption1>
            </span>
          </Option>
        ))}
        {fitting.length > maxShown && (
          <Option disabled value="" text="">
            {fillCounted(azurePickerCountTexts.more, fitting.length - maxShown)}
          </Option>
        )}
        {fitting.length === 0 && (
          <Option disabled value="" text="">
            {azurePickerTexts.noMatch}
          </Option>
        )}
      </Combobox>
    </Field>
  );
}

/** The same subscription may be seen from several directories. */
function keyOf({ tenantId, subscriptionId }: AzureSubscription): string {
  return `${tenantId} ${subscriptionId}`;
}

function describe(subscription: AzureSubscription): string {
  const { tenantName, subscriptionId, state } = subscription;
  return [tenantName, subscriptionId, isEnabled(subscription) ? '' : state]
    .filter((part) => part !== '')
    .join(' · ');
}

function fits({ name, subscriptionId, tenantName }: AzureSubscription, typed: string): boolean {
  const wanted = typed.trim().toLowerCase();
  return [name, subscriptionId, tenantName].some((text) => text.toLowerCase().includes(wanted));
}
