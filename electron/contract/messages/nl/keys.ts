/** Dutch of `texts/keys.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/keys.ts';

export const keyNameTexts: Translated<typeof english.keyNameTexts> = {
  primary: 'Primaire sleutel',
  secondary: 'Secundaire sleutel',
};

export const keyWordTexts: Translated<typeof english.keyWordTexts> = {
  primary: 'primaire sleutel',
  secondary: 'secundaire sleutel',
};

export const keyStateTexts: Translated<typeof english.keyStateTexts> = {
  inUse: 'In gebruik',
  reserve: 'In reserve',
  refused: 'Geweigerd door Azure sinds {time}',
  noToken: 'Geen nieuw token: {problem}',
};

export const connectedMarkTexts: Translated<typeof english.connectedMarkTexts> = {
  primaryRefused: 'Primaire sleutel geweigerd',
  secondaryRefused: 'Secundaire sleutel geweigerd',
  keyRefused: 'Sleutel geweigerd',
  endpointDiffers: 'Eindpunt gewijzigd in Azure',
};

export const keyCalloutTexts: Translated<typeof english.keyCalloutTexts> = {
  title: 'Azure weigert de {key}',
  otherInUse:
    'De {other} is in gebruik, dus apps merken er niets van. De {key} is waarschijnlijk opnieuw gegenereerd: plak de nieuwe.',
  otherLeft: 'De {other} neemt het over. De {key} is waarschijnlijk opnieuw gegenereerd: plak de nieuwe.',
  onlyTitle: 'Azure weigert de sleutel',
  only: 'De verbinding werkt totdat Azure weer om de sleutel vraagt. Waarschijnlijk is deze opnieuw gegenereerd: plak de nieuwe.',
  tooltip: 'Azure weigert de {key}; de {other} is in gebruik.',
  tooltipOnly: 'Azure weigert de sleutel. Plak de nieuwe.',
};

export const keyActionTexts: Translated<typeof english.keyActionTexts> = {
  replace: { primary: 'Primaire sleutel vervangen…', secondary: 'Secundaire sleutel vervangen…' },
  replaceOnly: 'Sleutel vervangen…',
  useKey: 'Overstappen op een sleutel…',
  add: 'Tweede sleutel toevoegen…',
  remove: 'Secundaire sleutel verwijderen…',
};

export const removeKeyTexts: Translated<typeof english.removeKeyTexts> = {
  title: 'De secundaire sleutel van {name} verwijderen?',
  text: 'De primaire sleutel blijft. Wordt die opnieuw gegenereerd, dan stopt de verbinding totdat u de nieuwe plakt.',
  inUse: 'Deze sleutel is nu in gebruik: Azure weigert de primaire sleutel, dus de verbinding stopt.',
  button: 'Sleutel verwijderen',
  done: 'De secundaire sleutel van {name} is verwijderd.',
};

export const endpointChangeTexts: Translated<typeof english.endpointChangeTexts> = {
  calloutTitle: 'Azure noemt een ander eindpunt',
  callout: 'Sessies gaan naar {here}. Azure noemt nu {azure}. Er verandert niets voordat u beslist.',
  tooltip: 'Azure noemt nu een ander eindpunt: {azure}.',
  use: 'Nieuw eindpunt gebruiken…',
  keep: 'Huidige behouden',
  kept: '{name} behoudt {here}.',
  couldNotKeep: 'Kan het eindpunt van {name} niet behouden: {problem}.',
  inAzure: 'Azure noemt {azure}',
  change: 'Eindpunt wijzigen…',
};

export const acceptEndpointTexts: Translated<typeof english.acceptEndpointTexts> = {
  title: 'Het nieuwe eindpunt voor {name} gebruiken?',
  text: ['Nieuwe sessies gaan naar {azure} in plaats van {here}.', 'Nieuwe sessies gaan naar {azure}.'],
  button: 'Gebruiken',
  done: 'Nieuwe sessies van {name} gaan naar {azure}.',
};

export const sessionsStayTexts: Translated<typeof english.sessionsStayTexts> = {
  one: '{count} open sessie blijft bij {here}.',
  other: '{count} open sessies blijven bij {here}.',
};

export const changeEndpointTexts: Translated<typeof english.changeEndpointTexts> = {
  title: 'Het eindpunt van {name} wijzigen',
  field: 'Host en poort',
  placeholder: 'sql01.corp.contoso.com:1433',
  explanation:
    'Nieuwe sessies gaan naar dit eindpunt. Wat Azure noemt, wordt vanaf dan alleen nog weergegeven.',
  inAzure: 'Azure noemt {azure}.',
  button: 'Wijzigen',
  test: 'Testen',
  testing: 'Testen…',
  back: 'Eindpunt van Azure gebruiken',
  done: 'Nieuwe sessies van {name} gaan naar {here}.',
};
