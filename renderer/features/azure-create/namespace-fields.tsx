/** The namespace that it belongs to: one that is there, or a new one with its resource group and region. */
import { Field, Input, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { isSameRegion } from '../../../electron/contract/azure-names.ts';
import { createFieldTexts } from '../../../electron/contract/messages/texts/azure-create.ts';
import { fillText } from '../../../electron/contract/messages/message-text.ts';
import { NoteLines } from '../../components/azure/note-lines.tsx';
import { belowNarrow } from '../../theme/media.ts';
import { namespaceKey } from './create-form.ts';
import { PickField, type PickOption } from './pick-field.tsx';
import { regionNotes } from './region-notes.ts';
import type { FormControl } from './use-create-form.ts';

const useStyles = makeStyles({
  group: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  two: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    alignItems: 'start',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalS,
    [belowNarrow]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  radios: { marginInlineStart: '-8px' },
});

export function NamespaceFields({ control }: { readonly control: FormControl }) {
  const styles = useStyles();
  const { reading, context, change } = control;
  const isUnread = context.places === null;
  return (
    <div className={styles.group}>
      <Field label={createFieldTexts.namespace}>
        <RadioGroup
          className={styles.radios}
          layout="horizontal"
          value={reading.kind}
          disabled={isUnread}
          onChange={(_event, { value }) => change({ kind: value === 'new' ? 'new' : 'existing' })}
        >
          <Radio value="existing" label={createFieldTexts.existing} />
          <Radio value="new" label={createFieldTexts.new} />
        </RadioGroup>
      </Field>
      {reading.kind === 'existing' ? <Existing control={control} /> : <New control={control} />}
      <NoteLines notes={regionNotes(reading)} />
    </div>
  );
}

function Existing({ control }: { readonly control: FormControl }) {
  const { form, context, change, leave, problemOf } = control;
  const options =
    context.places?.namespaces.map((one): PickOption => {
      const { name, resourceGroup, region } = one;
      const note = fillText(createFieldTexts.place, { region, group: resourceGroup });
      return { key: namespaceKey(one), text: name, note, whyNot: null };
    }) ?? null;
  return (
    <PickField
      label={createFieldTexts.chooseNamespace}
      isLabelUnseen
      placeholder={createFieldTexts.chooseNamespace}
      problem={problemOf('existing').validationMessage ?? null}
      options={options}
      chosen={form.existing}
      disabled={false}
      onPick={(existing) => change({ existing })}
      onLeave={() => leave('existing')}
    />
  );
}

function New({ control }: { readonly control: FormControl }) {
  const styles = useStyles();
  const { form, reading, context, change, leave, problemOf } = control;
  const { places } = context;
  const groups =
    places?.groups.map(({ name, region }): PickOption => {
      return { key: name, text: name, note: region, whyNot: null };
    }) ?? null;
  return (
    <>
      <Field
        label={createFieldTexts.namespaceName}
        hint={createFieldTexts.namespaceNameHint}
        {...problemOf('namespace')}
      >
        <Input
          value={form.namespace}
          spellCheck={false}
          autoComplete="off"
          onChange={(_event, { value }) => change({ namespace: value.trim() })}
          onBlur={() => leave('namespace')}
        />
      </Field>
      <div className={styles.two}>
        <PickField
          label={createFieldTexts.group}
          placeholder=""
          hint={reading.isNewGroup ? createFieldTexts.groupNew : createFieldTexts.groupHint}
          problem={problemOf('group').validationMessage ?? null}
          options={groups}
          chosen={groups?.find(({ key }) => key === form.group)?.key ?? null}
          disabled={false}
          text={form.group}
          onText={(group) => change({ group })}
          onPick={(group) => change({ group })}
          onLeave={() => leave('group')}
        />
        <PickField
          label={createFieldTexts.region}
          placeholder={createFieldTexts.chooseRegion}
          problem={problemOf('region').validationMessage ?? null}
          options={regionOptions(control)}
          chosen={reading.region}
          disabled={false}
          onPick={(region) => change({ region })}
          onLeave={() => leave('region')}
        />
      </div>
    </>
  );
}

/** The app's own first: requests stay in it. */
function regionOptions({ context, reading }: FormControl): readonly PickOption[] | null {
  const { places } = context;
  const { app } = reading;
  if (places === null) return null;
  const isOfApp = (region: string): boolean => app !== null && isSameRegion(region, app.region);
  return places.regions
    .map((region): PickOption => {
      const note = isOfApp(region) ? createFieldTexts.regionOfApp : '';
      return { key: region, text: region, note, whyNot: null };
    })
    .toSorted((one, other) => Number(isOfApp(other.key)) - Number(isOfApp(one.key)));
}
