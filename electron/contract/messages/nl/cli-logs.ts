/** Dutch of `texts/cli-logs.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/cli-logs.ts';

export const logsUsageTexts: Translated<typeof english.logsUsageTexts> = {
  logs: 'Het logboek van de host, de sessies of de activiteit weergeven, met of zonder actieve host',
  connection: 'alleen regels van deze verbinding: naam, naamruimte/naam of id',
  follow: 'doorgaan met nieuwe regels zodra ze komen, tot Ctrl+C',
  since: 'alleen vanaf dan: 30s, 15m, 2h, 7d, of een datum en tijd zoals 2026-11-22T10:00',
  level: 'alleen regels die ten minste zo ernstig zijn',
  lines: 'hoeveel van de laatste regels, 0 tot 100000; zonder deze optie 100, of alle met --since',
  activity: 'wat er met de verbindingen is gebeurd, in plaats van het logboek',
  sessions: 'de beëindigde sessies, in plaats van het logboek',
  path: 'alleen weergeven waar de bestanden staan',
};

export const logsWordTexts: Translated<typeof english.logsWordTexts> = {
  none: 'Zulke regels staan niet in {file}.',
  session: '{name}: {peer} naar {endpoint}, {time}, {toEndpoint} naar eindpunt, {toApp} naar app. {why}',
  unknownPeer: 'onbekende app',
  activity: ['{name}: {sentence} ({by})', '{name}: {sentence}'],
};
