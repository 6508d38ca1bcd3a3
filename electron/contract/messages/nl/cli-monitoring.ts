/** Dutch of `texts/cli-monitoring.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/cli-monitoring.ts';

export const cliMonitoringTexts: Translated<typeof english.cliMonitoringTexts> = {
  http: '/healthz, /readyz en /metrics beantwoorden op dit adres, bijvoorbeeld 127.0.0.1:9464; poort 0 voor een vrije poort',
  httpPublic:
    '--http laten luisteren op een adres dat anderen bereiken: zonder aanmelding, zonder versleuteling',
  httpHost: 'naam waaronder anderen ernaar vragen, naast het adres; herhaalbaar',
  listens: 'Bewaking: {url}/healthz, /readyz, /metrics.',
  isPublic:
    'Bewaking is open voor het netwerk, zonder aanmelding en zonder versleuteling. Laat een firewall bepalen wie erbij mag.',
};
