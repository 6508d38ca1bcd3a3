/** Dutch of `texts/errors-app-update.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/errors-app-update.ts';

export const appUpdateErrorTexts: Translated<typeof english.appUpdateErrorTexts> = {
  HCM5115: {
    title: ['Versie {version} is niet gedownload', 'De nieuwe versie is niet gedownload'],
    cause: ['{reason}', 'De server van de feed heeft dit geweigerd of de verbinding is verbroken.'],
    next: 'Er is niets gewijzigd. Controleer de weg naar de updatefeed en download de versie opnieuw.',
    reasons: {
      stalled: 'Er kwam een minuut lang niets binnen.',
      status: 'De server van de feed heeft het bestand geweigerd.',
      network:
        'De verbinding met de server van de feed is mislukt of het certificaat ervan wordt hier niet vertrouwd.',
      overtaken: 'De feed noemt inmiddels een andere versie, die de host nog niet kent.',
      withdrawn: 'De ingestelde feed en het ingestelde updatekanaal noemen deze versie niet meer.',
    },
  },
  HCM5116: {
    title: [
      'Het bestand van versie {version} is niet het ondertekende',
      'Het gedownloade bestand is niet het ondertekende',
    ],
    cause:
      'De controlesom wijkt af van die in de ondertekende feed: het bestand is onderweg beschadigd of vervangen.',
    next: 'Er is niets geïnstalleerd en het bestand is verwijderd. Download het opnieuw of meld dit aan de beheerder van de feed.',
  },
  HCM5117: {
    title: ['Versie {version} is niet geïnstalleerd', 'De nieuwe versie is niet geïnstalleerd'],
    cause: ['{reason}', 'Het systeem heeft dit geweigerd of niemand heeft het toegestaan.'],
    next: 'De vorige versie blijft actief. Probeer het opnieuw en sta de installatie toe als het systeem erom vraagt.',
    reasons: {
      refused:
        'Het installatieprogramma van het systeem heeft dit geweigerd of niemand heeft het toegestaan.',
      unknown: 'De app is opnieuw gestart en was nog steeds de vorige versie.',
    },
  },
  HCM5118: {
    title: ['Versie {version} heeft geen pakket voor deze computer', 'Er is geen pakket voor deze computer'],
    cause: 'De feed noemt er geen voor dit systeem, deze processor en dit soort pakket.',
    next: 'Vraag het de beheerder van de feed of installeer de nieuwe versie handmatig.',
  },
  HCM5119: {
    title: ['Versie {version} kan niet worden teruggezet', 'De vorige versie kan niet worden teruggezet'],
    cause:
      'Het pakket ervan wordt hier niet meer bewaard, is gewijzigd of heeft geen handtekening die deze versie accepteert.',
    next: 'Installeer het pakket van die versie handmatig.',
  },
};
