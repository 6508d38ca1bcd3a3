/** English texts for HCM10xx: what was typed, pasted or given on a command line. */
import type { ErrorText } from '../error-text.ts';

const copyAgain = 'Copy the whole string again.';

const hostReasons = {
  empty: 'It names no host.',
  length: 'Its host is longer than 253 characters.',
  character: 'Its host contains a character that no host name has.',
  script: 'Its host is written in other letters than a to z; the xn-- form is needed.',
  label: 'A part of its host name is empty, too long, or begins or ends with a hyphen.',
  address: 'Its IP address is not in the usual form.',
  port: 'Its port is not a number from 1 to 65535.',
  brackets: 'Brackets belong round an IPv6 address, and only there.',
} as const;

export const inputErrorTexts = {
  HCM1001: {
    title: 'There is no connection string',
    cause: 'The text is empty.',
    next: 'Copy the connection string of the Hybrid Connection in the Azure portal.',
  },
  HCM1002: {
    title: ['Part {position} of the string can’t be read', 'The string can’t be read'],
    cause: [
      'A “;” is missing between {key} and {before}.',
      'Each part is a name, “=” and a value, with “;” between the parts.',
    ],
    next: copyAgain,
  },
  HCM1003: {
    title: [
      'The string has an unknown part: {key}',
      'Part {position} of the string is unknown',
      'The string has an unknown part',
    ],
    cause: ['It looks like {similar}.', 'Strings of Hybrid Connections don’t have it.'],
    next: copyAgain,
  },
  HCM1004: {
    title: ['{key} is there twice', 'A part of the string is there twice'],
    cause: 'Several strings were pasted together, or the name given beside the string is another one.',
    next: 'Copy the string alone, and give no other name beside it.',
  },
  HCM1005: {
    title: 'The string has no Endpoint part',
    cause: 'Only a piece of it was copied.',
    next: copyAgain,
  },
  HCM1006: {
    title: 'The Endpoint of the string can’t be read',
    cause: ['{reason}', 'It is not of the form sb://namespace.servicebus.windows.net/.'],
    next: copyAgain,
    reasons: {
      ...hostReasons,
      scheme: 'It doesn’t begin with sb://.',
      user: 'It contains an @.',
      path: 'It contains ?, # or \\ after the host.',
    },
  },
  HCM1007: {
    title: ['The Endpoint begins with {scheme}://', 'The Endpoint doesn’t begin with sb://'],
    cause: 'Connections to Azure Relay are written sb:// and always use TLS.',
    next: copyAgain,
  },
  HCM1008: {
    title: 'The string doesn’t name a Hybrid Connection',
    cause: 'This is the string of the whole namespace.',
    next: 'Paste the string of one Hybrid Connection, or type its name.',
  },
  HCM1009: {
    title: 'The name of the Hybrid Connection can’t be used',
    cause: ['{reason}', 'Names have letters, digits, “.”, “-”, “_” and “/”.'],
    next: 'Use the name as the Azure portal shows it.',
    reasons: {
      empty: 'It is empty.',
      length: 'It has {length} characters; {limit} are the most.',
      character: 'It contains something else than letters, digits, “.”, “-”, “_” and “/”.',
      ends: 'It doesn’t begin and end with a letter or digit.',
      segments: 'A piece between slashes is empty, “.” or “..”.',
    },
  },
  HCM1010: { title: 'The string has no key', cause: 'SharedAccessKey is missing.', next: copyAgain },
  HCM1011: { title: 'The string has no rule', cause: 'SharedAccessKeyName is missing.', next: copyAgain },
  HCM1012: {
    title: 'The string has a key and a token',
    cause: 'SharedAccessKey and SharedAccessSignature don’t go together.',
    next: 'Copy the string again as the Azure portal shows it.',
  },
  HCM1013: {
    title: 'The string has a token instead of a key',
    cause: 'A token ends after a while, and only the key can renew it.',
    next: 'Use the string with SharedAccessKeyName and SharedAccessKey.',
  },
  HCM1014: {
    title: 'The string asks for a managed identity',
    cause: 'Managed identities exist only inside Azure.',
    next: 'Use the string with SharedAccessKeyName and SharedAccessKey.',
  },
  HCM1015: {
    title: ['The key of {rule} can only send', 'This key can only send'],
    cause: 'A host needs a key that can listen.',
    next: 'Ask for the listen key.',
  },
  HCM1016: {
    title: 'This is a BizTalk string',
    cause: 'BizTalk Hybrid Connections ended on 31 May 2018.',
    next: 'Create a Hybrid Connection in Azure and use its string.',
  },
  HCM1017: {
    title: 'This is an ACS string',
    cause: 'Azure Relay accepts no keys of the Access Control Service any more.',
    next: 'Copy the shared access (SAS) string instead.',
  },
  HCM1018: {
    title: 'The text is too long for a connection string',
    cause: ['It has {length} characters; {limit} are the most.', 'No connection string is that long.'],
    next: 'Copy only the connection string.',
  },
  HCM1019: {
    title: [
      '{key} contains characters that can’t be part of it',
      'The text contains the control character {character}',
      'The text contains characters that can’t be part of a string',
    ],
    cause: 'It was copied where it is hidden or shortened, or comes from another kind of file.',
    next: copyAgain,
  },
  HCM1020: {
    title: 'The OperationTimeout of the string can’t be read',
    cause: 'It is written as a time, such as 00:01:00.',
    next: 'Correct it or leave it out.',
  },
  HCM1021: {
    title: ['{key} is too long', 'The rule or key is too long'],
    cause: ['It has {length} characters; {limit} are the most.', 'It is longer than Azure allows.'],
    next: copyAgain,
  },
  HCM1022: {
    title: ['The key of {rule} can only listen', 'This key can only listen'],
    cause: 'An app needs a key that can send.',
    next: 'Ask for the send key.',
  },
  HCM1023: {
    title: 'This is a string of Service Bus for Windows Server',
    cause: 'Hybrid Connections exist in Azure Relay only.',
    next: 'Create a Hybrid Connection in Azure and use its string.',
  },
  HCM1024: {
    title: ['{key} is empty', 'A part of the string is empty'],
    cause: 'The string was copied without it, or a variable in it has no value.',
    next: copyAgain,
  },
  HCM1030: {
    title: 'The endpoint can’t be read',
    cause: ['{reason}', 'An endpoint is written host:port.'],
    next: 'Type a host and a port, like sql01:1433.',
    reasons: {
      ...hostReasons,
      empty: 'The text is empty.',
      scheme: 'It is a URL, but only host and port are needed.',
      long: 'It is too long.',
    },
  },
  HCM1040: {
    title: 'Connection already exists',
    cause: ['{name} is already on this host.', 'It is already on this host.'],
    next: 'To use a new key, replace its key.',
  },
  HCM1041: {
    title: ['No connection is called {name}', 'There is no such connection'],
    cause: 'It was removed, or its name is spelled differently.',
    next: 'Look for it in the list of connections.',
  },
  HCM1042: {
    title: ['{count} connections are called {name}', 'Several connections have this name'],
    cause: ['They are {candidates}.', 'They are in different namespaces.'],
    next: 'Choose one by its namespace.',
  },
  HCM1043: {
    title: ['This string is for {name}, not {expected}', 'This string is for another connection'],
    cause: 'A key is replaced by another key of the same Hybrid Connection.',
    next: 'Copy the string of this Hybrid Connection, or add the other one.',
  },
  HCM1044: {
    title: ['{host}:{port} is no longer the endpoint in Azure', 'The endpoint in Azure has changed again'],
    cause: 'It was changed in Azure after it was shown here.',
    next: 'Look at the endpoint that is shown now, and accept that one.',
  },
  HCM1045: {
    title: ['{name} has this key already', 'This key is kept already'],
    cause: 'The same key twice is no spare: when it is regenerated, both are refused.',
    next: 'Copy the string with the other key, or of another rule that may listen.',
  },
  HCM1046: {
    title: ['The key of {before} isn’t good for {name}', 'The key isn’t good for that Hybrid Connection'],
    cause:
      'Azure refused it there: it belongs to a rule of the one Hybrid Connection, not of the whole namespace.',
    next: 'Give the connection string of the other Hybrid Connection together with its name.',
  },
  HCM1050: {
    title: 'The CA file can’t be used',
    cause: ['{file}: {reason}.', 'It holds no certificate that can be read.'],
    next: 'Choose a PEM file with the CA’s certificate.',
  },
  HCM1060: {
    title: 'The command can’t be understood',
    cause: ['{reason}.', 'Its arguments don’t fit together.'],
    next: 'Look at the help of the command.',
  },
  HCM1061: {
    title: ['{file} can’t be read', 'The input can’t be read'],
    cause: ['The reason: {reason}.', 'It isn’t there, or this account may not read it.'],
    next: 'Check the path and its permissions.',
  },
  HCM1062: {
    title: ['The setting {name} can’t have this value', 'A setting can’t have this value'],
    cause: [
      'The reason: {reason}.',
      'It takes whole numbers from {min} to {max}.',
      'It takes one of these: {choices}.',
      'It is outside the setting’s limits.',
    ],
    next: 'Choose a value within the limits.',
  },
  HCM1097: {
    title: 'The file isn’t open any more',
    cause: 'The import was closed, or nothing happened for 15 minutes; its keys are forgotten then.',
    next: 'Choose the file again.',
  },
  HCM1095: {
    title: ['No open session has the id {name}', 'No open session has this id'],
    cause: 'It may have ended since it was listed.',
    next: 'See which are open with hcm sessions.',
  },
  HCM1096: {
    title: ['{count} open sessions have an id that begins with {name}', 'Several open sessions are meant'],
    cause: ['They are {candidates}.', 'The beginning of the id isn’t enough.'],
    next: 'Give more of the id; hcm sessions shows enough of it.',
  },
} as const satisfies Record<string, ErrorText>;
