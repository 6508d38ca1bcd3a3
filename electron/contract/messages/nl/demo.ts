/** Dutch of `texts/demo.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/demo.ts';

export const demoTexts: Translated<typeof english.demoTexts> = {
  relay: '1. Een lokale relay luistert op localhost:{port} en neemt de plaats in van Azure.',
  service: '2. Een besloten webservice draait op {endpoint}. Alleen deze computer kan erbij.',
  added:
    '3. De gatewayverbindingsreeks wordt toegevoegd aan een host met een tijdelijke gegevensmap, {folder}.',
  connected: '4. {name}: {status}, eindpunt {endpointStatus}.',
  sender: '5. De afzender, de kant van de app, luistert op 127.0.0.1:{port}.',
  answered: '6. Een aanvraag ging afzender → relay → host → service en terug ({status}, {time}): {text}',
  tryIt: 'Probeer het: curl {url}   Ctrl+C sluit af.',
};
