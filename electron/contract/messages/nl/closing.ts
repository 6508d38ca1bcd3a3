/** Dutch of `texts/closing.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/closing.ts';

export const closingTexts: Translated<typeof english.closingTexts> = {
  title: 'Verbindingen blijven actief',
  stays: 'Hybrid Connection Manager blijft in het systeemvak. Sluit daar af om ze te stoppen.',
  staysBackground:
    'Hybrid Connection Manager blijft in het systeemvak. De achtergrondhost houdt de verbindingen actief, ook als niemand is aangemeld.',
  titleQuits: 'Het venster sluiten stopt de verbindingen',
  quits:
    'Dit bureaublad heeft geen systeemvak. Daarom wordt Hybrid Connection Manager samen met het venster afgesloten. Minimaliseer het venster om de verbindingen actief te houden.',
  titleQuitsBackground: 'De verbindingen blijven actief',
  quitsBackground: 'De achtergrondhost houdt ze actief, ook als niemand is aangemeld.',
  dontShowAgain: 'Niet meer tonen',
  ok: 'Begrepen',
  quit: 'Afsluiten',
  keepOpen: 'Openhouden',
};
