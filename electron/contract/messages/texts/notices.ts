/** English texts of all notices: what a reader should know although nothing was refused. */
import { localised } from '../localised.ts';
import type { NoticeCode } from '../../notices.ts';
import type { MessageText } from '../message-text.ts';

export const noticeTexts: Readonly<Record<NoticeCode, MessageText>> = localised({
  HCM1101: 'Quotes round the string were left out.',
  HCM1102: 'Line breaks were left out.',
  HCM1103: 'Invisible characters were left out.',
  HCM1104: 'Words in front of the string were left out.',
  HCM1105: ['Unknown parts were left out: {keys}.', 'Unknown parts were left out.'],
  HCM1106: 'OperationTimeout is understood, but this host uses times of its own.',
  HCM1107: 'The name of the Hybrid Connection was read from the Endpoint.',
  HCM1110: [
    '{rule} may change or delete anything in the namespace. A listen-only rule is safer.',
    'This rule may change or delete anything in the namespace. A listen-only rule is safer.',
  ],
  HCM1111: [
    'The key has {length} characters; Azure’s keys have 44. Check that the string is complete.',
    'Azure’s keys have 44 characters. Check that the string is complete.',
  ],
  HCM1112: [
    'The namespace is an IP address, {host}. Azure’s namespaces have names.',
    'The namespace is an IP address. Azure’s namespaces have names.',
  ],
  HCM1113: [
    '{host} is in none of Azure’s clouds. Check it if the string should come from Azure.',
    'The namespace is in none of Azure’s clouds. Check it if the string should come from Azure.',
  ],
  HCM1114: [
    '{host} is the name of a private link. Use the ordinary name of the namespace.',
    'The namespace has the name of a private link. Use its ordinary name.',
  ],
  HCM1130: [
    '{host} is an IP address. Some apps skip it; use a DNS name that this host knows.',
    'The endpoint is an IP address. Some apps skip it; use a DNS name that this host knows.',
  ],
  HCM1131: [
    'Port {port} is FTP, which opens further ports and can’t be tunnelled.',
    'Port 21 is FTP, which opens further ports and can’t be tunnelled.',
  ],
  HCM1132: [
    'Port {port} is LDAP: Active Directory needs further ports and UDP, which can’t be tunnelled.',
    'LDAP can’t be tunnelled: Active Directory needs further ports and UDP.',
  ],
  HCM1133: [
    'Port {port} is for file shares (SMB, NFS): App Service can’t mount a share or a drive through a Hybrid Connection.',
    'App Service can’t mount a share or a drive through a Hybrid Connection.',
  ],
  HCM1134: [
    'Services on port {port} mostly use UDP, which can’t be tunnelled.',
    'Services on this port mostly use UDP, which can’t be tunnelled.',
  ],
});
