/** Dutch of `texts/cli-control.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/cli-control.ts';

export const cliControlTexts: Translated<typeof english.cliControlTexts> = {
  adminFolder: 'map waarvan de groep deze host via een socket daarin mag besturen (Linux, macOS)',
  viewerFolder: 'map waarvan de groep deze host via een socket daarin mag bekijken, zonder iets te wijzigen',
  installViewers: 'ook de groep {group} de service laten bekijken, zonder iets te wijzigen (Linux)',
  closedService:
    'Let op: dit gaat over de eigen gegevensmap, niet over de service {name}: dit account hoort niet bij de groep {group} ervan.',
  silentService:
    'Let op: dit gaat over de eigen gegevensmap: de service {name} is geïnstalleerd, maar antwoordt dit account niet.',
  whoMayControl:
    'Om iemand de host te laten besturen: sudo usermod -aG {group} NAME; dat geldt vanaf de volgende aanmelding.',
  whoMayLook:
    'Om iemand de host te laten bekijken: sudo usermod -aG {group} NAME; dat geldt vanaf de volgende aanmelding.',
  fromMemory: 'Uit het geheugen van de host, dat de laatste van elke verbinding bewaart.',
  logFromMemory: 'Uit het geheugen van de host: de laatste regels sinds de start.',
  noLines: 'Zulke regels staan niet in het geheugen van de host.',
  asViewer: '{host}, gezien als kijker',
};
