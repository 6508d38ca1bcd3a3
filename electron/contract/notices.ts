/**
 * Codes of what a reader should know although nothing was refused. They continue the numbering of `errors.ts` (HCM11xx:
 * remarks on input); their texts are in the messages under the same code.
 */

/** `watch`: worth changing. `info`: said so that nothing happens silently. */
export type NoticeSeverity = 'watch' | 'info';

const watch = { severity: 'watch' } as const;
const info = { severity: 'info' } as const;

export const noticeTable = {
  HCM1101: info, // quotes were left out
  HCM1102: info, // line breaks were left out
  HCM1103: info, // invisible characters were left out
  HCM1104: info, // words in front of the string were left out
  HCM1105: info, // parts of other kinds of strings were left out: {keys}
  HCM1106: info, // OperationTimeout is understood, but not used here
  HCM1107: info, // the name was taken from the Endpoint's path
  HCM1110: watch, // the rule may do more than listen or send: {rule}
  HCM1111: watch, // the key has {length} characters, Azure's have 44
  HCM1112: info, // the namespace is an IP address: {host}
  HCM1113: info, // the namespace is in none of the clouds known here: {host}
  HCM1114: watch, // a privatelink name, where the ordinary name belongs: {host}
  HCM1130: watch, // the endpoint is an IP address, which some apps skip: {host}
  HCM1131: watch, // the endpoint's port is FTP's: {port}
  HCM1132: watch, // the endpoint's port is LDAP's: {port}
  HCM1133: watch, // the endpoint's port is one of file shares: {port}
  HCM1134: watch, // the endpoint's port is of a service over UDP: {port}
} as const satisfies Record<`HCM${number}`, { readonly severity: NoticeSeverity }>;

export type NoticeCode = keyof typeof noticeTable;

export const noticeCodes = Object.keys(noticeTable) as readonly NoticeCode[];
