/** The app that is to use it, if one is chosen already: those that can't stand there with the reason. */
import {
  appObstacleTexts,
  createFieldTexts,
} from '../../../electron/contract/messages/texts/azure-create.ts';
import { PickField, type PickOption } from './pick-field.tsx';
import { placeWords, planWords } from './plan-words.ts';
import type { FormControl } from './use-create-form.ts';

const none = 'none';

export function AppField({ control }: { readonly control: FormControl }) {
  const { form, context, change } = control;
  const options = context.apps?.map((app): PickOption => {
    const whyNot = app.obstacle === null ? null : appObstacleTexts[app.obstacle];
    return { key: app.id, text: app.name, note: `${placeWords(app)} · ${planWords(app)}`, whyNot };
  });
  return (
    <PickField
      label={createFieldTexts.app}
      hint={createFieldTexts.appHint}
      placeholder={createFieldTexts.noApp}
      options={
        options === undefined
          ? null
          : [{ key: none, text: createFieldTexts.noApp, note: '', whyNot: null }, ...options]
      }
      chosen={form.appId ?? none}
      disabled={false}
      onPick={(key) => change({ appId: key === none ? null : key })}
    />
  );
}
