/** English texts for HCM1080-1089 and HCM1092: files of connections that are exported and imported. */
import type { ErrorText } from '../error-text.ts';

export const portableErrorTexts = {
  HCM1080: {
    title: 'This is no file that can be imported',
    cause: [
      '{reason}',
      'It is neither an export of this program, nor a file of one of Microsoft’s managers or of azbridge.',
    ],
    next: 'Choose the file in which the other program keeps its connections.',
    reasons: {
      empty: 'It is empty.',
      store: 'It looks like a file of a data folder, whose keys no other host can open.',
      apply: 'It looks like a file for hcm apply.',
    },
  },
  HCM1081: {
    title: ['The file can’t be read from line {position} on', 'The file can’t be read'],
    cause: ['{reason}', 'It is damaged, or only a part of it.'],
    next: 'Copy the whole file again from where it comes from.',
    reasons: {
      encoding: 'It is neither UTF-8 nor UTF-16 text.',
      xml: 'It isn’t whole XML.',
      json: 'It isn’t whole JSON.',
      yaml: 'It isn’t whole YAML.',
      deep: 'It is nested far deeper than such a file is.',
      doctype: 'It declares entities, which no such file does.',
      encrypted: 'Its connection strings are encrypted for the computer that it comes from.',
      twice: 'A list is there twice under one name.',
      form: 'Its parts aren’t where such a file has them.',
      export: 'A part of the export is missing or changed.',
    },
  },
  HCM1082: {
    title: 'The file is too large',
    cause: ['{reason}', 'It holds more than one file may.'],
    next: 'Split it into several files.',
    reasons: {
      bytes: 'It would have more than {limit} MiB.',
      entries: 'It has more than {limit} connections.',
    },
  },
  HCM1083: {
    title: ['The entry has no {key}', 'The entry can’t be read'],
    cause: ['{reason}', 'Without it nothing can be connected.'],
    next: 'Add this connection by hand, or correct the file.',
    reasons: { form: 'It isn’t of the form that such a file has.' },
  },
  HCM1084: {
    title: 'A host has no counterpart for this forward',
    cause: ['{reason}', 'Hosts pass on TCP to a host and port.'],
    next: 'Keep azbridge for it.',
    reasons: {
      local: 'It is an app’s side; that is what hcm forward does.',
      socket: 'It leads to a local socket, and hosts pass on to a host and port.',
      http: 'It passes on HTTP requests, and hosts pass on TCP.',
      datagram: 'It passes on UDP, and hosts pass on TCP.',
    },
  },
  HCM1085: {
    title: ['{name} is in the file several times', 'A Hybrid Connection is in the file several times'],
    cause: ['{reason}', 'Its entries contradict each other.'],
    next: 'Keep one entry for it in the file.',
    reasons: {
      twice: 'The first entry counts; this one has another key or other values.',
      ports: 'A Hybrid Connection has one endpoint, and the file names several.',
    },
  },
  HCM1086: {
    title: 'The keys of the export can’t be opened',
    cause: 'The passphrase is another one, or the file was changed after it was written.',
    next: 'Give the passphrase that it was exported with.',
  },
  HCM1087: {
    title: 'The export comes from a newer version',
    cause: 'This version doesn’t know everything that is in it.',
    next: 'Import it with the newer version.',
  },
  HCM1088: {
    title: ['The file has no key for {name}', 'The file has no key for this connection'],
    cause: 'It was written without secrets, or signs in another way.',
    next: 'Add it with its connection string.',
  },
  HCM1089: {
    title: ['{file} is there already', 'The file is there already'],
    cause: 'Nothing is overwritten that nobody asked for.',
    next: 'Choose another name.',
  },
  HCM1092: {
    title: 'The export would be too large',
    cause: ['It would have more than {limit} MiB.', 'It would have more than an export may.'],
    next: 'Keep large CAs once, in the file of the setting extraCaFile, and not with each connection.',
  },
} as const satisfies Record<string, ErrorText>;
