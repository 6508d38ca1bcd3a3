/** English texts for HCM40xx, 50xx, 70xx and 90xx: files, secrets, the host itself, local relay and sender. */
import type { ErrorText } from '../error-text.ts';

export const hostErrorTexts = {
  HCM4001: {
    title: ['{file} can’t be read and was set aside', 'A file can’t be read and was set aside'],
    cause: 'It is damaged; nothing in it was changed.',
    next: 'Check that everything is there, and add what is missing.',
  },
  HCM4002: {
    title: ['{file} comes from a newer version', 'These files come from a newer version'],
    cause: 'This version can show what is in it but not change anything.',
    next: 'Use the newer version.',
  },
  HCM4003: {
    title: 'The disk is full',
    cause: [
      '{file} can’t be saved; connections keep running.',
      'Nothing can be saved; connections keep running.',
    ],
    next: 'Free some space, then repeat what wasn’t saved.',
  },
  HCM4004: {
    title: ['No permission for {file}', 'No permission for the data folder'],
    cause: 'This account may not read or change it.',
    next: 'Use the account that owns it, or give this one the permission.',
  },
  HCM4005: {
    title: ['{file} can’t be saved', 'A file can’t be saved'],
    cause: ['The reason: {reason}.', 'The system gives no reason.'],
    next: 'Check the disk of the data folder.',
  },
  HCM4010: {
    title: 'The stored key can’t be read here',
    cause: 'It was stored by another account or on another computer.',
    next: 'Paste it again.',
  },
  HCM4011: {
    title: 'The key file can’t be used',
    cause: ['{file}: {reason}.', 'It is damaged, or this account may not read it.'],
    next: 'Put it back from a backup, or paste the keys again.',
  },

  HCM5001: {
    title: 'No host runs',
    cause: ['No host answers in {shared}.', 'Nothing runs the connections of this data folder.'],
    next: 'Start Hybrid Connection Manager.',
  },
  HCM5002: {
    title: 'Another host already runs',
    cause: ['It runs the connections of {folder}.', 'It runs the connections of this data folder.'],
    next: 'Stop it first, or give this one a data folder of its own (HCM_HOME).',
  },
  HCM5003: {
    title: 'The running host has another version',
    cause: 'It and this program don’t speak the same language any more.',
    next: 'Stop the host and start it again in this version.',
  },
  HCM5004: {
    title: 'The host refused this program',
    cause: [
      'Only the group of {shared} may use it, and this account isn’t in it.',
      'This account can’t read the data folder, and so can’t prove that it may use the host.',
    ],
    next: [
      'Have this account added to the group of {shared}, and sign in again.',
      'Use the account that runs the host.',
    ],
  },
  HCM5005: {
    title: 'The host isn’t answering',
    cause: 'It has ended or is overloaded.',
    next: 'Try again. If that doesn’t help, start the host again.',
  },
  HCM5006: {
    title: 'The host doesn’t understand the request',
    cause: 'It and this program are probably of different versions.',
    next: 'Stop the host and start it again in this version.',
  },
  HCM5007: {
    title: 'The host can’t be reached by other programs',
    cause: ['{reason}', 'Its control socket can’t be made: {errno}.', 'Its control socket can’t be made.'],
    next: [
      'Make {shared} anew: install -d -m 2750 -o USER -g GROUP {shared}, with the account of the host as USER.',
      'Check the permissions of the data folder.',
    ],
    reasons: {
      'open-to-others': 'The folder of its control socket is open to other users.',
      'of-another-user': 'The folder of its control socket belongs to another user.',
      'not-a-folder': 'Where its control socket should be, something else is.',
      'shared-missing': 'There is no folder {shared}.',
      'shared-no-folder': '{shared} is no folder, or a link to one.',
      'shared-of-another': '{shared} belongs neither to the account of the host nor to root.',
      'shared-writable': 'Others than its owner may write to {shared}.',
      'shared-open': '{shared} is open to everybody, not to its group alone.',
      'shared-group': '{shared} belongs to a group that the account of the host isn’t in.',
      'shared-in-use': 'Another host already uses {shared}.',
      'shared-data-folder': '{shared} is the data folder, which is for the host alone.',
      'shared-too-long': 'The path {shared} is too long for a socket.',
      'shared-on-windows': 'Folders for other people work on Linux and macOS only.',
    },
  },

  HCM5008: {
    title: 'You may look at this host, not change it',
    cause: 'This account is one of its viewers.',
    next: 'Ask an administrator of the host, or have this account added to the group that may control it.',
  },
  HCM5030: {
    title: [
      'Monitoring can’t listen: port {port} of {host} is in use',
      'Monitoring can’t listen: its port is in use',
    ],
    cause: 'Another program on this host listens there, perhaps another host of connections.',
    next: 'Choose another port for monitoring.',
  },
  HCM5031: {
    title: ['Monitoring at {host} would be open to the network', 'Monitoring would be open to the network'],
    cause:
      'It has no sign-in and no encryption: whoever reaches it reads names and figures of all connections.',
    next: 'Use the address 127.0.0.1.',
  },
  HCM5032: {
    title: ['Monitoring can’t listen on {host}, port {port}', 'Monitoring can’t listen'],
    cause: [
      'The system says {errno}: the address isn’t one of this host, or this account may not listen there.',
      'The address isn’t one of this host, or this account may not listen there.',
    ],
    next: 'Choose an address of this host and a port above 1023.',
  },
  HCM5040: {
    title: 'This app can’t start by itself at sign-in',
    cause: 'It isn’t installed on this computer, or this system has no such thing.',
    next: 'Install it from a package, then turn it on again.',
  },
  HCM5020: {
    title: 'Administrator rights are needed',
    cause: 'Services belong to the whole computer.',
    next: ['Run {name} instead.', 'Run it again as an administrator.'],
  },
  HCM5021: {
    title: ['{name} didn’t work', 'A program of this computer didn’t work'],
    cause: ['It says: {reason}.', 'It doesn’t say why.'],
    next: 'Remove the cause, then run the same command again; what was done is done again.',
  },
  HCM5022: {
    title: ['{file} is somebody else’s', 'A file of somebody else is in the way'],
    cause: 'It wasn’t written by hcm service install, so it’s neither changed nor removed.',
    next: 'Move it away, then run the same command again.',
  },
  HCM5023: {
    title: ['A service can’t reach {file}', 'A service can’t reach this program'],
    cause: 'It lies in the folder of a user or a temporary one, which is closed to services.',
    next: 'Install Node and hcm for all users, such as below /opt, and use that hcm.',
  },
  HCM5024: {
    title: ['There is no {name} here', 'No known service manager is here'],
    cause: 'Services are kept by systemd, by launchd or by Windows; none of them answers.',
    next: 'Let what keeps programs running here start hcm run.',
  },
  HCM5025: {
    title: ['{name} isn’t installed', 'The service isn’t installed'],
    cause: 'This computer doesn’t know it.',
    next: 'Install it with hcm service install.',
  },
  HCM5026: {
    title: ['{file} isn’t there', 'The service wrapper isn’t there'],
    cause: 'Windows starts a host through WinSW, which lies beside its configuration under that name.',
    next: 'Put WinSW there under that name, then run the same command again.',
  },

  HCM7001: {
    title: ['Port {port} is in use', 'The local port is in use'],
    cause: 'Another program on this host listens there.',
    next: 'Choose another port.',
  },
  HCM7002: {
    title: ['Port {port} is not allowed', 'The local port is not allowed'],
    cause: 'This account may not listen there, or the address isn’t one of this host.',
    next: 'Choose a port above 1023 and an address of this host.',
  },
  HCM7003: {
    title: 'The certificate files of the local relay can’t be used',
    cause: ['{folder}: {reason}.', 'They are damaged, or this account may not read them.'],
    next: 'Delete that folder; the local relay makes new ones.',
  },
  HCM7010: {
    title: 'No host listens',
    cause: ['No host has {name} connected.', 'No host has this Hybrid Connection connected.'],
    next: 'Start a host with this connection, then connect again.',
  },
  HCM7011: {
    title: 'The session was refused',
    cause: ['The other side says: {reason}.', 'The relay or the host on the other side doesn’t take it.'],
    next: 'Look at the connection on the host, then connect again.',
  },

  HCM9001: {
    title: 'A fault of this program',
    cause: ['It is of the kind {reason}.', 'Nothing more is known about it.'],
    next: 'Report it together with the log.',
  },
} as const satisfies Record<string, ErrorText>;
