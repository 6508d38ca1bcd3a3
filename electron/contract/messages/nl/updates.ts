/** Dutch of `texts/updates.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/updates.ts';

export const upgradeTexts: Translated<typeof english.upgradeTexts> = {
  foundTitle: 'Versie {version} is beschikbaar',
  readyTitle: 'Versie {version} kan worden geïnstalleerd',
  installingTitle: 'Versie {version} wordt geïnstalleerd',
  goBackTitle: 'Versie {version} is niet goed gestart',
  youHave: 'De huidige versie is {version}.',
  published: 'Gepubliceerd op {date}.',
  size: '{size} te downloaden.',
  whatsNew: 'Wat er is gewijzigd',
  noNotes: 'De release vermeldt niet wat er is gewijzigd.',
  noSessions: 'Er is geen sessie open.',
  atOnce: 'Ze worden meteen gesloten.',
  finish: 'Ze krijgen {seconds} seconden om te eindigen en worden dan gesloten.',
  pause:
    'Apps kunnen geen verbinding maken tot de nieuwe versie is gestart, tenzij een andere host luistert.',
  background:
    'De achtergrondhost blijft intussen actief. Komt die uit hetzelfde pakket, dan wordt die opnieuw gestart.',
  keepsOld: 'Start {next} niet goed, dan kan {current} worden teruggezet.',
  connectionsStay: 'Daarna zijn alle verbindingen er weer.',
  downloading: 'Downloaden',
  progress: '{received} van {total}',
  installing: 'De app start vanzelf opnieuw.',
  byPackage:
    'Deze installatie wordt bijgewerkt zoals ze is geïnstalleerd: door het pakketbeheer of door uw organisatie.',
  byDevelopment: 'Deze app draait vanuit de broncode, dus er is geen pakket om te vervangen.',
  commandLine: 'Op hosts zonder venster meldt hcm version --check wat er nieuw is.',
  goBackText:
    '{version} kan worden teruggezet. Verbindingen en instellingen blijven; bestanden die alleen de nieuwere versie leest, zijn te bekijken maar niet te wijzigen.',
  install: 'Installeren en opnieuw starten',
  preparing: 'Voorbereiden…',
  cancel: 'Annuleren',
  later: 'Later',
  skip: 'Versie overslaan',
  goBack: '{version} terugzetten',
  keepVersion: '{version} houden',
};

export const upgradeCountTexts: Translated<typeof english.upgradeCountTexts> = {
  sessions: { one: 'Er is {count} sessie open.', other: 'Er zijn {count} sessies open.' },
};

export const updateStateTexts: Translated<typeof english.updateStateTexts> = {
  channel: 'Updatekanaal: {channel}',
  lastCheck: 'Laatste controle: {time}',
  never: 'Nooit gecontroleerd',
  checkNow: 'Nu controleren',
  checking: 'Controleren…',
  show: 'Weergeven',
  off: 'Er wordt niet naar nieuwere versies gezocht.',
  upToDate: 'Dit is de nieuwste versie.',
  notKnown: 'Of er een nieuwere versie is, is niet bekend.',
  notChecked: 'Er wordt eenmaal per dag naar nieuwere versies gezocht.',
  available: 'Versie {version} is beschikbaar.',
  downloading: 'Versie {version} wordt gedownload.',
  ready: 'Versie {version} kan worden geïnstalleerd.',
  installing: 'Versie {version} wordt geïnstalleerd.',
  goBack: '{version} kan worden teruggezet.',
};

export const updateChannelTexts: Translated<typeof english.updateChannelTexts> = {
  stable: 'Stabiel',
  preview: 'Preview',
};
