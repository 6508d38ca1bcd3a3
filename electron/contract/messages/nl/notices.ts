/** Dutch of `texts/notices.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/notices.ts';

export const noticeTexts: Translated<typeof english.noticeTexts> = {
  HCM1101: 'Aanhalingstekens rond de reeks zijn weggelaten.',
  HCM1102: 'Regeleinden zijn weggelaten.',
  HCM1103: 'Onzichtbare tekens zijn weggelaten.',
  HCM1104: 'Woorden vóór de reeks zijn weggelaten.',
  HCM1105: ['Onbekende delen zijn weggelaten: {keys}.', 'Onbekende delen zijn weggelaten.'],
  HCM1106: 'OperationTimeout wordt herkend, maar deze host gebruikt eigen tijden.',
  HCM1107: 'De naam van de hybride verbinding is uit Endpoint gelezen.',
  HCM1110: [
    '{rule} mag alles in de naamruimte wijzigen of verwijderen. Een regel die alleen mag luisteren, is veiliger.',
    'Deze regel mag alles in de naamruimte wijzigen of verwijderen. Een regel die alleen mag luisteren, is veiliger.',
  ],
  HCM1111: [
    'De sleutel heeft {length} tekens; sleutels van Azure hebben er 44. Controleer of de reeks volledig is.',
    'Sleutels van Azure hebben 44 tekens. Controleer of de reeks volledig is.',
  ],
  HCM1112: [
    'De naamruimte is een IP-adres, {host}. Naamruimten van Azure hebben namen.',
    'De naamruimte is een IP-adres. Naamruimten van Azure hebben namen.',
  ],
  HCM1113: [
    '{host} hoort bij geen van de clouds van Azure. Controleer dit als de reeks uit Azure moet komen.',
    'De naamruimte hoort bij geen van de clouds van Azure. Controleer dit als de reeks uit Azure moet komen.',
  ],
  HCM1114: [
    '{host} is de naam van een privékoppeling. Gebruik de gewone naam van de naamruimte.',
    'De naamruimte heeft de naam van een privékoppeling. Gebruik de gewone naam.',
  ],
  HCM1130: [
    '{host} is een IP-adres. Sommige apps slaan dat over; gebruik een DNS-naam die deze host kent.',
    'Het eindpunt is een IP-adres. Sommige apps slaan dat over; gebruik een DNS-naam die deze host kent.',
  ],
  HCM1131: [
    'Poort {port} is FTP. Dat opent meer poorten en kan niet worden getunneld.',
    'Poort 21 is FTP. Dat opent meer poorten en kan niet worden getunneld.',
  ],
  HCM1132: [
    'Poort {port} is LDAP: Active Directory heeft meer poorten en UDP nodig, en dat kan niet worden getunneld.',
    'LDAP kan niet worden getunneld: Active Directory heeft meer poorten en UDP nodig.',
  ],
  HCM1133: [
    'Poort {port} is voor bestandsshares (SMB, NFS): App Service kan via een hybride verbinding geen share of station koppelen.',
    'App Service kan via een hybride verbinding geen share of station koppelen.',
  ],
  HCM1134: [
    'Services op poort {port} gebruiken meestal UDP, en dat kan niet worden getunneld.',
    'Services op deze poort gebruiken meestal UDP, en dat kan niet worden getunneld.',
  ],
};
