/** All that is asked before a Hybrid Connection is made, and what will be made of it. */
import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { appsDialogTexts, createFieldTexts } from '../../../electron/contract/messages/texts/azure-create.ts';
import { AzureError } from '../../components/azure/azure-error.tsx';
import { AppField } from './app-field.tsx';
import { CreateLines } from './create-lines.tsx';
import { CreateSummary } from './create-summary.tsx';
import { EndpointFields } from './endpoint-fields.tsx';
import { NamespaceFields } from './namespace-fields.tsx';
import { PartlyRead } from './partly-read.tsx';
import type { FormControl } from './use-create-form.ts';
import type { SubscriptionContent } from './use-subscription-content.ts';

export interface CreateFieldsProps {
  readonly control: FormControl;
  readonly content: SubscriptionContent;
}

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL },
});

export function CreateFields({ control, content: { places, apps } }: CreateFieldsProps) {
  const styles = useStyles();
  const { form, reading, change, leave, problemOf } = control;
  const appsProblems = [...(apps.problem === null ? [] : [apps.problem]), ...(apps.value?.problems ?? [])];
  return (
    <div className={styles.all}>
      <Field label={createFieldTexts.name} hint={createFieldTexts.nameHint} {...problemOf('name')}>
        <Input
          value={form.name}
          spellCheck={false}
          autoComplete="off"
          onChange={(_event, { value }) => change({ name: value.trim() })}
          onBlur={() => leave('name')}
        />
      </Field>
      <EndpointFields control={control} />
      {/* Before the namespace, whose region follows from it. */}
      <AppField control={control} />
      {appsProblems.length > 0 && (
        <PartlyRead title={appsDialogTexts.partly} problems={appsProblems} onAgain={apps.again} />
      )}
      {places.problem === null ? (
        <NamespaceFields control={control} />
      ) : (
        <AzureError error={places.problem}>
          <Button size="small" onClick={places.again}>
            {appsDialogTexts.again}
          </Button>
        </AzureError>
      )}
      {reading.plan !== null && (
        <>
          <CreateSummary plan={reading.plan} />
          <CreateLines plan={reading.plan} />
        </>
      )}
    </div>
  );
}
