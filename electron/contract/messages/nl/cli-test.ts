/** Dutch of `texts/cli-test.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/cli-test.ts';

export const testUsageTexts: Translated<typeof english.testUsageTexts> = {
  test: 'Testen of deze host een eindpunt, een naamruimte of beide van een verbinding bereikt',
  target: 'host:port, NAMESPACE.servicebus.windows.net of een verbinding van deze host',
  timeout: 'hoe lang elke stap mag duren, 1 tot 120 seconden; zonder deze optie zo lang als sessies wachten',
};

export const testWordTexts: Translated<typeof english.testWordTexts> = {
  reached: '{target} antwoordt: {address}, na {time}.',
  namespaceReached: '{target} is bereikbaar en het certificaat wordt vertrouwd.',
  connectionReached: 'Beide wegen van {name} werken.',
  byCommand: 'Er is geen host actief; deze opdracht heeft het dus zelf getest.',
};

export const testStepTexts: Translated<typeof english.testStepTexts> = {
  name: 'Naam',
  proxy: 'Proxy',
  connect: 'TCP',
  tls: 'TLS',
  https: 'HTTPS',
};

export const testFoundTexts: Translated<typeof english.testFoundTexts> = {
  addresses: '{host} is {addresses}',
  noAddresses: '{host} is hier niet bekend',
  noProxy: 'geen',
  notReached: 'niet bereikt',
  connected: 'verbonden',
  secured: ['{protocol}, certificaat van {issuer}, {time} met TCP', '{protocol}, {time} met TCP'],
  notTrusted: ['geweigerd, certificaat van {issuer}', 'geweigerd'],
  answered: 'antwoord met status {status}',
  notAnswered: 'geen antwoord',
};
