/** English texts of what `hcm update` does with names. */
import { localised } from '../localised.ts';

export const updateUsageTexts = localised({
  name: 'name of the connection; behind the argument connection: its new name, as --new-name',
  newName:
    'listen for another Hybrid Connection of the same namespace, which Azure is asked about first; open sessions may finish',
} as const satisfies Record<string, string>);

export const updateSentenceTexts = localised({
  renamed: '{before} listens for {name} from now on. Open sessions may finish.',
  sameName: 'It is called {name} already.',
  secondaryDropped: 'Azure refused the secondary key for {name}, so it was removed.',
} as const satisfies Record<string, string>);
